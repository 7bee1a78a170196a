import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const shopEventTexts = texts('shopEvents', {
  otherAmount: { en: 'Not the amount of this payment.', zh: '与该笔付款的金额不符。' },
  otherPayment: { en: 'Not a payment of this order.', zh: '不是该订单的付款。' },
  secretForm: {
    en: 'Write whsec_ and 24 to 64 random bytes in base 64.',
    zh: '请填写 whsec_ 加 24 至 64 个随机字节的 base64。',
  },
});
