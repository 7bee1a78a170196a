import type { TimelineTexts } from './texts.ts';

const DAY_MS = 24 * 3600 * 1000;
const startOfDay = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

/** Whether two instants fall on one day where the reader is. */
export const isSameDay = (a: string, b: string): boolean => startOfDay(new Date(a)) === startOfDay(new Date(b));

/**
 * The day of an instant as people say it: today, yesterday, else the date; `present` in milliseconds since the epoch.
 */
export function dayLabel(
  at: string,
  texts: Pick<TimelineTexts, 'locale' | 'today' | 'yesterday'>,
  present: number = Date.now(),
): string {
  const day = new Date(at);
  const now = new Date(present);
  const days = Math.round((startOfDay(now) - startOfDay(day)) / DAY_MS);
  if (days === 0) return texts.today;
  if (days === 1) return texts.yesterday;
  const year = day.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(texts.locale, { month: 'long', day: 'numeric', weekday: 'short', ...year }).format(
    day,
  );
}
