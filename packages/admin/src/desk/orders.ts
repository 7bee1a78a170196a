/**
 * @module What the shop says of a customer: who he is there, and his newest orders.
 */
import type { ShopOrder } from '@shopdesk/core';
import { viewDocument, type Selection } from './document.ts';

export type Order = Pick<ShopOrder, 'id' | 'number' | 'status' | 'shopStatus' | 'placedAt' | 'cancelReason'> & {
  readonly lines: readonly Pick<ShopOrder['lines'][number], 'id' | 'title' | 'quantity' | 'unitPrice' | 'options'>[];
  readonly amounts: Pick<ShopOrder['amounts'], 'total' | 'paid' | 'refunded'>;
  readonly shipments: readonly Pick<
    ShopOrder['shipments'][number],
    'id' | 'carrier' | 'trackingNumbers' | 'shippedAt' | 'deliveredAt'
  >[];
  readonly returns: readonly Pick<ShopOrder['returns'][number], 'id' | 'kind'>[];
};

export interface CustomerOrders {
  readonly shop: 'NOT_CONNECTED' | 'UNKNOWN_CUSTOMER' | 'UNAVAILABLE' | 'CONNECTED';
  readonly customerName: string | null;
  readonly orders: readonly Order[];
}

const money = '{ amount currency }';

export const customerOrders = viewDocument<{ customerId: string; first?: number }, CustomerOrders>(
  'customerOrders',
  { customerId: 'ID', first: 'Int' },
  `shop customerName orders { id number status shopStatus placedAt cancelReason lines { id title quantity unitPrice ${money} options { name value } } amounts { total ${money} paid ${money} refunded ${money} } shipments { id carrier trackingNumbers shippedAt deliveredAt } returns { id kind } }` as Selection<CustomerOrders>,
);
