/** @module By when a node must be done, in the hours and the zone of a store. */
import type { RowOf } from '../../kernel/entity.ts';
import { zonedDay, zonedDayEnd } from '../../policies/zoned-day.ts';
import type { Store } from '../access/index.ts';
import { afterServiceTime, officeCalendar, serviceCalendar, serviceTimeBetween } from '../calendar/index.ts';
import type { FlowClock } from './entities.ts';

const MINUTE = 60_000;

/**
 * The end of a clock that runs from `from`; `left` is what is left of it, in milliseconds of its own time. Null: the
 * clock names no time that the flow could reckon (at once, as every reply, as the policy says).
 */
export function clockEnd(
  store: RowOf<typeof Store>,
  clock: FlowClock | null,
  from: string,
  left?: number,
): string | null {
  if (!clock) return null;
  const wanted = left ?? (clock.minutes ?? 0) * MINUTE;
  const { timeZone } = store;
  switch (clock.kind) {
    case 'SERVICE':
      return afterServiceTime(serviceCalendar(store), from, wanted) ?? null;
    case 'OFFICE':
      return afterServiceTime(officeCalendar(store), from, wanted) ?? null;
    case 'WALL':
      return new Date(Date.parse(from) + wanted).toISOString();
    case 'SAME_DAY':
      return new Date(zonedDayEnd(zonedDay(Date.parse(from), timeZone), timeZone)).toISOString();
    default:
      return null;
  }
}

/** What is left of a clock at an instant, in milliseconds of its own time. */
export function clockLeft(store: RowOf<typeof Store>, clock: FlowClock, now: string, end: string): number {
  if (clock.kind === 'SERVICE') return serviceTimeBetween(serviceCalendar(store), now, end);
  if (clock.kind === 'OFFICE') return serviceTimeBetween(officeCalendar(store), now, end);
  return Math.max(0, Date.parse(end) - Date.parse(now));
}
