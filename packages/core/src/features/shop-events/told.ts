/** @module What customers are told of what the shop says by itself. */
import { addTo } from '../../kernel/vocabulary.ts';
import { CustomerNoticeKind, customerNoticeKind } from '../customer-notices/index.ts';

export const PaymentTold = addTo(CustomerNoticeKind, {
  PAYMENT_RECEIVED: { en: 'Payment received', zh: '付款到账通知' },
});
export const paymentTold = customerNoticeKind(PaymentTold, {
  code: 'PAYMENT_RECEIVED',
  ways: ['CHAT', 'LEFT_MESSAGE'],
});
