/**
 * @module Hearing of an order's changes: the shop calls with a token that it signed, or the desk asks from time to time.
 * Either way the order itself is read from the shop; what is new is told in the conversation, once.
 */
import { z } from 'zod';
import { defineAction, one, value } from '../../kernel/action.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { ShopError, type ShopOrder } from '../../ports/shop.ts';
import { IdentityKey, Store } from '../access/entities.ts';
import { OrderWatch } from './entities.ts';
import { customerOf, openConversationOf, tell } from './notice.ts';
import { newsOf, sentShipments, type Known } from './order-news.ts';
import { orderOf, refuseShopError, shopOf, type ShopAccess } from './shop-access.ts';

type WatchRow = RowOf<typeof OrderWatch>;
type StoreRow = RowOf<typeof Store>;

const POLL_OPEN_MS = 30_000;
const POLL_QUIET_MS = 600_000;
const WATCH_MS = 30 * 24 * 3600 * 1000;
const OVER: readonly string[] = ['COMPLETED', 'CLOSED_UNPAID', 'CANCELLED', 'RETURNED'];

const later = (now: string, milliseconds: number) => new Date(Date.parse(now) + milliseconds).toISOString();
const pollKey = (watchId: string) => `order-poll:${watchId}`;

/** Tells what is new of an order in the customer's conversation and remembers it. Answers how much was told. */
export async function tellOrderChanges(ctx: ActionContext, storeId: string, order: ShopOrder, { seen, conversationId }: { seen?: number; conversationId?: string | null } = {}): Promise<number> {
  const watch = await ctx.desk.first(OrderWatch, { storeId, orderId: order.id });
  const news = newsOf(order, watch ?? knownBefore(order, seen ?? order.history.length));
  const customerId = watch?.customerId ?? (await customerOf(ctx, storeId, order.customerId));
  const conversation = news.length > 0 ? await openConversationOf(ctx, storeId, { conversationId, customerId }) : undefined;
  if (conversation) await tell(ctx, conversation, news);
  remember(ctx, watch, { storeId, order, customerId, changed: news.length > 0 });
  return conversation ? news.length : 0;
}

/** What was known of an order that nobody watched, up to a place in its history. */
function knownBefore(order: ShopOrder, seen: number): Known {
  const justSent = order.history.slice(seen).some(({ kind }) => kind === 'SHIPPED');
  return { seen, shipmentsTold: justSent ? [] : idsOf(order) };
}

const idsOf = (order: ShopOrder) => sentShipments(order).map(({ id }) => id);

function remember(ctx: ActionContext, watch: WatchRow | undefined, { storeId, order, customerId, changed }: { storeId: string; order: ShopOrder; customerId: string | null; changed: boolean }): WatchRow {
  const state = { status: order.status, shopStatus: order.shopStatus, seen: order.history.length, shipmentsTold: idsOf(order) };
  if (!watch)
    return ctx.insert(OrderWatch, { storeId, orderId: order.id, orderNumber: order.number, customerId, shopCustomerId: order.customerId, ...state, followerIds: [], changedAt: ctx.now, endsAt: later(ctx.now, WATCH_MS) });
  const same = !changed && watch.status === state.status && watch.seen === state.seen && watch.customerId === customerId;
  return same ? watch : ctx.update(OrderWatch, watch, { ...state, customerId, changedAt: ctx.now });
}

/** Watches an order: its shopper, or staff on their list. A shop that does not call is asked from time to time. */
export const watchOrder = defineAction({
  title: { en: 'Watch an order', zh: '关注订单' },
  allow: { shopper: true, staff: 'order.read' },
  input: z.object({ storeId: z.string().optional(), orderId: z.string().min(1).max(200) }),
  output: one(OrderWatch),
  run: async (ctx, { storeId, orderId }) => {
    const access = await shopOf(ctx, storeId);
    const order = await orderOf(ctx, access, orderId);
    const watch = await startWatch(ctx, access, order);
    const { actor } = ctx;
    if (actor.kind !== 'staff' || watch.followerIds.includes(actor.userId)) return watch;
    return ctx.update(OrderWatch, watch, { followerIds: [...watch.followerIds, actor.userId] });
  },
});

