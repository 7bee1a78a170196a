/**
 * @module Working days by a store's calendar, swapped working Saturdays (调休) included.
 */
import { parseDay } from './zoned-day.ts';

/** Which weekdays are worked (0 = Sunday), and the dates (`YYYY-MM-DD`) that differ. */
export interface BusinessCalendar {
  readonly weekdays: readonly number[];
  readonly holidays?: readonly string[];
  readonly workingDays?: readonly string[];
}

/** Monday to Friday, no holidays. */
export const WEEKDAYS: BusinessCalendar = { weekdays: [1, 2, 3, 4, 5] };

interface DaySets {
  readonly weekdays: ReadonlySet<number>;
  readonly off: ReadonlySet<number>;
  readonly on: ReadonlySet<number>;
}

const sets = new WeakMap<BusinessCalendar, DaySets>();

function daysOf(dates: readonly string[] = []): Set<number> {
  return new Set(dates.map(parseDay).filter((day) => day !== undefined));
}

function setsOf(calendar: BusinessCalendar): DaySets {
  let known = sets.get(calendar);
  if (!known) {
    known = { weekdays: new Set(calendar.weekdays), off: daysOf(calendar.holidays), on: daysOf(calendar.workingDays) };
    if (known.weekdays.size === 0) throw new RangeError('A business calendar needs at least one working weekday.');
    sets.set(calendar, known);
  }
  return known;
}

/** Whether the day is worked; an exception by date beats the weekday. */
export function isBusinessDay(day: number, calendar: BusinessCalendar): boolean {
  const { weekdays, off, on } = setsOf(calendar);
  if (on.has(day)) return true;
  if (off.has(day)) return false;
  return weekdays.has((((day + 4) % 7) + 7) % 7);
}

/** The day that is the `count`-th working day after `day`; `count` 0 is the day itself. */
export function addBusinessDays(day: number, count: number, calendar: BusinessCalendar): number {
  let reached = day;
  for (let left = count; left > 0;) {
    reached += 1;
    if (isBusinessDay(reached, calendar)) left -= 1;
  }
  return reached;
}

/** How many working days lie after `from` up to and including `day`; negative before it. */
export function businessDayNumber(from: number, day: number, calendar: BusinessCalendar): number {
  const [low, high] = from <= day ? [from, day] : [day, from];
  let count = 0;
  for (let at = low + 1; at <= high; at += 1) if (isBusinessDay(at, calendar)) count += 1;
  return from <= day ? count : -count;
}
