/**
 * @module The events that a shop may send, and the action that each of them is.
 */
import { AfterSalesCase, DeniedError, deny, Money, type Desk, type SystemActor } from '@shopdesk/core';
import { z } from 'zod';
import { serverTexts as t } from '../../texts.ts';

const amount = Money.extend({ amount: z.int().positive() });
const id = z.string().min(1).max(200);

/** Types and what they carry; anything beside it is ignored. */
export const ShopEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('order.changed'), data: z.object({ orderId: id }) }),
  z.object({ type: z.literal('payment.received'), data: z.object({ orderId: id, paymentId: id, amount }) }),
  z.object({ type: z.literal('refund.paid'), data: z.object({ refundNo: id, amount }) }),
]);
export type ShopEvent = z.output<typeof ShopEvent>;

export interface EventDesk {
  readonly desk: Desk;
  readonly actor: SystemActor;
  readonly storeId: string;
}

/** Does what an event says, once for its id. @throws DeniedError with the reason why not */
export async function applyShopEvent(
  { desk, actor, storeId }: EventDesk,
  { type, data }: ShopEvent,
  eventId: string,
): Promise<void> {
  const options = { idempotencyKey: `shop-event:${storeId}:${eventId}` };
  switch (type) {
    case 'order.changed':
      await desk.perform(actor, 'noteOrderChange', { storeId, ...data }, options);
      return;
    case 'payment.received':
      await desk.perform(actor, 'notePayment', { storeId, ...data }, options);
      return;
    case 'refund.paid':
      await desk.perform(actor, 'confirmRefund', await refundOf(desk, actor, { storeId, ...data }), options);
  }
}

async function refundOf(
  desk: Desk,
  actor: SystemActor,
  { storeId, refundNo, amount: paid }: { storeId: string; refundNo: string; amount: z.output<typeof amount> },
) {
  const known = await desk.read(actor).first(AfterSalesCase, { storeId, refundNo });
  if (!known) throw new DeniedError(deny('NOT_FOUND', { details: { entity: 'Refund' } }));
  const otherCurrency = deny('VALIDATION_FAILED', {
    fields: [{ path: 'data.amount.currency', text: t.otherRefundCurrency }],
  });
  if (known.currency !== paid.currency) throw new DeniedError(otherCurrency);
  return { id: known.id, refundNo, amount: paid.amount };
}
