/**
 * @module How long those who wait will wait, from how fast people were really given to customers lately. Nothing is
 * said when too little is known: a wrong minute is worse than none.
 */
import type { ReadContext } from '../../kernel/context.ts';
import { RoutingDecision } from './entities.ts';
import { later } from './rank.ts';

const WINDOW_SECONDS = 30 * 60;
const MOST_SAMPLES = 20;
/** Fewer answers than this tell nothing. */
const FEWEST = 4;

/** Seconds between one answer and the next, lately; null when unknown. */
export function paceOf(answeredAt: readonly string[], now: string): number | null {
  const oldest = answeredAt.at(-1);
  if (answeredAt.length < FEWEST || !oldest) return null;
  return (Date.parse(now) - Date.parse(oldest)) / 1000 / answeredAt.length;
}

/** Seconds until a place is served, or null. */
export async function waitOf(ctx: ReadContext, storeId: string, place: number): Promise<number | null> {
  const where = { storeId, at: { gte: later(ctx.now, -WINDOW_SECONDS) }, waitedSeconds: { ne: null } };
  const lately = await ctx
    .trusted('the whole queue counts')
    .find(RoutingDecision, { where, order: [['at', 'desc']], limit: MOST_SAMPLES });
  const pace = paceOf(
    lately.map(({ at }) => at),
    ctx.now,
  );
  return pace === null ? null : Math.round(pace * place);
}
