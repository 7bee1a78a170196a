import type { TimelineTexts } from './texts.ts';

const DAY_MS = 24 * 3600 * 1000;
const startOfDay = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

/** Whether two instants fall on one day where the reader is. */
export const isSameDay = (a: string, b: string): boolean => startOfDay(new Date(a)) === startOfDay(new Date(b));

/** How many days from now an instant is where the reader is; below 0: it is past. */
export const daysTo = (at: string, present: number): number =>
  Math.round((startOfDay(new Date(at)) - startOfDay(new Date(present))) / DAY_MS);

export const dateOf = (at: string, locale: string, present: number): string => {
  const day = new Date(at);
  const year = day.getFullYear() === new Date(present).getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', weekday: 'short', ...year }).format(day);
};

/**
 * The day of an instant as people say it: today, yesterday, else the date; `present` in milliseconds since the epoch.
 */
export function dayLabel(
  at: string,
  texts: Pick<TimelineTexts, 'locale' | 'today' | 'yesterday'>,
  present: number = Date.now(),
): string {
  const days = daysTo(at, present);
  if (days === 0) return texts.today;
  return days === -1 ? texts.yesterday : dateOf(at, texts.locale, present);
}
