/**
 * @module What every change works with.
 */
import { shopRefusal, type ShopOrder, type ShopOrderEvent, type ShopPaymentMethod } from '@shopdesk/core';
import type { Customers } from '../customers.ts';
import type { Database } from '../database.ts';
import type { Orders } from '../orders.ts';
import type { Products } from '../products.ts';

/**
 * What a cancellation gives back: what is still `outstanding` by each method, or a refund for `every-entry` of the
 * payment history, which is how the recorded cases of the retail data book it.
 */
export type CancelRefunds = 'outstanding' | 'every-entry';

export interface ChangeContext {
  readonly db: Database;
  readonly orders: Orders;
  readonly customers: Customers;
  readonly products: Products;
  readonly now: () => Date;
  readonly cancelRefunds: CancelRefunds;
}

/** The order, if the shop's name of its state is one of these. */
export function orderIn({ orders }: ChangeContext, id: string, states: readonly string[]): ShopOrder {
  const order = orders.order(id);
  if (!states.includes(order.shopStatus)) throw shopRefusal('ORDER_STATE');
  return order;
}

/** One of the customer's own payment methods. */
export function methodOf({ customers }: ChangeContext, customerId: string, methodId: string): ShopPaymentMethod {
  const method = customers.methodsOf(customerId).find(({ id }) => id === methodId);
  if (!method) throw shopRefusal('PAYMENT_METHOD_UNKNOWN');
  return method;
}

/** Writes what happened and when; a new state only where one is given. */
export function note({ db, now }: ChangeContext, orderId: string, kind: ShopOrderEvent['kind'], status?: string): void {
  const at = now().toISOString();
  db.run('UPDATE orders SET updated_at = ?, status = coalesce(?, status) WHERE id = ?', at, status ?? null, orderId);
  db.run(
    `INSERT INTO order_events (order_id, position, at, kind, text)
     SELECT ?1, (SELECT count(*) FROM order_events WHERE order_id = ?1), ?2, ?3, NULL`,
    orderId,
    at,
    kind,
  );
}
