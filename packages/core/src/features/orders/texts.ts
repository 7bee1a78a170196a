/** The Chinese of what this feature says in English. */
export const orderTexts = {
  'For staff only.': '仅限客服使用。',
  'Give an id, an e-mail or a name.': '请提供顾客编号、邮箱或姓名。',
  'Required.': '必填。',
  'The order has changed since you looked. Please check again.': '订单已发生变化，请重新确认。',
  'The shop does not offer this.': '店铺不支持此操作。',
};
