/**
 * @module Money in and out of an order. A gift card's balance moves with it, in whole cents.
 */
import { shopRefusal, type ShopOrder, type ShopPayment, type ShopPaymentMethod } from '@shopdesk/core';
import type { ChangeContext } from './context.ts';

/** Throws unless a gift card's balance covers so many cents; other methods always do. */
export function mustCover({ kind, balance }: ShopPaymentMethod, cents: number): void {
  if (kind === 'GIFT_CARD' && (balance?.amount ?? 0) < cents) throw shopRefusal('BALANCE_TOO_LOW');
}

/** Books an entry and moves the balance of a gift card. */
export function book(
  { db, now }: ChangeContext,
  order: { readonly id: string; readonly customerId: string },
  entry: { readonly kind: ShopPayment['kind']; readonly cents: number; readonly methodId: string },
): void {
  const { kind, cents, methodId } = entry;
  db.run(
    `INSERT INTO payments (order_id, position, kind, amount, payment_method_id, at)
     SELECT ?1, (SELECT count(*) FROM payments WHERE order_id = ?1), ?2, ?3, ?4, ?5`,
    order.id,
    kind,
    cents,
    methodId,
    now().toISOString(),
  );
  db.run(
    'UPDATE payment_methods SET balance = balance + ? WHERE customer_id = ? AND id = ? AND balance IS NOT NULL',
    kind === 'REFUND' ? cents : -cents,
    order.customerId,
    methodId,
  );
}

/** Settles the difference of an exchange of goods: above 0 the customer pays, else he gets it back. */
export function settle(context: ChangeContext, order: ShopOrder, method: ShopPaymentMethod, difference: number): void {
  mustCover(method, difference);
  const kind = difference > 0 ? 'PAYMENT' : 'REFUND';
  book(context, order, { kind, cents: Math.abs(difference), methodId: method.id });
}

/** What can still be given back of an order, in cents. */
export const refundable = ({ amounts }: ShopOrder): number => amounts.paid.amount - amounts.refunded.amount;

/** What an order still holds by each method, in cents and only where it is more than nothing, first payer first. */
export function heldByMethod({ payments }: ShopOrder): Map<string, number> {
  const held = new Map<string, number>();
  for (const { kind, amount, paymentMethodId = '' } of payments) {
    held.set(paymentMethodId, (held.get(paymentMethodId) ?? 0) + (kind === 'PAYMENT' ? amount.amount : -amount.amount));
  }
  return new Map([...held].filter(([, cents]) => cents > 0));
}
