/** @module A figure as people read it. */
import type { Language } from '../../kit/language.ts';
import type { Described } from './data.ts';

/** `–` where there is nothing to divide by. */
export function sayFigure(language: Language, { unit }: Pick<Described, 'unit'>, value: number | null): string {
  if (value === null) return '–';
  if (unit === 'SECONDS') return language.elapsed(value * 1000);
  const style =
    unit === 'SHARE' ? ({ style: 'percent', maximumFractionDigits: 1 } as const) : { maximumFractionDigits: 2 };
  return new Intl.NumberFormat(language.locale, style).format(value);
}

/** What one row counts, of what: `1 of 1`, or how long something took. */
export function sayCount(
  language: Language,
  { unit }: Pick<Described, 'unit'>,
  row: { num: number; den: number },
): string {
  if (unit === 'SECONDS') return language.elapsed(row.num);
  return unit === 'COUNT' ? language.number(row.num) : `${language.number(row.num)} / ${language.number(row.den)}`;
}
