/** @module Why a case does not go on. */
import { reasons } from '../../kernel/denial-codes.ts';

export const caseReasons = reasons({
  NOTIFY_CUSTOMER_FIRST: { en: 'Inform the customer first.', zh: '请先通知客户。' },
});

export const { NOTIFY_CUSTOMER_FIRST } = caseReasons.reasons;
