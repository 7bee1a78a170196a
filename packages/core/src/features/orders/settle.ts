/**
 * @module What was accepted is done by the shop (see change-effect), or by hand. Its answer settles the request.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { deny } from '../../kernel/denial.ts';
import { mayFire } from '../../kernel/machine.ts';
import { sendOrderChange } from './change-effect.ts';
import { orderRequestMachine, OrderServiceRequest } from './entities.ts';

/** Has the shop do what was accepted. Timers of an earlier version come here. */
export const settleOrderChange = defineAction({
  title: { en: 'Settle an order change', zh: '执行订单修改' },
  allow: { system: true },
  input: z.object({ id: z.string() }),
  output: one(OrderServiceRequest),
  run: async (ctx, { id }) => {
    const request = await ctx.get(OrderServiceRequest, id);
    if (request.state === 'ACCEPTED' && request.way === 'SHOP') await sendOrderChange(ctx, request);
    return request;
  },
});

const id = z.string();

/** Fulfilment or the warehouse cannot do it any more, and says why. */
export const rejectOrderChange = defineAction({
  title: { en: 'Reject an order change', zh: '拒绝订单修改' },
  allow: { staff: 'order.acknowledge' },
  on: OrderServiceRequest,
  input: z.object({ id, reason: z.string().trim().max(500).default('') }),
  output: one(OrderServiceRequest),
  check: async (ctx, input) => {
    const request = await ctx.get(OrderServiceRequest, input.id);
    if (!input.reason) return deny('REASON_REQUIRED');
    // What the shop was told to do may be done by now.
    return request.state === 'ACCEPTED' && request.way === 'SHOP'
      ? deny('INVALID_TRANSITION', { details: { from: request.state, event: 'reject' } })
      : mayFire(orderRequestMachine, request.state, 'reject');
  },
  run: async (ctx, { id: requestId, reason }) =>
    ctx.fire(OrderServiceRequest, await ctx.get(OrderServiceRequest, requestId), 'reject', {
      refusal: { zh: reason, en: reason },
      settledAt: ctx.now,
    }),
});

/** A parcel was stopped or redirected by hand. */
export const finishOrderChange = defineAction({
  title: { en: 'Finish an order change', zh: '完成订单修改' },
  allow: { staff: 'order.acknowledge' },
  on: OrderServiceRequest,
  input: z.object({ id, note: z.string().trim().max(500).default('') }),
  output: one(OrderServiceRequest),
  check: async (ctx, input) => {
    const request = await ctx.get(OrderServiceRequest, input.id);
    return request.way === 'BY_HAND'
      ? mayFire(orderRequestMachine, request.state, 'finish')
      : deny('INVALID_TRANSITION', { details: { from: request.state, event: 'finish' } });
  },
  run: async (ctx, { id: requestId, note }) => {
    ctx.because(note || undefined);
    return ctx.fire(OrderServiceRequest, await ctx.get(OrderServiceRequest, requestId), 'finish', {
      settledAt: ctx.now,
    });
  },
});
