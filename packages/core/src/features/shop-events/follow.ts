/**
 * @module Following a shop that lists its changes instead of calling: one question per store, from a cursor that is kept,
 * every few seconds while customers are chatting and once in a while otherwise.
 */
import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { Timer } from '../../kernel/timer.ts';
import { ShopError, type Shop, type ShopOrder, type ShopOrderChanges } from '../../ports/shop.ts';
import { Conversation } from '../conversations/entities.ts';
import { OPEN_STATES } from '../conversations/machine.ts';
import { tellOrderChanges } from '../orders/watch.ts';
import { ShopFeed } from './entities.ts';

/** Half of the five seconds of R-MID-01, so that asking and telling have the other half. */
const BUSY_MS = 2500;
const QUIET_MS = 60_000;
const AWAY_MS = 15_000;
/** The shop's clock may be behind the desk's. */
const SKEW_MS = 60_000;

const feedKey = (storeId: string) => `shop-feed:${storeId}`;
const later = (now: string, milliseconds: number) => new Date(Date.parse(now) + milliseconds).toISOString();

/** Somebody is chatting: from now on the shop is asked often. Shops that call, or are asked order by order, are left alone. */
export async function followShop(
  ctx: ActionContext,
  { storeId, tenantId }: Pick<RowOf<typeof Conversation>, 'storeId' | 'tenantId'>,
): Promise<void> {
  if (!ctx.ports.shop(storeId)?.orderChanges) return;
  const soon = later(ctx.now, BUSY_MS);
  // Everybody who opens a chat reads this row, but only the first of a quiet store writes it.
  const timer = await ctx.desk.maybe(Timer, `${tenantId}:${feedKey(storeId)}`);
  if (!timer || timer.dueAt > soon) await ctx.schedule(feedKey(storeId), soon, 'askShopForChanges', { storeId });
}

/** Asks a shop what has changed since the last time and tells it. */
export const askShopForChanges = defineAction({
  title: { en: 'Ask a shop for changes', zh: '查询商店变更' },
  allow: { system: true },
  input: z.object({ storeId: z.string() }),
  output: value('ShopChangesRead', z.object({ read: z.int() })),
  unaudited: true,
  run: async (ctx, { storeId }) => {
    const shop = ctx.ports.shop(storeId);
    const feed = await ctx.desk.first(ShopFeed, { storeId });
    const news = shop && (await newsOf(shop, feed?.cursor));
    for (const order of news?.orders ?? [])
      await tellOrderChanges(ctx, storeId, order, { since: feed && later(feed.askedAt, -SKEW_MS) });
    note(ctx, storeId, feed, news?.changes);
    await ctx.schedule(feedKey(storeId), later(ctx.now, await pause(ctx, storeId, news)), 'askShopForChanges', {
      storeId,
    });
    return { read: news?.orders.length ?? 0 };
  },
});

interface News {
  readonly changes: ShopOrderChanges;
  readonly orders: readonly ShopOrder[];
}

/** Undefined while the shop does not answer: the cursor stays, so nothing is lost. */
async function newsOf(shop: Shop, cursor: string | undefined): Promise<News | undefined> {
  try {
    const changes = await shop.orderChanges?.(cursor);
    if (!changes) return undefined;
    const orders = await Promise.all([...new Set(changes.orderIds)].map((id) => shop.order(id).catch(gone)));
    return { changes, orders: orders.filter((order) => order !== undefined) };
  } catch (error) {
    if (error instanceof ShopError && error.code === 'UNAVAILABLE') return undefined;
    throw error;
  }
}

function gone(error: unknown): undefined {
  if (error instanceof ShopError && error.code === 'NOT_FOUND') return undefined;
  throw error;
}

function note(
  ctx: ActionContext,
  storeId: string,
  feed: RowOf<typeof ShopFeed> | undefined,
  changes: ShopOrderChanges | undefined,
): void {
  const state = changes
    ? { cursor: changes.cursor, askedAt: ctx.now, awaySince: null }
    : { awaySince: feed?.awaySince ?? ctx.now };
  if (feed) ctx.update(ShopFeed, feed, state);
  else if (changes) ctx.insert(ShopFeed, { storeId, cursor: changes.cursor, askedAt: ctx.now, awaySince: null });
}

async function pause(ctx: ActionContext, storeId: string, news: News | undefined): Promise<number> {
  if (!news) return AWAY_MS;
  if (news.changes.more) return 0;
  return (await ctx.desk.first(Conversation, { storeId, state: { in: OPEN_STATES } })) ? BUSY_MS : QUIET_MS;
}
