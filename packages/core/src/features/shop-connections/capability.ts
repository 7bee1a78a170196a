/** @module What a shop may be able to do for the desk, told by what its adapter declares. */
import { codes } from '../../kernel/codes.ts';
import type { Shop, ShopChangeName } from '../../ports/shop.ts';

export const shopCapability = codes('ShopCapability', {
  PRODUCTS: { en: 'Look up products', zh: '查询商品' },
  CUSTOMERS: { en: 'Look up customers', zh: '查询顾客' },
  ORDERS: { en: 'Look up orders', zh: '查询订单' },
  ORDER_LIST: { en: 'List all orders', zh: '列出全部订单' },
  ORDER_NEWS: { en: 'Tell of changed orders', zh: '通知订单变更' },
  CANCEL_ORDER: { en: 'Cancel orders', zh: '取消订单' },
  CHANGE_ADDRESS: { en: 'Change addresses of orders', zh: '修改收货地址' },
  CHANGE_PAYMENT: { en: 'Change payment methods', zh: '更换支付方式' },
  CHANGE_ITEMS: { en: 'Change items of orders', zh: '更换订单商品' },
  RETURNS: { en: 'Take returns', zh: '登记退货' },
  EXCHANGES: { en: 'Take exchanges', zh: '登记换货' },
  REFUNDS: { en: 'Pay refunds', zh: '支付退款' },
  CUSTOMER_ADDRESS: { en: 'Change customers’ addresses', zh: '修改顾客地址' },
});
export type ShopCapability = (typeof shopCapability.options)[number];

const BY_CHANGE: Readonly<Record<ShopChangeName, ShopCapability>> = {
  cancelOrder: 'CANCEL_ORDER',
  changeAddress: 'CHANGE_ADDRESS',
  changePayment: 'CHANGE_PAYMENT',
  changeItems: 'CHANGE_ITEMS',
  requestReturn: 'RETURNS',
  requestExchange: 'EXCHANGES',
  refund: 'REFUNDS',
  updateCustomerAddress: 'CUSTOMER_ADDRESS',
};

/** Every capability, and whether this shop has it. */
export function capabilitiesOf(shop: Shop): { readonly capability: ShopCapability; readonly has: boolean }[] {
  const { changes, orderEvents } = shop.capabilities;
  const has = new Set<ShopCapability>(['PRODUCTS', 'CUSTOMERS', 'ORDERS', ...changes.map((name) => BY_CHANGE[name])]);
  if (shop.searchOrders) has.add('ORDER_LIST');
  if (orderEvents === 'WEBHOOK' || shop.orderChanges) has.add('ORDER_NEWS');
  return shopCapability.options.map((capability) => ({ capability, has: has.has(capability) }));
}
