/**
 * @module What is new of an order is told to its customer, once, whoever said that it changed: the shop
 * (see shop-events), the desk's own change, or a look from time to time where the shop says nothing.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { defineEffect } from '../../kernel/effect.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { SHOP_LOOKUP_CERTAINTY, type Shop, type ShopOrder } from '../../ports/shop.ts';
import { storeOf } from '../access/index.ts';
import { OrderWatch } from './entities.ts';
import { openConversationOf } from '../conversations/index.ts';
import { informCustomer } from '../customer-notices/index.ts';
import { orderSeen } from './events.ts';
import { customerOf } from './notice.ts';
import { newsOf, sentShipments, type Known } from './order-news.ts';
import { orderOf, shopOf, type ShopAccess } from './shop-access.ts';
import { connectedShop, SHOP_EFFECT } from './shop-effect.ts';
import { orderChangeTold, orderNewsTold } from './told.ts';
import { pollTimer } from './timers.ts';

type WatchRow = RowOf<typeof OrderWatch>;

const POLL_OPEN_MS = 30_000;
const POLL_QUIET_MS = 600_000;
const WATCH_MS = 30 * 24 * 3600 * 1000;
const OVER: readonly string[] = ['COMPLETED', 'CLOSED_UNPAID', 'CANCELLED', 'RETURNED'];

const later = (now: string, milliseconds: number) => new Date(Date.parse(now) + milliseconds).toISOString();
/** From where on an order that nobody watched is news: a place in its history, or an instant. */
interface Since {
  readonly seen?: number;
  readonly since?: string | undefined;
  /** The conversation in which the change was asked for: there it is told to everybody. */
  readonly conversationId?: string | null;
}

/**
 * Tells the customer what is new of an order and remembers what was told. Answers how much it was.
 */
export async function tellOrderChanges(
  ctx: ActionContext,
  storeId: string,
  order: ShopOrder,
  { seen, since, conversationId }: Since = {},
): Promise<number> {
  const watch = await ctx.trusted('bookkeeping of the desk').first(OrderWatch, { storeId, orderId: order.id });
  const { timeZone } = await storeOf(ctx, storeId);
  const news = newsOf(order, watch ?? knownBefore(order, seen ?? seenBefore(order, since)), timeZone);
  const customerId = watch?.customerId ?? (await customerOf(ctx, storeId, order.customerId));
  if (customerId) ctx.emit(orderSeen, { storeId, customerId, order });
  const about = { entity: 'Order', id: order.id };
  let told = 0;
  for (const { key, zh, en } of news) {
    const given = { storeId, customerId, conversationId: conversationId ?? null, zh, en, about };
    const kind = conversationId ? orderChangeTold : orderNewsTold;
    const row = await informCustomer(ctx, kind, { ...given, key: `${storeId}:${order.id}:${key}` });
    if (row && row.state !== 'SUPPRESSED') told += 1;
  }
  // Most orders of a shop are of nobody whom the desk knows: those leave no row behind.
  if (watch || told > 0) remember(ctx, watch, { storeId, order, customerId, changed: news.length > 0 });
  return told;
}

const seenBefore = ({ history }: ShopOrder, since: string | undefined): number =>
  since === undefined ? history.length : history.filter(({ at }) => at <= since).length;

/** What was known of an order that nobody watched, up to a place in its history. */
function knownBefore(order: ShopOrder, seen: number): Known {
  const justSent = order.history.slice(seen).some(({ kind }) => kind === 'SHIPPED');
  return { seen, shipmentsTold: justSent ? [] : idsOf(order) };
}

const idsOf = (order: ShopOrder) => sentShipments(order).map(({ id }) => id);

function remember(
  ctx: ActionContext,
  watch: WatchRow | undefined,
  {
    storeId,
    order,
    customerId,
    changed,
  }: { storeId: string; order: ShopOrder; customerId: string | null; changed: boolean },
): WatchRow {
  const state = {
    status: order.status,
    shopStatus: order.shopStatus,
    seen: order.history.length,
    shipmentsTold: idsOf(order),
  };
  if (!watch)
    return ctx.insert(OrderWatch, {
      storeId,
      orderId: order.id,
      orderNumber: order.number,
      customerId,
      shopCustomerId: order.customerId,
      ...state,
      followerIds: [],
      changedAt: ctx.now,
      endsAt: later(ctx.now, WATCH_MS),
    });
  const same =
    !changed && watch.status === state.status && watch.seen === state.seen && watch.customerId === customerId;
  return same ? watch : ctx.update(OrderWatch, watch, { ...state, customerId, changedAt: ctx.now });
}

