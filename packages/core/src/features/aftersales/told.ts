/** @module What customers are told of their cases, and which of it may be switched off (R-QA-07). */
import { addTo } from '../../kernel/vocabulary.ts';
import { CustomerNoticeKind, customerNoticeKind, type Information } from '../customer-notices/index.ts';
import type { CaseRow } from './plan.ts';

export const CaseTold = addTo(CustomerNoticeKind, {
  CASE_NEWS: { en: 'Progress of a case', zh: '售后进度通知' },
  RETURN_REMINDER: { en: 'Reminder to send goods back', zh: '寄回提醒' },
  APOLOGY: { en: 'Apology', zh: '致歉' },
});
export const caseNews = customerNoticeKind(CaseTold, { code: 'CASE_NEWS' });
export const returnReminder = customerNoticeKind(CaseTold, { code: 'RETURN_REMINDER', cap: 2 });
/** Where it is due, no other solution is offered before the customer has it (R-AFT-03). */
export const apologyTold = customerNoticeKind(CaseTold, { code: 'APOLOGY', locked: true });

/** To whom of a case something is told, and about what. */
export const ofCase = ({
  id,
  storeId,
  customerId,
  conversationId,
}: CaseRow): Pick<Information, 'storeId' | 'customerId' | 'conversationId' | 'about'> => ({
  storeId,
  customerId,
  conversationId,
  about: { entity: 'AfterSalesCase', id },
});
