/**
 * @module When a store's returns of a month are counted: on day 1 of the next one at 00:10 of the store's time (SC-24).
 */
import type { ActionContext } from '../../kernel/context.ts';
import { addMonths, formatDay, parseDay, zonedDay, zonedDayStart } from '../../policies/index.ts';
import { Store } from '../access/index.ts';
import { reportTimer } from './timers.ts';

const TEN_MINUTES_MS = 600_000;

const firstDay = (month: string): number => parseDay(`${month}-01`) ?? NaN;

/** The month of an instant in a zone: `2025-04`. */
export const monthOf = (instant: string, zone: string): string =>
  formatDay(zonedDay(Date.parse(instant), zone)).slice(0, 7);
export const nextMonth = (month: string): string => formatDay(addMonths(firstDay(month), 1)).slice(0, 7);
export const monthBefore = (month: string): string => formatDay(addMonths(firstDay(month), -1)).slice(0, 7);

/** The month as instants, half-open. */
export function spanOf(month: string, zone: string): { from: string; to: string } {
  const startOf = (one: string) => new Date(zonedDayStart(firstDay(one), zone)).toISOString();
  return { from: startOf(month), to: startOf(nextMonth(month)) };
}

/** When the report of a month is made. */
export const reportDue = (month: string, zone: string): string =>
  new Date(zonedDayStart(firstDay(nextMonth(month)), zone) + TEN_MINUTES_MS).toISOString();

export async function scheduleReport(
  ctx: ActionContext,
  { id: storeId, timeZone }: { id: string; timeZone: string },
  month: string,
): Promise<void> {
  await ctx.at(reportTimer, reportDue(month, timeZone), storeId, { month });
}

/** The first month whose report can still be made in time: in its first minutes a month leaves the one before. */
function firstMonth(now: string, zone: string): string {
  const current = monthOf(now, zone);
  const before = monthBefore(current);
  return now < reportDue(before, zone) ? before : current;
}

/** Starts the clock of every store that has none yet: the first case of any of them is enough. */
export async function startReportTimers(ctx: ActionContext): Promise<void> {
  const stores = await ctx.trusted('settings for everybody').find(Store, { limit: 500 });
  const running = await Promise.all(stores.map((store) => ctx.dueAt(reportTimer, store)));
  for (const [at, store] of stores.entries())
    if (!running[at]) await scheduleReport(ctx, store, firstMonth(ctx.now, store.timeZone));
}
