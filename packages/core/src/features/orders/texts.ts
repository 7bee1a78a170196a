import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const orderTexts = texts('orders', {
  arrived: {
    en: 'The order has arrived. Its address can no longer be changed.',
    zh: '订单已送达，无法再修改地址。',
  },
  byHandNow: {
    en: 'The warehouse has acknowledged it. Say when it is done by hand, or why it cannot be.',
    zh: '仓库已确认，请在人工处理后登记结果；无法处理的请说明原因。',
  },
  nameCustomer: { en: 'Give an id, an e-mail or a name.', zh: '请提供顾客编号、邮箱或姓名。' },
  orderChanged: {
    en: 'The order has changed since you looked. Please check again.',
    zh: '订单已发生变化，请重新确认。',
  },
  shopDoesNotOffer: { en: 'The shop does not offer this.', zh: '店铺不支持此操作。' },
  shopCannotTake: { en: 'The shop cannot take this request as it is.', zh: '店铺无法受理此请求。' },
  shopCannotTakeFields: {
    en: 'The shop cannot take this request as it is ({fields}).',
    zh: '店铺无法受理此请求（{fields}）。',
  },
  staffOnly: { en: 'For staff only.', zh: '仅限客服使用。' },
});
