/**
 * @module When a store is open, in its own time zone.
 */
import type { z } from 'zod';
import type { ServiceHours } from '../access/entities.ts';

type Hours = readonly z.output<typeof ServiceHours>[];

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MINUTE_MS = 60_000;

/** Making a formatter costs far more than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) formats.set(timeZone, (format = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })));
  return format;
}

function localMinute(instant: string, timeZone: string): { weekday: number; minute: string } {
  const part = Object.fromEntries(formatIn(timeZone).formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return { weekday: WEEKDAYS.indexOf(part['weekday'] ?? '') + 1, minute: `${part['hour']}:${part['minute']}` };
}

/** Whether the store serves at `instant`; no hours at all means always. */
export function isOpen(hours: Hours, timeZone: string, instant: string): boolean {
  if (hours.length === 0) return true;
  const { weekday, minute } = localMinute(instant, timeZone);
  return hours.some((span) => span.weekday === weekday && span.from <= minute && minute < span.to);
}

/** The next instant at which service starts, looking eight days ahead; undefined when it never does. */
export function nextOpening(hours: Hours, timeZone: string, instant: string): string | undefined {
  const start = Math.ceil(Date.parse(instant) / MINUTE_MS) * MINUTE_MS;
  for (let at = start; at < start + 8 * 24 * 60 * MINUTE_MS; at += MINUTE_MS * 5) {
    const open = new Date(at - (at % (5 * MINUTE_MS))).toISOString();
    if (open >= instant && isOpen(hours, timeZone, open)) return firstOpenMinute(hours, timeZone, Date.parse(open), instant);
  }
  return undefined;
}

function firstOpenMinute(hours: Hours, timeZone: string, open: number, notBefore: string): string {
  let at = open;
  while (new Date(at - MINUTE_MS).toISOString() >= notBefore && isOpen(hours, timeZone, new Date(at - MINUTE_MS).toISOString())) at -= MINUTE_MS;
  return new Date(at).toISOString();
}
