/**
 * @module What the fields of shifts are called.
 */
import type { WordList } from '../../kernel/words.ts';

export const shiftsWords: WordList = {
  acknowledgedAt: { en: 'Acknowledged', zh: '确认时间' },
  acknowledgedBy: { en: 'Acknowledged by', zh: '确认人' },
  anomalies: { en: 'Anomalies', zh: '异常' },
  changes: { en: 'Changes', zh: '变化' },
  checkInAt: { en: 'Checked in', zh: '签到' },
  checkOutAt: { en: 'Left', zh: '下班' },
  done: { en: 'Done', zh: '已完成' },
  doneAt: { en: 'Done', zh: '完成时间' },
  doneBy: { en: 'Done by', zh: '完成人' },
  earlyMinutes: { en: 'Minutes early', zh: '早退分钟' },
  endAt: { en: 'Ends', zh: '结束' },
  giver: { en: 'Giver', zh: '交班人' },
  item: { en: 'Item', zh: '事项' },
  lateMinutes: { en: 'Minutes late', zh: '迟到分钟' },
  overriddenBy: { en: 'Released by', zh: '放行人' },
  overrideReason: { en: 'Why released', zh: '放行原因' },
  parcels: { en: 'Parcels', zh: '包裹' },
  preOrders: { en: 'Pre-orders', zh: '预售' },
  receiver: { en: 'Receiver', zh: '接班人' },
  ref: { en: 'Subject', zh: '关联记录' },
  remark: { en: 'Remark', zh: '备注' },
  startAt: { en: 'Begins', zh: '开始' },
  submittedAt: { en: 'Sent', zh: '提交时间' },
  swapReason: { en: 'Why swapped', zh: '换班原因' },
  swapWith: { en: 'Swap with', zh: '换班对象' },
  withUser: { en: 'Swap with', zh: '换班对象' },
};
