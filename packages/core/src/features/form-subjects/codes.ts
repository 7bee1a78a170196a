import { addTo } from '../../kernel/vocabulary.ts';
import { FormSubject } from '../forms/index.ts';

export const Subjects = addTo(FormSubject, {
  CONVERSATION: { en: 'Conversation', zh: '会话' },
  ORDER: { en: 'Order', zh: '订单' },
  ORDER_REMARK: { en: 'Order remark', zh: '订单备注' },
  CASE: { en: 'After-sales case', zh: '售后单' },
  COMPLAINT: { en: 'Complaint', zh: '投诉' },
  HANDOVER: { en: 'Hand-over', zh: '交接班' },
  RETURNS_REPORT: { en: 'Monthly returns report', zh: '退货月报' },
});

/** What a code is called, in a field of text, which has no language. */
export const inBoth = ({ en, zh }: { readonly en: string; readonly zh: string }): string =>
  zh === en ? zh : `${zh} / ${en}`;
