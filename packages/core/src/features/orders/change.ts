/**
 * @module Changes of an order before dispatch: the policy decides, the actor sees what will happen and confirms, the
 * request is written down, and then the shop does it – once, however often it is tried.
 */
import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import { actorKey } from '../../kernel/actor.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { Money } from '../../kernel/money.ts';
import { decide, type Decision } from '../../policies/index.ts';
import { ShopAddress, ShopError, type Shop, type ShopChangeName, type ShopOrder } from '../../ports/shop.ts';
import { Conversation } from '../conversations/entities.ts';
import { orderFacts, payingMethod, priceDifference, type WantedItem } from './facts.ts';
import { confirmationOf } from './confirmation.ts';
import { ORDER_CHANGES, OrderServiceRequest, type OrderChange } from './entities.ts';
import { buyerOf, orderOf, refusalOf, shopOf, type ShopAccess } from './shop-access.ts';
import { policyDenial, storePolicy } from './store-policy.ts';

const RETRY_MS = [5_000, 30_000, 120_000, 600_000, 3_600_000];

const item = z.object({ lineId: z.string().max(200), quantity: z.int().min(1).max(100_000).default(1), newVariantId: z.string().max(200) });

/** What is asked; which of the optional parts is needed depends on the change. */
const wanted = z.object({
  storeId: z.string().optional(),
  conversationId: z.string().optional(),
  orderId: z.string().min(1).max(200),
  change: z.enum(ORDER_CHANGES),
  reason: z.string().trim().max(500).default(''),
  address: ShopAddress.optional(),
  paymentMethodId: z.string().max(200).optional(),
  items: z.array(item).min(1).max(100).optional(),
});
type Wanted = z.output<typeof wanted>;

/** The shop's method, the policy's question and the parts that each change needs. */
const CHANGES: Record<OrderChange, { readonly method: ShopChangeName; readonly decision: string; readonly needs: readonly (keyof Wanted)[] }> = {
  CANCEL: { method: 'cancelOrder', decision: 'CANCEL', needs: ['reason'] },
  ADDRESS: { method: 'changeAddress', decision: 'CHANGE_ADDRESS', needs: ['address'] },
  PAYMENT: { method: 'changePayment', decision: 'CHANGE_PAYMENT', needs: ['paymentMethodId'] },
  ITEMS: { method: 'changeItems', decision: 'CHANGE_ITEMS', needs: ['items', 'paymentMethodId'] },
};

interface Planned {
  readonly access: ShopAccess;
  readonly order: ShopOrder;
  readonly customerId: string | null;
  readonly decisions: readonly Decision[];
  readonly items: readonly WantedItem[];
  readonly confirmation: string;
}

/** The items with what the shop knows of their replacements; an unknown one stays without. */
export async function withVariants(shop: Shop, items: readonly Omit<WantedItem, 'variant'>[]): Promise<WantedItem[]> {
  const known = async (id: string) => {
    try {
      return await shop.variant(id);
    } catch (error) {
      if (error instanceof ShopError && error.code === 'NOT_FOUND') return undefined;
      throw error;
    }
  };
  return Promise.all(items.map(async (one) => ({ ...one, variant: one.newVariantId ? await known(one.newVariantId) : undefined })));
}

