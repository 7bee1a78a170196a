import { codes } from '../../kernel/codes.ts';

export const CUSTOMER_NOTICE_STATES = {
  OPEN: { en: 'On its way', zh: '通知中', note: 'Nobody knows yet whether it has reached the customer.' },
  TOLD: { en: 'Reached the customer', zh: '已送达' },
  UNDELIVERED: { en: 'Did not reach the customer', zh: '未送达', note: 'Every way was tried; they may still see it.' },
  SUPPRESSED: { en: 'Not sent', zh: '未发送', note: 'The customer was not told; the reason stands beside it.' },
} as const;
export const customerNoticeState = codes('CustomerNoticeState', CUSTOMER_NOTICE_STATES);

/** Why a customer was not told at all. */
export const untoldBecause = codes('UntoldBecause', {
  SWITCHED_OFF: { en: 'Switched off in the store', zh: '店铺已关闭此类通知' },
  CAP: { en: 'As many as a customer gets in a day', zh: '已达每位顾客每日上限' },
  REFUSED: { en: 'The customer wants none of this kind', zh: '顾客不接收此类消息' },
});

export const DELIVERY_STATES = {
  WAITING: { en: 'Waits for the end of quiet hours', zh: '等待免打扰结束' },
  SENT: { en: 'Sent', zh: '已发送' },
  DELIVERED: { en: 'Delivered', zh: '已送达' },
  SEEN: { en: 'Seen', zh: '已查看' },
  UNDELIVERABLE: { en: 'Undeliverable', zh: '无法送达', note: 'The reason stands beside it.' },
} as const;
export const deliveryState = codes('DeliveryState', DELIVERY_STATES);

/** Why a way did not lead to the customer. */
export const undeliverableBecause = codes('UndeliverableBecause', {
  NO_OPEN_CHAT: { en: 'The customer is in no chat', zh: '顾客没有进行中的会话' },
  NO_PORT: { en: 'The desk is not connected to this channel', zh: '尚未接入该渠道' },
  NO_ADDRESS: { en: 'No address of the customer is known', zh: '缺少联系方式' },
  NOT_ALLOWED: { en: 'The customer or the store does not want it', zh: '顾客或店铺不允许' },
  REJECTED: { en: 'The channel did not take it', zh: '渠道未接收' },
});
