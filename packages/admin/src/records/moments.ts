import { deskNow } from '../kit/clock.ts';
import type { Language } from '../kit/language.ts';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;
const A_WEEK = 7 * 86_400_000;

const formats = new Map<string, Intl.RelativeTimeFormat>();

/** Within a week how long ago, or how soon; else the day. */
export function ago(instant: string, language: Language, now: number = deskNow()): string {
  const distance = Date.parse(instant) - now;
  if (Math.abs(distance) > A_WEEK) return language.moment(instant, now);
  let format = formats.get(language.locale);
  if (!format)
    formats.set(
      language.locale,
      (format = new Intl.RelativeTimeFormat(language.locale, { numeric: 'auto', style: 'short' })),
    );
  const [unit, size] = UNITS.find(([, milliseconds]) => Math.abs(distance) >= milliseconds) ?? ['second', 60_000];
  return unit === 'second' ? format.format(0, 'second') : format.format(Math.trunc(distance / size), unit);
}
