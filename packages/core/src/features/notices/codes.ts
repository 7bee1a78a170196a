import type { z } from 'zod';
import { codes } from '../../kernel/codes.ts';

/** How much a notice matters; the order is that of their weight. */
export const noticeSeverity = codes('NoticeSeverity', {
  INFO: { en: 'Information', zh: '知会', note: 'Good to know.' },
  IMPORTANT: { en: 'Important', zh: '重要', note: 'Somebody should do something today.' },
  URGENT: { en: 'Urgent', zh: '紧急', note: 'Somebody must do something now.' },
});
export type NoticeSeverity = z.output<typeof noticeSeverity>;

export const NOTICE_STATES = {
  OPEN: { en: 'Open', zh: '待处理' },
  ACKNOWLEDGED: { en: 'Acknowledged', zh: '已确认' },
  CLEARED: { en: 'Cleared', zh: '已解除', note: 'What it was about is settled.' },
  SUPPRESSED: { en: 'Not sent', zh: '未发送', note: 'Nobody was told; the reason stands beside it.' },
} as const;
export const noticeState = codes('NoticeState', NOTICE_STATES);

/** Why nobody was told. */
export const notToldBecause = codes('NotToldBecause', {
  SWITCHED_OFF: { en: 'Switched off in the store', zh: '店铺已关闭此类通知' },
  CAP: { en: 'As many as the store wants in a day', zh: '已达店铺每日上限' },
});

/** Who decides whether a person is told of a kind, the first that has said something in this order. */
export const noticeLayer = codes('NoticeLayer', {
  KIND: { en: 'The kind of notice', zh: '通知类型', note: 'It is locked, or nobody has said anything.' },
  STORE: { en: 'The store', zh: '店铺' },
  PERSON: { en: 'The person', zh: '本人' },
});
