/**
 * @module Buying: a new pending order, paid at once by one of the customer's methods.
 */
import { randomInt } from 'node:crypto';
import { parseShopInput, shopNotFound, shopRefusal, type ShopOrder } from '@shopdesk/core';
import { z } from 'zod';
import { book, methodOf, mustCover, note, once, type ChangeContext } from './changes/index.ts';
import { PENDING } from './orders.ts';

const Purchase = z.object({
  customerId: z.string().min(1),
  variantId: z.string().min(1),
  quantity: z.coerce.number().int().min(1).max(5),
  paymentMethodId: z.string().min(1),
  idempotencyKey: z.string().min(1).max(200),
});
type Purchase = z.output<typeof Purchase>;

function freeOrderId({ db }: ChangeContext): string {
  for (;;) {
    const id = `#W${randomInt(1_000_000, 10_000_000)}`;
    if (!db.get('SELECT 1 FROM orders WHERE id = ?', id)) return id;
  }
}

function place(context: ChangeContext, { customerId, variantId, quantity, paymentMethodId }: Purchase): ShopOrder {
  const { db, customers, products, orders, now } = context;
  const variant = products.variant(variantId);
  if (!variant.available) throw shopRefusal('VARIANT_UNAVAILABLE');
  const { address } = customers.customer(customerId);
  if (!address) throw shopNotFound('Address');
  const method = methodOf(context, customerId, paymentMethodId);
  const cents = variant.price.amount * quantity;
  mustCover(method, cents);
  const id = freeOrderId(context);
  const at = now().toISOString();
  const position = db.get<{ n: number }>('SELECT count(*) AS n FROM orders WHERE customer_id = ?', customerId)?.n ?? 0;
  db.insert('orders', {
    id,
    customer_id: customerId,
    position,
    status: PENDING,
    address: JSON.stringify(address),
    cancel_reason: null,
    placed_at: at,
    updated_at: at,
  });
  for (let piece = 0; piece < quantity; piece += 1) {
    db.insert('order_lines', {
      order_id: id,
      id: String(piece + 1),
      position: piece,
      product_id: variant.productId,
      variant_id: variant.id,
      title: variant.title,
      options: JSON.stringify(variant.options.map(({ name, value }) => [name, value])),
      price: variant.price.amount,
    });
  }
  book(context, { id, customerId }, { kind: 'PAYMENT', cents, methodId: method.id });
  note(context, id, 'PLACED');
  return orders.order(id);
}

/** Places an order of one variant, each piece a line of its own; the same key places it once. */
export function buy(context: ChangeContext, input: unknown): ShopOrder {
  const purchase = parseShopInput(Purchase, input);
  const key = `buy:${purchase.customerId}:${purchase.idempotencyKey}`;
  return once(context.db, key, ['buy', purchase], context.now(), () => place(context, purchase));
}
