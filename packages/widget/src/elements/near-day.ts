import { dateOf, daysTo } from './day-label.ts';

/**
 * The same in the middle of a sentence, also of what is to come: tomorrow, today, yesterday, else the date; `present` in
 * milliseconds since the epoch.
 */
export function nearDay(at: string, { locale }: { readonly locale: string }, present: number): string {
  const days = daysTo(at, present);
  return Math.abs(days) > 1
    ? dateOf(at, locale, present)
    : new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
}
