/** @module Days and minutes of a store, written on a fact when it arises. */
import { z } from 'zod';
import { zonedDay, formatDay, parseDay, zoneOffset } from '../../policies/zoned-day.ts';
import { says } from '../../kernel/problems.ts';
import { metricTexts as t } from './texts.ts';

/** A day of the calendar, `YYYY-MM-DD`. */
export const calendarDay = () => z.string().refine((day) => parseDay(day) !== undefined, says(t.noDay));

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The day of a zone, and the minutes of it, at an instant. */
export function localDay(instant: string, zone: string): { readonly day: string; readonly minute: number } {
  const at = Date.parse(instant);
  const local = at + zoneOffset(at, zone);
  return { day: formatDay(zonedDay(at, zone)), minute: Math.floor((((local % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS) };
}

export const daysBetween = (from: string, to: string): number => (parseDay(to) ?? 0) - (parseDay(from) ?? 0) + 1;

/** The hour of the week: `1-09` is Monday from nine to ten. */
export function hourOfWeek(day: string, minute: number): string {
  const weekday = ((((parseDay(day) ?? 0) + 3) % 7) + 7) % 7;
  return `${weekday + 1}-${String(Math.floor(minute / 60)).padStart(2, '0')}`;
}

/** The day so many days later. */
export const shifted = (day: string, days: number): string => formatDay((parseDay(day) ?? 0) + days);
