/**
 * @module Service hours as an editor keeps them, by weekday (1 = Monday … 7 = Sunday).
 */
import type { Hours } from './data.ts';

export type Span = Hours[number];

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export const spansOf = (hours: Hours, weekday: number): Span[] =>
  hours.filter((span) => span.weekday === weekday).toSorted((a, b) => (a.from < b.from ? -1 : 1));

/** The next sensible span of a day: office hours, or what follows the last one. */
export function nextSpan(hours: Hours, weekday: number): Span {
  const last = spansOf(hours, weekday).at(-1);
  if (!last) return { weekday, from: '09:00', to: '18:00' };
  return { weekday, from: last.to < '24:00' ? last.to : '23:00', to: '24:00' };
}

export const withSpan = (hours: Hours, before: Span, after: Span | undefined): Hours =>
  hours.flatMap((span) => (span === before ? (after ? [after] : []) : [span]));

/** The spans of one day on all days. */
export const onAllDays = (hours: Hours, weekday: number): Hours =>
  WEEKDAYS.flatMap((day) => spansOf(hours, weekday).map((span) => ({ ...span, weekday: day })));

export type SpanProblem = 'wrongSpan' | 'overlap';

/** What is wrong with a day, if anything; half-open spans may touch. */
export function dayProblem(hours: Hours, weekday: number): SpanProblem | undefined {
  const spans = spansOf(hours, weekday);
  if (spans.some(({ from, to }) => from >= to)) return 'wrongSpan';
  return spans.some((span, index) => index > 0 && span.from < (spans[index - 1]?.to ?? '')) ? 'overlap' : undefined;
}
