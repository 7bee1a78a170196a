import type { Language } from '../../kit/language.ts';

/** `2025-04` as people of the language write it. */
export const monthName = (month: string, language: Language): string => {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return language.date(Date.UTC(year, number - 1, 1), { year: 'numeric', month: 'long', timeZone: 'UTC' });
};

/** The month that an instant falls into, in the time of a place. */
export function monthOf(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { year: 'numeric', month: '2-digit', timeZone }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}`;
}

export const percent = (share: number, language: Language): string =>
  new Intl.NumberFormat(language.locale, { style: 'percent', maximumFractionDigits: 2 }).format(share);

/** `+12 %`, `−5 %`; nothing where there is nothing to compare with. */
export function changeOf(now: number, before: number | null, language: Language): string | undefined {
  if (!before) return undefined;
  return new Intl.NumberFormat(language.locale, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  }).format((now - before) / before);
}
