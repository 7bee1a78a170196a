/**
 * @module Days that differ from the week, as an editor keeps them.
 */
import type { StoreItem } from './data.ts';

export type Days = StoreItem['calendar'];
export type Day = Days[number];

/** A day that is not chosen yet is the last one. */
const LAST = '9999';

export const sorted = (days: Days): Days => days.toSorted((a, b) => ((a.date || LAST) < (b.date || LAST) ? -1 : 1));

export const NEW_DAY: Day = { date: '', kind: 'HOLIDAY', name: { zh: '', en: '' }, hours: [] };

export const withDay = (days: Days, before: Day, after: Day | undefined): Days =>
  days.flatMap((day) => (day === before ? (after ? [after] : []) : [day]));

/** The days of a list that are not named yet; what the store has decided about a day stays. */
export function missingDays(days: Days, list: Days): Days {
  const known = new Set(days.map(({ date }) => date));
  return list.filter(({ date }) => !known.has(date));
}

export type DayProblem = 'noDate' | 'twice' | 'wrongSpan';

export function problemOfDay(days: Days, day: Day): DayProblem | undefined {
  if (!day.date) return 'noDate';
  if (days.filter(({ date }) => date === day.date).length > 1) return 'twice';
  return day.hours.some(({ from, to }) => from >= to) ? 'wrongSpan' : undefined;
}

/** By year, in order. */
export function yearsOf(days: Days): readonly (readonly [year: string, days: Days])[] {
  const years = Map.groupBy(sorted(days), ({ date }) => date.slice(0, 4));
  return [...years];
}
