/**
 * @module Following a shop that lists its changes instead of calling: one question per store, from a cursor that is
 * kept, every few seconds while customers are chatting and once in a while otherwise.
 */
import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { defineEffect } from '../../kernel/effect.ts';
import type { RowOf } from '../../kernel/entity.ts';
import {
  SHOP_LOOKUP_CERTAINTY,
  ShopError,
  type Shop,
  type ShopCall,
  type ShopOrder,
  type ShopOrderChanges,
} from '../../ports/shop.ts';
import { Conversation, OPEN_STATES } from '../conversations/index.ts';
import { connectedShop, SHOP_EFFECT, tellOrderChanges } from '../orders/index.ts';
import { ShopFeed } from './entities.ts';
import { feedTimer } from './timers.ts';

/** Half of the five seconds of R-MID-01, so that asking and telling have the other half. */
const BUSY_MS = 2500;
const QUIET_MS = 60_000;
const AWAY_MS = 15_000;
/** The shop's clock may be behind the desk's. */
const SKEW_MS = 60_000;

const later = (now: string, milliseconds: number) => new Date(Date.parse(now) + milliseconds).toISOString();

/**
 * Somebody is chatting: from now on the shop is asked often. Shops that call, or are asked order by order, are left
 * alone.
 */
export async function followShop(
  ctx: ActionContext,
  { storeId }: Pick<RowOf<typeof Conversation>, 'storeId'>,
): Promise<void> {
  if (!ctx.ports.shop(storeId)?.orderChanges) return;
  const soon = later(ctx.now, BUSY_MS);
  // Everybody who opens a chat reads this row, but only the first of a quiet store writes it.
  const due = await ctx.dueAt(feedTimer, storeId);
  if (!due || due > soon) await ctx.at(feedTimer, soon, storeId);
}

/** Asks a shop for its changes since a cursor, and for the orders that they are about. */
export const askForChanges = defineEffect({
  ...SHOP_EFFECT,
  retry: [AWAY_MS],
  name: 'shopEvents.askForChanges',
  title: { en: 'Ask a shop for changes', zh: '查询商店变更' },
  input: z.object({ storeId: z.string(), cursor: z.string().nullable() }),
  certainty: SHOP_LOOKUP_CERTAINTY,
  fleeting: true,
  about: ({ storeId }) => ({ entity: 'Store', id: storeId, label: '', storeId }),
  do: (ports, { storeId, cursor }, { signal }) =>
    newsOf(connectedShop(ports, storeId), cursor ?? undefined, { signal }),
  done: (ctx, { storeId }, news) => takeNews(ctx, storeId, news),
  refused: (ctx, { storeId }) => takeNews(ctx, storeId, undefined),
  waits: async (ctx, { storeId }) => note(ctx, storeId, await feedOf(ctx, storeId), undefined),
});

const feedOf = (ctx: ActionContext, storeId: string) =>
  ctx.trusted('bookkeeping of the desk').first(ShopFeed, { storeId });

async function takeNews(ctx: ActionContext, storeId: string, news: News | undefined): Promise<void> {
  const feed = await feedOf(ctx, storeId);
  for (const order of news?.orders ?? [])
    await tellOrderChanges(ctx, storeId, order, { since: feed && later(feed.askedAt, -SKEW_MS) });
  note(ctx, storeId, feed, news?.changes);
  const soon = later(ctx.now, await pause(ctx, storeId, news));
  await ctx.at(feedTimer, soon, storeId);
}

/** Has a shop asked what has changed since the last time. */
export const askShopForChanges = defineAction({
  title: { en: 'Ask a shop for changes', zh: '查询商店变更' },
  allow: { system: true },
  input: z.object({ storeId: z.string() }),
  output: value('ShopChangesAsked', z.object({ storeId: z.string() })),
  unaudited: true,
  run: async (ctx, { storeId }) => {
    const cursor = (await feedOf(ctx, storeId))?.cursor ?? null;
    await ctx.send(askForChanges, `${storeId}:${cursor ?? ''}`, { storeId, cursor });
    return { storeId };
  },
});

interface News {
  readonly changes: ShopOrderChanges;
  readonly orders: readonly ShopOrder[];
}

/** Undefined where the shop lists no changes. */
async function newsOf(shop: Shop, cursor: string | undefined, call: ShopCall): Promise<News | undefined> {
  const changes = await shop.orderChanges?.(cursor, call);
  if (!changes) return undefined;
  const orders = await Promise.all([...new Set(changes.orderIds)].map((id) => shop.order(id, call).catch(gone)));
  return { changes, orders: orders.filter((order) => order !== undefined) };
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
  return (await ctx
    .trusted('the shop is asked often while anybody chats')
    .first(Conversation, { storeId, state: { in: OPEN_STATES } }))
    ? BUSY_MS
    : QUIET_MS;
}
