/**
 * @module Changes of an order that has arrived: return, exchange, refund.
 */
import { shopRefusal, ShopError, type ShopChangeRequest, type ShopOrder } from '@shopdesk/core';
import { DELIVERED, EXCHANGE_REQUESTED, RETURN_REQUESTED } from '../orders.ts';
import { CURRENCY } from '../store-file.ts';
import { methodOf, note, orderIn, type ChangeContext } from './context.ts';
import { differenceOf, linesOf, swapsOf } from './items.ts';
import { book, heldByMethod, mustCover, refundable } from './ledger.ts';

interface AskedReturn {
  readonly kind: 'RETURN' | 'EXCHANGE';
  readonly methodId: string;
  readonly difference?: number;
  readonly lines: readonly { readonly lineId: string; readonly newVariantId?: string }[];
}

function keep({ db, now }: ChangeContext, order_id: string, { kind, methodId, difference, lines }: AskedReturn): void {
  db.insert('returns', {
    order_id,
    kind,
    payment_method_id: methodId,
    price_difference: difference ?? null,
    at: now().toISOString(),
  });
  for (const [position, { lineId, newVariantId }] of lines.entries()) {
    db.insert('return_lines', { order_id, position, line_id: lineId, new_variant_id: newVariantId ?? null });
  }
}

/** Every order of this shop was paid by some method, a free one by nothing from it. */
const payerOf = (order: ShopOrder): string => order.payments[0]?.paymentMethodId ?? '';

/** Takes goods of a delivered order back; the money goes to the method that paid or to a gift card. */
export function requestReturn(context: ChangeContext, request: ShopChangeRequest<'requestReturn'>): void {
  const order = orderIn(context, request.orderId, [DELIVERED]);
  const method = methodOf(context, order.customerId, request.paymentMethodId ?? payerOf(order));
  if (method.kind !== 'GIFT_CARD' && method.id !== order.payments[0]?.paymentMethodId) {
    throw shopRefusal('PAYMENT_METHOD_NOT_ALLOWED');
  }
  const lines = linesOf(order, request.items).map(({ id }) => ({ lineId: id }));
  keep(context, order.id, { kind: 'RETURN', methodId: method.id, lines });
  note(context, order.id, 'RETURN_REQUESTED', RETURN_REQUESTED);
}

/** Takes goods of a delivered order back and sends others of the same products. */
export function requestExchange(context: ChangeContext, request: ShopChangeRequest<'requestExchange'>): void {
  const order = orderIn(context, request.orderId, [DELIVERED]);
  const swaps = swapsOf(context, order, request.items);
  const difference = differenceOf(swaps);
  const method = methodOf(context, order.customerId, request.paymentMethodId ?? payerOf(order));
  mustCover(method, difference);
  const lines = swaps.map(({ line, variant }) => ({ lineId: line.id, newVariantId: variant.id }));
  keep(context, order.id, { kind: 'EXCHANGE', methodId: method.id, difference, lines });
  note(context, order.id, 'EXCHANGE_REQUESTED', EXCHANGE_REQUESTED);
}

/** What may go back by one method: a gift card takes all that is left, a payer only what it paid. */
function roomOf(context: ChangeContext, order: ShopOrder, methodId: string): number {
  const left = refundable(order);
  const method = methodOf(context, order.customerId, methodId);
  if (method.kind === 'GIFT_CARD') return left;
  const held = heldByMethod(order).get(methodId);
  if (held === undefined && left > 0) throw shopRefusal('PAYMENT_METHOD_NOT_ALLOWED');
  return Math.min(left, held ?? 0);
}

/** Gives money back, to the method that paid unless a gift card is named. */
export function refund(context: ChangeContext, request: ShopChangeRequest<'refund'>): void {
  const order = context.orders.order(request.orderId);
  const { amount, currency } = request.amount;
  if (currency !== CURRENCY) {
    throw new ShopError('INVALID', `Not valid: the order was paid in ${CURRENCY}`, {
      fields: [{ path: 'amount.currency', message: `Must be ${CURRENCY}` }],
    });
  }
  const [payer = payerOf(order)] = heldByMethod(order).keys();
  const methodId = request.paymentMethodId ?? payer;
  if (amount > roomOf(context, order, methodId)) throw shopRefusal('ABOVE_REFUNDABLE');
  book(context, order, { kind: 'REFUND', cents: amount, methodId });
  note(context, order.id, 'REFUNDED');
}
