/**
 * @module Changes of an order that has not left: cancel, address, payment, items.
 */
import { shopRefusal, type ShopChangeRequest } from '@shopdesk/core';
import { CANCELLED, ITEMS_MODIFIED, PENDING } from '../orders.ts';
import { methodOf, note, orderIn, type ChangeContext } from './context.ts';
import { differenceOf, swapsOf } from './items.ts';
import { book, heldByMethod, mustCover, refundable, settle } from './ledger.ts';

/** The reasons the shop takes for a cancellation. */
export const CANCEL_REASONS = ['no longer needed', 'ordered by mistake'] as const;

/** Cancels a pending order and gives the money back. */
export function cancelOrder(context: ChangeContext, { orderId, reason }: ShopChangeRequest<'cancelOrder'>): void {
  const order = orderIn(context, orderId, [PENDING]);
  if (!CANCEL_REASONS.some((accepted) => accepted === reason)) throw shopRefusal('REASON_NOT_ACCEPTED');
  if (context.cancelRefunds === 'every-entry') {
    for (const { amount, paymentMethodId = '' } of order.payments) {
      book(context, order, { kind: 'REFUND', cents: amount.amount, methodId: paymentMethodId });
    }
  } else {
    let left = refundable(order);
    for (const [methodId, held] of heldByMethod(order)) {
      const cents = Math.min(held, left);
      left -= cents;
      if (cents > 0) book(context, order, { kind: 'REFUND', cents, methodId });
    }
  }
  context.db.run('UPDATE orders SET cancel_reason = ? WHERE id = ?', reason, orderId);
  note(context, orderId, 'CANCELLED', CANCELLED);
}

/** Sends a pending order elsewhere, also after its items were changed. */
export function changeAddress(context: ChangeContext, { orderId, address }: ShopChangeRequest<'changeAddress'>): void {
  orderIn(context, orderId, [PENDING, ITEMS_MODIFIED]);
  context.db.run('UPDATE orders SET address = ? WHERE id = ?', JSON.stringify(address), orderId);
  note(context, orderId, 'ADDRESS_CHANGED');
}

/** Takes the whole payment by another method and gives the first back; possible once. */
export function changePayment(
  context: ChangeContext,
  { orderId, paymentMethodId }: ShopChangeRequest<'changePayment'>,
): void {
  const order = orderIn(context, orderId, [PENDING, ITEMS_MODIFIED]);
  const method = methodOf(context, order.customerId, paymentMethodId);
  const [first, ...others] = order.payments;
  if (!first || first.kind !== 'PAYMENT' || others.length > 0) throw shopRefusal('PAYMENT_SETTLED');
  if (first.paymentMethodId === method.id) throw shopRefusal('PAYMENT_METHOD_SAME');
  const cents = first.amount.amount;
  mustCover(method, cents);
  book(context, order, { kind: 'PAYMENT', cents, methodId: method.id });
  book(context, order, { kind: 'REFUND', cents, methodId: first.paymentMethodId ?? '' });
  note(context, orderId, 'PAYMENT_CHANGED');
}

/** Swaps lines for other variants of the same products; possible once. */
export function changeItems(context: ChangeContext, request: ShopChangeRequest<'changeItems'>): void {
  const order = orderIn(context, request.orderId, [PENDING]);
  const swaps = swapsOf(context, order, request.items);
  if (swaps.some(({ line, variant }) => line.variantId === variant.id)) throw shopRefusal('SAME_VARIANT');
  const method = methodOf(context, order.customerId, request.paymentMethodId);
  settle(context, order, method, differenceOf(swaps));
  for (const { line, variant } of swaps) {
    context.db.run(
      'UPDATE order_lines SET variant_id = ?, options = ?, price = ? WHERE order_id = ? AND id = ?',
      variant.id,
      JSON.stringify(variant.options.map(({ name, value }) => [name, value])),
      variant.price.amount,
      order.id,
      line.id,
    );
  }
  note(context, order.id, 'ITEMS_CHANGED', ITEMS_MODIFIED);
}
