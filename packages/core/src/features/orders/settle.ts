/**
 * @module What was accepted is done by the shop (see change-effect), or by hand. Its answer settles the request.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { deny } from '../../kernel/denial.ts';
import { isOrderChangeSent, sendOrderChange } from './change-effect.ts';
import { OrderServiceRequest } from './entities.ts';

/** Has the shop do what was accepted. Timers of an earlier version come here. */
export const settleOrderChange = defineAction({
  title: { en: 'Settle an order change', zh: '执行订单修改' },
  allow: { system: true },
  on: OrderServiceRequest,
  event: 'finish',
  input: z.object({}),
  output: one(OrderServiceRequest),
  when: async (ctx, request) =>
    request.way === 'SHOP' && !(await isOrderChangeSent(ctx, request))
      ? undefined
      : deny('INVALID_TRANSITION', { details: { from: request.state, event: 'settle' } }),
  run: async (ctx, request) => {
    await sendOrderChange(ctx, request);
    return request;
  },
});

/** Fulfilment or the warehouse cannot do it any more, and says why. */
export const rejectOrderChange = defineAction({
  title: { en: 'Reject an order change', zh: '拒绝订单修改' },
  allow: { staff: 'order.acknowledge' },
  on: OrderServiceRequest,
  input: z.object({ reason: z.string().trim().max(500).default('') }),
  output: one(OrderServiceRequest),
  event: 'reject',
  // What the shop was told to do may be done by now.
  when: (_ctx, { state, way }) =>
    state === 'ACCEPTED' && way === 'SHOP'
      ? deny('INVALID_TRANSITION', { details: { from: state, event: 'reject' } })
      : undefined,
  check: (_ctx, _request, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: (ctx, row, { reason }) =>
    ctx.fire(OrderServiceRequest, row, 'reject', {
      refusal: { zh: reason, en: reason },
      settledAt: ctx.now,
    }),
});

/** A parcel was stopped or redirected by hand. */
export const finishOrderChange = defineAction({
  title: { en: 'Finish an order change', zh: '完成订单修改' },
  allow: { staff: 'order.acknowledge' },
  on: OrderServiceRequest,
  input: z.object({ note: z.string().trim().max(500).default('') }),
  output: one(OrderServiceRequest),
  event: 'finish',
  when: (_ctx, { state, way }) =>
    way === 'BY_HAND' ? undefined : deny('INVALID_TRANSITION', { details: { from: state, event: 'finish' } }),
  run: (ctx, row, { note }) => {
    ctx.reason(note || undefined);
    return ctx.fire(OrderServiceRequest, row, 'finish', {
      settledAt: ctx.now,
    });
  },
});