/**
 * Watches an order: its shopper, or staff on their list. A shop that neither calls nor lists its changes is asked from
 * time to time.
 */
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

/** A shop that calls is asked all the same, seldom: an event may be lost. */
const calls = ({ capabilities }: Shop): boolean => capabilities.orderEvents === 'WEBHOOK';

/** Begins to watch an order as it is now; nothing that happened before is told. */
export async function startWatch(ctx: ActionContext, { store, shop }: ShopAccess, order: ShopOrder): Promise<WatchRow> {
  const known = await ctx
    .trusted('bookkeeping of the desk')
    .first(OrderWatch, { storeId: store.id, orderId: order.id });
  const watch =
    known ??
    remember(ctx, undefined, {
      storeId: store.id,
      order,
      customerId: await customerOf(ctx, store.id, order.customerId),
      changed: false,
    });
  const kept =
    known && known.endsAt < later(ctx.now, WATCH_MS / 2)
      ? ctx.update(OrderWatch, known, { endsAt: later(ctx.now, WATCH_MS) })
      : watch;
  if (!shop.orderChanges) await ctx.at(pollTimer, later(ctx.now, calls(shop) ? POLL_QUIET_MS : POLL_OPEN_MS), kept);
  return kept;
}

/** Takes an order off one's list. */
export const unwatchOrder = defineAction({
  title: { en: 'Stop watching an order', zh: '取消关注订单' },
  allow: { staff: 'order.read' },
  on: OrderWatch,
  input: z.object({}),
  output: one(OrderWatch),
  run: (ctx, watch) => {
    const me = ctx.actor.kind === 'staff' ? ctx.actor.userId : '';
    return ctx.update(OrderWatch, watch, { followerIds: watch.followerIds.filter((follower) => follower !== me) });
  },
});

/** Looks at an order in the shop. */
export const lookAtOrder = defineEffect({
  ...SHOP_EFFECT,
  name: 'orders.lookAtOrder',
  title: { en: 'Look at an order', zh: '查询订单' },
  input: z.object({ id: z.string(), storeId: z.string(), orderId: z.string(), label: z.string() }),
  certainty: SHOP_LOOKUP_CERTAINTY,
  fleeting: true,
  about: ({ id, storeId, label }) => ({ entity: OrderWatch.name, id, label, storeId }),
  do: (ports, { storeId, orderId }, call) => connectedShop(ports, storeId).order(orderId, call),
  done: (ctx, { id }, order) => noteLook(ctx, id, order),
  // An order that the shop no longer knows is asked for all the same until its watch ends, as before.
  refused: (ctx, { id }) => noteLook(ctx, id, undefined),
});

async function noteLook(ctx: ActionContext, id: string, order: ShopOrder | undefined): Promise<void> {
  const watch = await ctx.maybe(OrderWatch, id);
  if (!watch) return;
  if (order) await tellOrderChanges(ctx, watch.storeId, order);
  if ((order && OVER.includes(order.status)) || watch.endsAt <= ctx.now) return;
  const shop = ctx.ports.shop(watch.storeId);
  const chatting =
    shop && !calls(shop) && (await openConversationOf(ctx, watch.storeId, { customerId: watch.customerId }));
  await ctx.at(pollTimer, later(ctx.now, chatting ? POLL_OPEN_MS : POLL_QUIET_MS), id);
}

/**
 * Asks the shop for an order again: often while its customer is in a chat, seldom otherwise, no more once it is over.
 */
export const pollOrder = defineAction({
  title: { en: 'Ask the shop for an order', zh: '查询订单变化' },
  allow: { system: true },
  on: OrderWatch,
  input: z.object({}),
  output: one(OrderWatch),
  unaudited: true,
  run: async (ctx, watch) => {
    const { id, storeId, orderId, orderNumber: label } = watch;
    await ctx.send(lookAtOrder, id, { id, storeId, orderId, label });
    return watch;
  },
});
