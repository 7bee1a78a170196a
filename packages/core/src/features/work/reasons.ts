/** @module Why something is not done with a work item, for whoever builds on it too. */
import { reasons } from '../../kernel/denial-codes.ts';

export const workReasons = reasons({
  NOTIFY_CUSTOMER_FIRST: { en: 'Inform the customer first.', zh: '请先通知顾客。' },
});

export const { NOTIFY_CUSTOMER_FIRST } = workReasons.reasons;
