/** @module Why an order is not changed. A policy names the code in its answer. */
import { reasons } from '../../kernel/denial-codes.ts';

export const orderReasons = reasons({
  CONTACT_REQUIRED: { en: 'Contact the customer first.', zh: '请先联系顾客。' },
});

export const { CONTACT_REQUIRED } = orderReasons.reasons;