/** Begins to watch an order as it is now; nothing that happened before is told. */
export async function startWatch(ctx: ActionContext, { store, shop }: ShopAccess, order: ShopOrder): Promise<WatchRow> {
  const known = await ctx.desk.first(OrderWatch, { storeId: store.id, orderId: order.id });
  const watch = known ?? remember(ctx, undefined, { storeId: store.id, order, customerId: await customerOf(ctx, store.id, order.customerId), changed: false });
  const kept = known && known.endsAt < later(ctx.now, WATCH_MS / 2) ? ctx.update(OrderWatch, known, { endsAt: later(ctx.now, WATCH_MS) }) : watch;
  if (shop.capabilities.orderEvents !== 'WEBHOOK') await ctx.schedule(pollKey(kept.id), later(ctx.now, POLL_OPEN_MS), 'pollOrder', { id: kept.id });
  return kept;
}

/** Takes an order off one's list. */
export const unwatchOrder = defineAction({
  title: { en: 'Stop watching an order', zh: '取消关注订单' },
  allow: { staff: 'order.read' },
  on: OrderWatch,
  input: z.object({ id: z.string() }),
  output: one(OrderWatch),
  run: async (ctx, { id }) => {
    const watch = await ctx.get(OrderWatch, id);
    const me = ctx.actor.kind === 'staff' ? ctx.actor.userId : '';
    return ctx.update(OrderWatch, watch, { followerIds: watch.followerIds.filter((follower) => follower !== me) });
  },
});

/** Asks the shop for an order again: often while its customer is in a chat, seldom otherwise, no more once it is over. */
export const pollOrder = defineAction({
  title: { en: 'Ask the shop for an order', zh: '查询订单变化' },
  allow: { system: true },
  input: z.object({ id: z.string() }),
  output: one(OrderWatch),
  unaudited: true,
  run: async (ctx, { id }) => {
    const watch = await ctx.get(OrderWatch, id);
    const order = await ctx.ports.shop(watch.storeId)?.order(watch.orderId).catch(whileAway);
    if (order) await tellOrderChanges(ctx, watch.storeId, order);
    const over = (order && OVER.includes(order.status)) || watch.endsAt <= ctx.now;
    const chatting = await openConversationOf(ctx, watch.storeId, { customerId: watch.customerId });
    if (!over) await ctx.schedule(pollKey(id), later(ctx.now, chatting ? POLL_OPEN_MS : POLL_QUIET_MS), 'pollOrder', { id });
    return (await ctx.maybe(OrderWatch, id)) ?? watch;
  },
});

function whileAway(error: unknown): undefined {
  if (error instanceof ShopError && error.code !== 'INVALID') return undefined;
  throw error;
}

const SUBJECT = 'order:';

/**
 * The shop says that an order has changed. It signs a token with its identity key whose subject is `order:` and the
 * order's id; nothing else of what is sent is believed, the order is read from the shop.
 */
export const noteOrderEvent = defineAction({
  title: { en: 'Note an order event', zh: '接收订单事件' },
  allow: { anonymous: true },
  input: z.object({ storeKey: z.string().max(64), eventToken: z.string().min(10).max(4096) }),
  output: value('OrderEventNoted', z.object({ orderId: z.string(), told: z.int() })),
  run: async (ctx, { storeKey, eventToken }) => {
    const store = (await ctx.lookup(Store, { key: storeKey })) ?? refuse('NOT_FOUND', { details: { entity: 'Store' } });
    const orderId = await signedOrder(ctx, store, eventToken);
    const shop = ctx.ports.shop(store.id) ?? refuse('NOT_FOUND', { details: { entity: 'Shop' } });
    const order = await shop.order(orderId).catch(refuseShopError);
    const seen = Math.max(0, order.history.length - 1);
    return { orderId: order.id, told: await tellOrderChanges(ctx.inTenant(store.tenantId), store.id, order, { seen }) };
  },
});

async function signedOrder(ctx: ActionContext, store: StoreRow, token: string): Promise<string> {
  const rows = await (ctx.inTenant(store.tenantId) as ReadContext).find(IdentityKey, { where: { storeId: store.id, revokedAt: null } });
  const keys = rows.map(({ kid, algorithm, material }) => ({ kid, algorithm, material }));
  const { subject } = await ctx.ports.identityTokens.verify(token, { keys, audience: store.key, issuer: store.identityIssuer, now: ctx.now });
  return subject.startsWith(SUBJECT) ? subject.slice(SUBJECT.length) : refuse('UNAUTHENTICATED', { details: { cause: 'claims' } });
}
