/** @module Orders of all stores by their number, for the command palette. */
import type { AdminCommand, SearchContext } from '../../desk/feature.ts';
import { can } from '../../desk/viewer.ts';
import { findOrders } from './data.ts';
import { orderPath } from './order-path.ts';

export async function search(
  text: string,
  { client, viewer, language }: SearchContext,
): Promise<readonly AdminCommand[]> {
  const number = text.replace(/^#/, '');
  if (!can(viewer, 'order.read') || number.length < 2) return [];
  const { orders } = await client.query(findOrders, { text: number, first: 5 });
  return orders.map(({ storeId, orderId, number: title, status, placedAt }) => ({
    id: `order-${storeId}-${orderId}`,
    kind: language.of({ en: 'Orders', zh: '订单' }),
    title,
    icon: 'receipt' as const,
    hint: `${language.code('ShopOrderStatus', status)} · ${language.moment(placedAt)}`,
    path: orderPath(storeId, orderId),
  }));
}
