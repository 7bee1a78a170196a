/**
 * @module Where the widget is seen. A page says of itself which it is, and anybody can say anything, so what is kept is
 * little and counts for nothing but what an administrator reads.
 */
import { z } from 'zod';
import { defineAction, one, value } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { ref, type RowOf } from '../../kernel/entity.ts';
import { originOf } from '../../text/origin.ts';
import { Store } from '../access/index.ts';
import { WidgetSighting } from './entities.ts';

/** A page is noted at most this often. */
export const NOTED_EVERY_MS = 60_000;
/** So many pages of a store are remembered; the one that was seen longest ago gives way. */
const MOST_PAGES = 30;
const MOST_ORIGINS = 50;

const names = ({ allowedOrigins }: Pick<RowOf<typeof Store>, 'allowedOrigins'>, origin: string): boolean =>
  allowedOrigins.some((url) => originOf(url) === origin);

/** The pages of a store, the latest first, and whether they may use the chat now. */
export async function sightingsOf(ctx: ReadContext, store: RowOf<typeof Store>) {
  const rows = await ctx.find(WidgetSighting, {
    where: { storeId: store.id },
    order: [['seenAt', 'desc']],
    limit: MOST_PAGES,
  });
  return rows.map(({ id, origin, seenAt, admitted }) => ({
    id,
    origin,
    seenAt,
    allowed: names(store, origin) || (admitted && store.allowedOrigins.length === 0),
  }));
}

/** Notes that the widget of a store was asked for by a page. The server does so by itself. */
export const noteWidgetSeen = defineAction({
  title: { en: 'Note a page with the chat', zh: '记录嵌入网页' },
  allow: { system: true },
  unaudited: true,
  input: z.object({ storeId: ref('Store'), origin: z.string().max(300), admitted: z.boolean() }),
  output: value('WidgetSeenNoted', z.object({ noted: z.boolean() })),
  run: async (ctx, { storeId, origin: given, admitted }) => {
    const origin = originOf(given);
    if (!origin || origin.length > 300) return { noted: false };
    const known = await ctx.first(WidgetSighting, { storeId, origin });
    if (known) {
      const fresh = Date.parse(ctx.now) - Date.parse(known.seenAt) < NOTED_EVERY_MS;
      if (fresh && known.admitted === admitted) return { noted: false };
      ctx.update(WidgetSighting, known, { seenAt: ctx.now, admitted });
      return { noted: true };
    }
    const others = await ctx.find(WidgetSighting, {
      where: { storeId },
      order: [['seenAt', 'desc']],
      limit: MOST_PAGES,
    });
    // Pages that nobody named give way first, so that made-up ones cannot push the shop's own out.
    const oldest = others.toReversed();
    const last = oldest.find((row) => !row.admitted) ?? oldest[0];
    if (others.length >= MOST_PAGES && last) ctx.remove(WidgetSighting, last);
    ctx.insert(WidgetSighting, { storeId, origin, seenAt: ctx.now, admitted });
    return { noted: true };
  },
});

/** Lets a page on which the widget was seen use the chat: its origin is added to those of the store. */
export const allowSeenOrigin = defineAction({
  title: { en: 'Allow this page', zh: '允许此网页' },
  about: {
    en: 'Allow only pages of your own shop: what customers write there reaches your desk.',
    zh: '请只允许您自己店铺的网页：顾客在那里发送的内容会进入您的客服台。',
  },
  allow: { staff: 'store.configure' },
  on: WidgetSighting,
  input: z.object({}),
  output: one(Store),
  when: async (ctx, { storeId, origin }) => {
    const store = await ctx.get(Store, storeId);
    if (names(store, origin)) return deny('INVALID_TRANSITION');
    return store.allowedOrigins.length < MOST_ORIGINS
      ? undefined
      : deny('LIMIT_EXCEEDED', { details: { limit: MOST_ORIGINS } });
  },
  run: async (ctx, sighting) => {
    const store = await ctx.get(Store, sighting.storeId);
    return ctx.update(Store, store, { allowedOrigins: [...store.allowedOrigins, sighting.origin] });
  },
});