async function plan(ctx: ReadContext, input: Wanted): Promise<Planned> {
  const { method, decision, needs } = CHANGES[input.change];
  const missing = needs.filter((field) => !input[field]);
  if (missing.length > 0) return refuse('VALIDATION_FAILED', { fields: missing.map((path) => ({ path, message: 'Required.' })) });
  const access = await shopOf(ctx, input.storeId);
  if (!access.shop.capabilities.changes.includes(method)) return refuse('POLICY_DENIED', { message: 'The shop does not offer this.', details: { ruleIds: [] } });
  const order = await orderOf(ctx, access, input.orderId);
  const { customer, customerId } = await buyerOf(ctx, access, order);
  const items = await withVariants(access.shop, input.items ?? []);
  // A member of staff acts at the customer's request (R-MID-14); what he may do by himself is asked elsewhere.
  const facts = orderFacts({ order, customer, asker: 'CUSTOMER', now: ctx.now, reason: input.reason, paymentMethodId: input.paymentMethodId, ...(items.length > 0 ? { items } : {}) });
  const { policy, setting } = await storePolicy(ctx, access.store, order);
  const asked = input.change === 'CANCEL' ? [decision, 'CANCEL_REASON'] : [decision];
  const decisions = asked.map((kind) => decide(policy, kind, facts, setting));
  const denied = decisions.find(({ outcome }) => outcome !== 'ALLOW');
  if (denied) return refuse('POLICY_DENIED', policyDenial(denied));
  return { access, order, customerId, decisions, items, confirmation: confirmationOf(input, order.updatedAt) };
}

const Effect = z.object({ kind: z.enum(['REFUND', 'PAY', 'STATUS', 'ADDRESS', 'ITEMS']), amount: Money.nullable(), methodId: z.string().nullable(), text: z.object({ zh: z.string(), en: z.string() }) });
type Effect = z.output<typeof Effect>;

function effectsOf({ change, paymentMethodId }: Wanted, { order, items }: Planned): Effect[] {
  const chosen = paymentMethodId ?? null;
  const refund = (amount: Money | null, methodId: string | null): Effect => ({ kind: 'REFUND', amount, methodId, text: { zh: '退款', en: 'Refund' } });
  const pay = (amount: Money | null, methodId: string | null): Effect => ({ kind: 'PAY', amount, methodId, text: { zh: '付款', en: 'Payment' } });
  const paid = order.payments[0]?.amount ?? null;
  const original = payingMethod(order) ?? null;
  switch (change) {
    case 'CANCEL':
      return [{ kind: 'STATUS', amount: null, methodId: null, text: { zh: '订单将被取消,不能恢复', en: 'The order is cancelled for good' } }, refund(paid, original)];
    case 'ADDRESS':
      return [{ kind: 'ADDRESS', amount: null, methodId: null, text: { zh: '订单将寄往新地址', en: 'The order goes to the new address' } }];
    case 'PAYMENT':
      return [pay(paid, chosen), refund(paid, original)];
    case 'ITEMS': {
      const difference = priceDifference(order, items);
      const changed: Effect = { kind: 'ITEMS', amount: null, methodId: null, text: { zh: '商品将更换,之后不能再次修改', en: 'The items are changed; they cannot be changed again' } };
      if (difference.amount === 0) return [changed];
      const owed = { ...difference, amount: Math.abs(difference.amount) };
      return [changed, difference.amount > 0 ? pay(owed, chosen) : refund(owed, chosen)];
    }
  }
}

/** What a change would do, to the cent, before anything is done. The confirmation goes with the request. */
export const previewOrderChange = defineView({
  title: { en: 'Preview an order change', zh: '预览订单修改' },
  allow: { shopper: true, staff: 'order.change' },
  input: wanted,
  output: value(
    'OrderChangePreview',
    z.object({ orderNumber: z.string(), effects: z.array(Effect), ruleIds: z.array(z.string()), clause: z.object({ zh: z.string(), en: z.string() }), confirmation: z.string() }),
  ),
  run: async (ctx, input) => {
    const planned = await plan(ctx, input);
    const [{ clause } = { clause: { zh: '', en: '' } }] = planned.decisions;
    const ruleIds = planned.decisions.flatMap((decision) => decision.ruleIds);
    return { orderNumber: planned.order.number, effects: effectsOf(input, planned), ruleIds, clause: { ...clause }, confirmation: planned.confirmation };
  },
});

