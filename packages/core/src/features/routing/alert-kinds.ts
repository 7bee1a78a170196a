/** @module What staff are alerted to; features above add what they alert to. */
import { memberOf, vocabulary, type CodeOf } from '../../kernel/vocabulary.ts';

export const AlertKind = vocabulary('StaffAlertKind', {
  SILENT_RETURNED: { en: 'Conversation back in the queue', zh: '会话退回排队' },
  SILENT_AWAY: { en: 'Set away for silence', zh: '未响应被挂起' },
  SILENT_NEW: { en: 'Newcomer does not answer', zh: '新人未响应' },
  TRANSFER_UNACCEPTED: { en: 'Transfer not accepted', zh: '转接无人接受' },
  HELP_REQUESTED: { en: 'Help requested', zh: '请求支援' },
});
export type AlertKind = CodeOf<typeof AlertKind>;
export const alertKind = memberOf(AlertKind);
