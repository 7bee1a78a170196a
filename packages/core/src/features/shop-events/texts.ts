/** The Chinese of what this feature says in English. */
export const shopEventTexts = {
  'Not a payment of this order.': '不是该订单的付款。',
  'Not the amount of this payment.': '与该笔付款的金额不符。',
  'Write whsec_ and 24 to 64 random bytes in base 64.': '请填写 whsec_ 加 24 至 64 个随机字节的 base64。',
};
