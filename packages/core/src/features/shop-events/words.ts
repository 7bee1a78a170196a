/**
 * @module What the fields of shop events are called.
 */
import type { WordList } from '../../kernel/words.ts';

export const shopEventsWords: WordList = {
  askedAt: { en: 'Last asked', zh: '最近查询' },
  awaySince: { en: 'Silent since', zh: '无响应起始' },
  order: { en: 'Order', zh: '订单' },
  orderId: { en: 'Order', zh: '订单' },
  paymentId: { en: 'Payment', zh: '付款' },
  revokedAt: { en: 'Revoked', zh: '吊销时间' },
  secret: { en: 'Secret', zh: '密钥' },
  'ShopFeed.cursor': { en: 'Place in the feed', zh: '读取位置' },
  told: { en: 'Orders told', zh: '已通知订单' },
};