/** Asks for a change that was previewed. A preview that is out of date is CONFLICT: look again. */
export const requestOrderChange = defineAction({
  title: { en: 'Change an order', zh: '修改订单' },
  allow: { shopper: true, staff: 'order.change' },
  input: wanted.extend({ confirmation: z.string().min(1).max(100) }),
  output: one(OrderServiceRequest),
  run: async (ctx, { confirmation, ...input }) => {
    const planned = await plan(ctx, input);
    if (planned.confirmation !== confirmation) return refuse('CONFLICT', { message: 'The order has changed since you looked. Please check again.' });
    if (input.conversationId) await ctx.get(Conversation, input.conversationId);
    const request = ctx.insert(OrderServiceRequest, {
      storeId: planned.access.store.id,
      customerId: planned.customerId,
      conversationId: input.conversationId ?? null,
      orderId: planned.order.id,
      orderNumber: planned.order.number,
      change: input.change,
      state: 'ACCEPTED',
      reason: input.reason,
      request: shopRequest(input, planned),
      decision: JSON.parse(JSON.stringify(planned.decisions[0])) as Record<string, z.core.util.JSONType>,
      ruleIds: planned.decisions.flatMap((decision) => decision.ruleIds),
      refusal: null,
      attempts: 0,
      requestedBy: actorKey(ctx.actor),
      requestedAt: ctx.now,
      settledAt: null,
    });
    ctx.because(input.reason || undefined);
    await ctx.follow(`order-request:${request.id}`, 'settleOrderChange', { id: request.id });
    return request;
  },
});

function shopRequest({ change, reason, address, paymentMethodId, items }: Wanted, { order, access: { shop } }: Planned): Record<string, z.core.util.JSONType> {
  const own = shop.capabilities.cancelReasons?.find((accepted) => accepted.toUpperCase() === reason.toUpperCase()) ?? reason;
  const parts = { CANCEL: { reason: own }, ADDRESS: { address }, PAYMENT: { paymentMethodId }, ITEMS: { items, paymentMethodId } }[change];
  return JSON.parse(JSON.stringify({ orderId: order.id, ...parts })) as Record<string, z.core.util.JSONType>;
}

/** Has the shop do what was accepted; its answer settles the request. Tried again while the shop is away. */
export const settleOrderChange = defineAction({
  title: { en: 'Settle an order change', zh: '执行订单修改' },
  allow: { system: true },
  input: z.object({ id: z.string() }),
  output: one(OrderServiceRequest),
  run: async (ctx, { id }) => {
    const request = await ctx.get(OrderServiceRequest, id);
    const shop = ctx.ports.shop(request.storeId);
    if (request.state !== 'ACCEPTED' || !shop) return request;
    try {
      await performChange(shop, CHANGES[request.change].method, { ...request.request, idempotencyKey: `desk:${id}` });
    } catch (error) {
      if (!(error instanceof ShopError)) throw error;
      return error.code === 'UNAVAILABLE' ? tryLater(ctx, request) : ctx.fire(OrderServiceRequest, request, 'reject', { refusal: refusalOf(error).en, settledAt: ctx.now });
    }
    return ctx.fire(OrderServiceRequest, request, 'finish', { settledAt: ctx.now, attempts: request.attempts + 1 });
  },
});

async function tryLater(ctx: ActionContext, request: RowOf<typeof OrderServiceRequest>) {
  const wait = RETRY_MS[Math.min(request.attempts, RETRY_MS.length - 1)] ?? 0;
  await ctx.schedule(`order-request:${request.id}`, new Date(Date.parse(ctx.now) + wait).toISOString(), 'settleOrderChange', { id: request.id });
  return ctx.update(OrderServiceRequest, request, { attempts: request.attempts + 1 });
}

/** Calls the shop by the name of the change; the request was made for just that method. */
export function performChange(shop: Shop, method: ShopChangeName, request: Readonly<Record<string, unknown>>): Promise<unknown> {
  const change = shop[method] as ((input: Readonly<Record<string, unknown>>) => Promise<unknown>) | undefined;
  if (!change) throw new ShopError('REFUSED', 'The shop does not offer this.');
  return change.call(shop, request);
}
