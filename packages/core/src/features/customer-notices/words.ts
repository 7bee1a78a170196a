/** @module What the fields of notices to customers are called. */
import type { WordList } from '../../kernel/words.ts';

export const customerNoticeWords: WordList = {
  aboutEntity: { en: 'About', zh: '关于' },
  aboutId: { en: 'About the row', zh: '关联记录' },
  byUserId: { en: 'Said by', zh: '告知人', note: 'Null: the desk.' },
  channel: { en: 'Channel', zh: '渠道' },
  connected: { en: 'Connected channels', zh: '已接入渠道' },
  'Delivery.deliveredAt': { en: 'Delivered', zh: '送达时间' },
  how: { en: 'How they heard it', zh: '告知方式', note: 'On the phone, in a letter, at the counter.' },
  kinds: { en: 'Kinds', zh: '类型' },
  locked: { en: 'Cannot be switched off', zh: '不可关闭' },
  nextAt: { en: 'Next way at', zh: '下一渠道时间' },
  note: { en: 'Note', zh: '备注' },
  noticeId: { en: 'Notice', zh: '通知' },
  on: { en: 'On', zh: '开启' },
  perDay: { en: 'Most in a day', zh: '每日上限', note: 'To one customer, in 24 hours; null: no limit.' },
  seenAt: { en: 'Seen', zh: '查看时间' },
  seq: { en: 'Message number', zh: '消息序号' },
  toldAt: { en: 'Reached the customer', zh: '送达顾客时间' },
  untoldBecause: { en: 'Why it was not sent', zh: '未发送原因' },
  waitsUntil: { en: 'Waits until', zh: '等待至' },
  ways: { en: 'Channels in order', zh: '依次尝试的渠道' },
  why: { en: 'Why undeliverable', zh: '无法送达原因' },
};
