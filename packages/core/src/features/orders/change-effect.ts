/**
 * @module The change of an order or of an address in the shop. Its answer settles the request and is told in the
 * conversation.
 */
import { z } from 'zod';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { defineEffect } from '../../kernel/effect.ts';
import type { RowOf } from '../../kernel/entity.ts';
import {
  SHOP_CERTAINTY,
  ShopError,
  type Shop,
  type ShopCall,
  type ShopChangeName,
  type ShopOrder,
} from '../../ports/shop.ts';
import { OrderRemark, OrderServiceRequest } from './entities.ts';
import { erpStageOf } from './facts.ts';
import { CHANGES } from './plan.ts';
import { remarkOf } from './remark.ts';
import { connectedShop, SHOP_EFFECT, whyRefused } from './shop-effect.ts';
import { tellOrderChanges } from './watch.ts';

type RequestRow = RowOf<typeof OrderServiceRequest>;

/** The order was on its way before the shop could cancel it. */
class OrderHasLeft extends ShopError {}

const CHANGE_NAMES = [
  ...Object.values(CHANGES).map(({ method }) => method),
  'updateCustomerAddress',
] as ShopChangeName[];

/** Has the shop do what was accepted. */
export const changeInShop = defineEffect({
  ...SHOP_EFFECT,
  name: 'orders.changeInShop',
  title: { en: 'Change an order in the shop', zh: '在商店修改订单' },
  input: z.object({
    id: z.string(),
    storeId: z.string(),
    label: z.string(),
    method: z.enum(CHANGE_NAMES as [ShopChangeName, ...ShopChangeName[]]),
    request: z.record(z.string(), z.json()),
  }),
  certainty: SHOP_CERTAINTY.cancelOrder,
  lane: ({ storeId, request, id }) => `order:${storeId}:${String(request['orderId'] ?? id)}`,
  about: ({ id, storeId, label }) => ({ entity: OrderServiceRequest.name, id, label, storeId }),
  still: async (ctx, { id }) => ((await waiting(ctx, id)) ? undefined : 'The request is settled.'),
  do: async (ports, { storeId, method, request }, { key: idempotencyKey, signal }) => {
    const shop = connectedShop(ports, storeId);
    try {
      return await performChange(shop, method, { ...request, idempotencyKey }, { signal });
    } catch (error) {
      throw (await hasLeft(shop, { method, request, error })) ?? error;
    }
  },
  done: async (ctx, { id }, answer) => {
    const request = await waiting(ctx, id);
    return request && finish(ctx, request, answer);
  },
  // An order that left in the meantime is not cancelled but sent back (domain model 3.7).
  refused: async (ctx, { id }, error) => {
    const request = await waiting(ctx, id);
    const end = { refusal: whyRefused(error), settledAt: ctx.now, shopAway: false };
    return request && ctx.fire(OrderServiceRequest, request, error instanceof OrderHasLeft ? 'convert' : 'reject', end);
  },
  waits: async (ctx, { id }, attempts) => {
    const request = await waiting(ctx, id);
    return request && ctx.update(OrderServiceRequest, request, { attempts, shopAway: true });
  },
});

const keyOf = ({ id }: RequestRow): string => `desk:${id}`;

/** Whether the shop is being asked for what was accepted, or was. */
export const isOrderChangeSent = (ctx: ReadContext, request: RequestRow): Promise<boolean> =>
  ctx.wasSent(changeInShop, keyOf(request));

/** Lets the shop be asked for what was accepted, once. */
export const sendOrderChange = (ctx: ActionContext, row: RequestRow) => {
  const { id, storeId, orderNumber, change, request } = row;
  return ctx.send(changeInShop, keyOf(row), {
    id,
    storeId,
    label: orderNumber ?? '',
    method: change === 'DEFAULT_ADDRESS' ? 'updateCustomerAddress' : CHANGES[change].method,
    request,
  });
};

async function waiting(ctx: Pick<ActionContext, 'maybe'>, id: string): Promise<RequestRow | undefined> {
  const request = await ctx.maybe(OrderServiceRequest, id);
  return request?.state === 'ACCEPTED' && request.way === 'SHOP' ? request : undefined;
}

/** Calls the shop by the name of the change; the request was made for just that method. */
export function performChange(
  shop: Shop,
  method: ShopChangeName,
  request: Readonly<Record<string, unknown>>,
  call: ShopCall = {},
): Promise<unknown> {
  const change = shop[method] as ((input: object, call: ShopCall) => Promise<unknown>) | undefined;
  if (!change) throw new ShopError('REFUSED', 'The shop does not offer this.', { reason: 'NOT_OFFERED' });
  return change.call(shop, request, call);
}

async function finish(ctx: ActionContext, request: RequestRow, answer: unknown): Promise<RequestRow> {
  const settled = ctx.fire(OrderServiceRequest, request, 'finish', { settledAt: ctx.now, shopAway: false });
  if (request.change === 'DEFAULT_ADDRESS') return settled;
  // A remark that asked for the acknowledgement is there already.
  if ((request.agentId || request.erpStage !== 'RECEIVED') && !(await remarked(ctx, request))) remarkOf(ctx, request);
  // Where a person says that it was done there is no order to tell of: the next look at the shop tells it.
  if (answer === undefined) return settled;
  await tellOrderChanges(ctx, request.storeId, answer as ShopOrder, {
    seen: request.seen,
    conversationId: request.conversationId,
  });
  return settled;
}

/** Whether a refusal to cancel means that the parcel has left, as that error. */
async function hasLeft(
  shop: Shop,
  { method, request, error }: { method: ShopChangeName; request: Readonly<Record<string, unknown>>; error: unknown },
): Promise<OrderHasLeft | undefined> {
  if (method !== 'cancelOrder' || !(error instanceof ShopError) || error.reason !== 'ORDER_STATE') return undefined;
  const order = await shop.order(String(request['orderId'])).catch((failure: unknown) => {
    if (failure instanceof ShopError) return undefined;
    throw failure;
  });
  if (!order || erpStageOf(order) !== 'SHIPPED') return undefined;
  return new OrderHasLeft('REFUSED', error.message, { reason: error.reason });
}

const remarked = async (ctx: ActionContext, request: RequestRow): Promise<boolean> =>
  (await ctx.trusted('what exists counts').first(OrderRemark, {
    storeId: request.storeId,
    orderId: request.orderId ?? '',
    requestId: request.id,
  })) !== undefined;
