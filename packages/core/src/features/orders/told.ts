/** @module What customers are told of their orders, and of changes that they have asked for. */
import { addTo } from '../../kernel/vocabulary.ts';
import { CustomerNoticeKind, customerNoticeKind } from '../customer-notices/index.ts';
import { orderNews } from './choice.ts';

export const OrderTold = addTo(CustomerNoticeKind, {
  ORDER_NEWS: { en: 'News of an order', zh: '订单进度通知' },
  ORDER_CHANGE: { en: 'A change they asked for', zh: '订单修改结果' },
});

/** What the shop does with an order: until they say no, in the desk's own window. The shop has mails of its own. */
export const orderNewsTold = customerNoticeKind(OrderTold, {
  code: 'ORDER_NEWS',
  purpose: orderNews.code,
  ways: ['CHAT', 'LEFT_MESSAGE'],
  cap: 20,
});

/** The answer to what they have asked for. */
export const orderChangeTold = customerNoticeKind(OrderTold, { code: 'ORDER_CHANGE' });
