/**
 * @module What the warehouse and the carrier do. In this demo whoever has ordered may tell them to, so that one can
 * watch an order go its way.
 */
import { randomInt } from 'node:crypto';
import { shopRefusal, type ShopOrder } from '@shopdesk/core';
import { note, type ChangeContext } from './changes/index.ts';
import { DELIVERED, ITEMS_MODIFIED, PENDING, SENT } from './orders.ts';

/** What happens to an order next, if anything does. */
export function nextMove({ shopStatus }: Pick<ShopOrder, 'shopStatus'>): 'SHIP' | 'DELIVER' | undefined {
  if (shopStatus === PENDING || shopStatus === ITEMS_MODIFIED) return 'SHIP';
  return shopStatus === SENT ? 'DELIVER' : undefined;
}

/** Moves an order one step on; the step that was asked for, so that a double click does not do two. */
export function moveOn(context: ChangeContext, orderId: string, wanted: string): ShopOrder {
  const { db, orders, now } = context;
  return db.transaction(() => {
    const order = orders.order(orderId);
    if (nextMove(order) !== wanted) throw shopRefusal('ORDER_STATE');
    const at = now().toISOString();
    if (wanted === 'SHIP') {
      const trackingNumbers = [String(randomInt(100_000_000_000, 1_000_000_000_000 - 1))];
      const inside = order.lines.map(({ variantId }) => variantId);
      db.insert('shipments', {
        order_id: orderId,
        position: 0,
        tracking_numbers: JSON.stringify(trackingNumbers),
        variant_ids: JSON.stringify(inside),
        shipped_at: at,
        delivered_at: null,
      });
      note(context, orderId, 'SHIPPED', SENT);
    } else {
      db.run('UPDATE shipments SET delivered_at = ? WHERE order_id = ?', at, orderId);
      note(context, orderId, 'DELIVERED', DELIVERED);
    }
    return orders.order(orderId);
  });
}
