/**
 * @module What was accepted is done: by the shop, tried again under the same key while it is away, or by hand. Its answer
 * settles the request and is told in the conversation.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { mayFire } from '../../kernel/machine.ts';
import { ShopError, type Shop, type ShopChangeName, type ShopOrder } from '../../ports/shop.ts';
import { OrderRemark, orderRequestMachine, OrderServiceRequest } from './entities.ts';
import { erpStageOf } from './facts.ts';
import { CHANGES } from './plan.ts';
import { remarkOf } from './remark.ts';
import { refusalOf } from './shop-access.ts';
import { tellOrderChanges } from './watch.ts';

type RequestRow = RowOf<typeof OrderServiceRequest>;

const RETRY_MS = [5_000, 30_000, 120_000, 600_000, 3_600_000];

/** When the next try after so many is due: soon at first, then every hour. */
export const retryAt = (now: string, attempts: number): string =>
  new Date(Date.parse(now) + (RETRY_MS[Math.min(attempts, RETRY_MS.length - 1)] ?? 0)).toISOString();

/** Has the shop do what was accepted; its answer settles the request. Tried again while the shop is away. */
export const settleOrderChange = defineAction({
  title: { en: 'Settle an order change', zh: '执行订单修改' },
  allow: { system: true },
  input: z.object({ id: z.string() }),
  output: one(OrderServiceRequest),
  run: async (ctx, { id }) => {
    const request = await ctx.get(OrderServiceRequest, id);
    if (request.state !== 'ACCEPTED' || request.way !== 'SHOP') return request;
    const shop = ctx.ports.shop(request.storeId);
    if (!shop) return tryLater(ctx, request);
    try {
      const answer = await performChange(shop, methodOf(request), { ...request.request, idempotencyKey: `desk:${id}` });
      return await done(ctx, request, answer);
    } catch (error) {
      if (!(error instanceof ShopError)) throw error;
      return error.code === 'UNAVAILABLE' ? tryLater(ctx, request) : declined(ctx, request, { shop, error });
    }
  },
});

const methodOf = ({ change }: RequestRow): ShopChangeName =>
  change === 'DEFAULT_ADDRESS' ? 'updateCustomerAddress' : CHANGES[change].method;

/** Calls the shop by the name of the change; the request was made for just that method. */
export function performChange(
  shop: Shop,
  method: ShopChangeName,
  request: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const change = shop[method] as ((input: Readonly<Record<string, unknown>>) => Promise<unknown>) | undefined;
  if (!change) throw new ShopError('REFUSED', 'The shop does not offer this.', { reason: 'NOT_OFFERED' });
  return change.call(shop, request);
}

async function done(ctx: ActionContext, request: RequestRow, answer: unknown): Promise<RequestRow> {
  const settled = ctx.fire(OrderServiceRequest, request, 'finish', {
    settledAt: ctx.now,
    attempts: request.attempts + 1,
    shopAway: false,
  });
  if (request.change === 'DEFAULT_ADDRESS') return settled;
  // A remark that asked for the acknowledgement is there already.
  if ((request.agentId || request.erpStage !== 'RECEIVED') && !(await remarked(ctx, request))) remarkOf(ctx, request);
  await tellOrderChanges(ctx, request.storeId, answer as ShopOrder, {
    seen: request.seen,
    conversationId: request.conversationId,
  });
  return settled;
}

async function tryLater(ctx: ActionContext, request: RequestRow): Promise<RequestRow> {
  await ctx.schedule(`order-request:${request.id}`, retryAt(ctx.now, request.attempts), 'settleOrderChange', {
    id: request.id,
  });
  return ctx.update(OrderServiceRequest, request, { attempts: request.attempts + 1, shopAway: true });
}

/** The shop says no. An order that left in the meantime is not cancelled but sent back (domain model 3.7). */
async function declined(
  ctx: ActionContext,
  request: RequestRow,
  { shop, error }: { shop: Shop; error: ShopError },
): Promise<RequestRow> {
  const end = { refusal: refusalOf(error), settledAt: ctx.now, attempts: request.attempts + 1, shopAway: false };
  const left =
    request.change === 'CANCEL' && error.reason === 'ORDER_STATE' && (await hasLeft(shop, request.orderId ?? ''));
  return ctx.fire(OrderServiceRequest, request, left ? 'convert' : 'reject', end);
}

async function hasLeft(shop: Shop, orderId: string): Promise<boolean> {
  const order = await shop.order(orderId).catch((error: unknown) => {
    if (error instanceof ShopError) return undefined;
    throw error;
  });
  return order !== undefined && erpStageOf(order) === 'SHIPPED';
}

const remarked = async (ctx: ActionContext, request: RequestRow): Promise<boolean> =>
  (await ctx.desk.first(OrderRemark, {
    storeId: request.storeId,
    orderId: request.orderId ?? '',
    requestId: request.id,
  })) !== undefined;

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
