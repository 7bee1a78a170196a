/**
 * @module When a store serves, in its own time zone: weekly hours, holidays, special days and swapped working days
 * (调休). Everything is measured on real instants, so a day of 23 or 25 hours counts what it has.
 */
import type { z } from 'zod';
import { parseDay, zoneOffset } from '../../policies/zoned-day.ts';
import type { CalendarDay, ServiceHours } from '../access/index.ts';

type Hours = readonly z.output<typeof ServiceHours>[];
type Day = z.output<typeof CalendarDay>;

/** What decides whether a store serves at an instant. */
export interface ServiceCalendar {
  readonly timeZone: string;
  /** Empty: around the clock. */
  readonly hours: Hours;
  /** Days that differ from the week. */
  readonly days: readonly Day[];
}

interface Calendars {
  readonly timeZone: string;
  readonly serviceHours: Hours;
  readonly officeHours: Hours;
  readonly calendar: readonly Day[];
}

/** When the store answers live channels. */
export const serviceCalendar = ({
  timeZone,
  serviceHours,
  calendar,
}: Pick<Calendars, 'timeZone' | 'serviceHours' | 'calendar'>): ServiceCalendar => ({
  timeZone,
  hours: serviceHours,
  days: calendar,
});

/** When the store works on e-mail and tickets; the service hours where it names no others. */
export const officeCalendar = (store: Calendars): ServiceCalendar => ({
  ...serviceCalendar(store),
  hours: store.officeHours.length > 0 ? store.officeHours : store.serviceHours,
});

const MINUTE = 60_000;
const DAY = 86_400_000;
/** How far ahead service is looked for. */
const HORIZON = 400 * DAY;

/** Half-open, in milliseconds of the local day or since the epoch. */
type Span = readonly [from: number, to: number];

const WHOLE_DAY: Span = [0, DAY];
const clockTime = (text: string): number => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * MINUTE;
const spanOf = ({ from, to }: { readonly from: string; readonly to: string }): Span => [clockTime(from), clockTime(to)];

function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const [from, to] of spans.filter(([a, b]) => a < b).toSorted(([a], [b]) => a - b)) {
    const last = out.at(-1);
    if (last && from <= last[1]) out[out.length - 1] = [last[0], Math.max(last[1], to)];
    else out.push([from, to]);
  }
  return out;
}

const special = new WeakMap<readonly Day[], ReadonlyMap<number, Day>>();

function specialDays(days: readonly Day[]): ReadonlyMap<number, Day> {
  let known = special.get(days);
  if (!known) special.set(days, (known = new Map(days.map((day) => [parseDay(day.date) ?? Number.NaN, day]))));
  return known;
}

/** A swapped working day is worked like the first weekday that has hours: Monday for nearly everybody. */
const workedLike = (hours: Hours): number => Math.min(...hours.map(({ weekday }) => weekday));

function spansOn({ hours, days }: ServiceCalendar, day: number): readonly Span[] {
  const own = specialDays(days).get(day);
  if (own && own.hours.length > 0) return merged(own.hours.map(spanOf));
  if (own?.kind === 'HOLIDAY') return [];
  if (hours.length === 0) return [WHOLE_DAY];
  const weekday = own ? workedLike(hours) : ((((day + 3) % 7) + 7) % 7) + 1;
  return merged(hours.filter((span) => span.weekday === weekday).map(spanOf));
}

/** The first instant after `low` with another offset than it; `high` is such an instant. */
function changeOfClock(low: number, high: number, zone: string): number {
  const offset = zoneOffset(low, zone);
  let [before, after] = [low, high];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (zoneOffset(middle, zone) === offset) before = middle;
    else after = middle;
  }
  return after;
}

/** Stretches of at most a day in which the clock is not changed. */
function* stretches(
  from: number,
  until: number,
  zone: string,
): Generator<{ start: number; end: number; offset: number }> {
  for (let start = from; start < until;) {
    const offset = zoneOffset(start, zone);
    const day = Math.min(until, start + DAY);
    const end = zoneOffset(day, zone) === offset ? day : changeOfClock(start, day, zone);
    yield { start, end, offset };
    start = end;
  }
}

/** Spans of service between two instants, in order. */
function* openings(calendar: ServiceCalendar, from: number, until: number): Generator<Span> {
  for (const { start, end, offset } of stretches(from, until, calendar.timeZone))
    for (let day = Math.floor((start + offset) / DAY); day * DAY < end + offset; day += 1)
      for (const [opens, closes] of spansOn(calendar, day)) {
        const span: Span = [Math.max(start, day * DAY + opens - offset), Math.min(end, day * DAY + closes - offset)];
        if (span[0] < span[1]) yield span;
      }
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** Whether the store serves at `instant`. */
export function isOpen(calendar: ServiceCalendar, instant: string): boolean {
  const local = Date.parse(instant) + zoneOffset(Date.parse(instant), calendar.timeZone);
  const day = Math.floor(local / DAY);
  return spansOn(calendar, day).some(([from, to]) => day * DAY + from <= local && local < day * DAY + to);
}

/** The first instant from `instant` on at which the store serves; undefined when there is none within 400 days. */
export function nextOpening(calendar: ServiceCalendar, instant: string): string | undefined {
  const from = Date.parse(instant);
  for (const [start] of openings(calendar, from, from + HORIZON)) return iso(start);
  return undefined;
}

/** Milliseconds of service between two instants; 0 when `to` is not after `from`. */
export function serviceTimeBetween(calendar: ServiceCalendar, from: string, to: string): number {
  let sum = 0;
  for (const [start, end] of openings(calendar, Date.parse(from), Date.parse(to))) sum += end - start;
  return sum;
}

/**
 * The first instant at which so many milliseconds of service have passed since `from`; undefined when not within 400
 * days.
 */
export function afterServiceTime(calendar: ServiceCalendar, from: string, milliseconds: number): string | undefined {
  if (milliseconds <= 0) return from;
  let left = milliseconds;
  const at = Date.parse(from);
  for (const [start, end] of openings(calendar, at, at + HORIZON)) {
    if (end - start >= left) return iso(start + left);
    left -= end - start;
  }
  return undefined;
}
