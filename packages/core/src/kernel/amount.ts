/**
 * @module Reads an amount of money that a person has typed or pasted. It stands apart from `currency.ts`, which every
 * page needs at once.
 */
import { currencyDigits, isCurrency } from './currency.ts';

/** What somebody's text says about an amount; `UNCLEAR` may be read in two ways, `TOO_FINE` has too many decimals. */
export type AmountRead =
  | { readonly amount: number }
  | { readonly empty: true }
  | { readonly problem: 'NO_AMOUNT' | 'UNCLEAR' | 'TOO_FINE' };

/** What people write beside an amount of a currency, besides its code and the signs that `Intl` knows. */
const ALSO_WRITTEN: Readonly<Record<string, readonly string[]>> = { CNY: ['RMB', '元', '圆', '圓'], JPY: ['円'] };
const GROUPED = /^\d{1,3}(?:(,)\d{3}(?:,\d{3})*|( )\d{3}(?: \d{3})*|(')\d{3}(?:'\d{3})*)?(?:\.(\d*))?$/;
const GROUPED_BY_POINTS = /^\d{1,3}(?:\.\d{3})+(?:,(\d+))?$/;

/**
 * Reads an amount that a person has typed or pasted, in whole minor units: `12`, `12.5`, `.5`, `１２`, `¥12`, `12 元`,
 * `1,000.00`, `1.000,00`. Nothing is guessed: three digits behind the only comma are `UNCLEAR`, since they are a
 * thousand for one reader and a fraction for another.
 */
export function readAmount(text: string, currency: string): AmountRead {
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Zs}\p{Cf}\t]+/gu, ' ')
    .replace(/[−–]/g, '-')
    .trim();
  if (plain === '') return { empty: true };
  const [, sign, rest = ''] = /^([+-]?)\s*(.*)$/.exec(withoutCurrency(plain, currency)) ?? [];
  const digits = currencyDigits(currency);
  const parts = partsOf(withoutCurrency(rest, currency).replace(/’/g, "'"), digits);
  if (!parts) return { problem: 'NO_AMOUNT' };
  if (parts === 'UNCLEAR') return { problem: 'UNCLEAR' };
  if (/[1-9]/.test(parts.fraction.slice(digits))) return { problem: 'TOO_FINE' };
  const amount = Number(parts.whole + parts.fraction.slice(0, digits).padEnd(digits, '0'));
  if (!Number.isSafeInteger(amount)) return { problem: 'NO_AMOUNT' };
  return { amount: sign === '-' && amount > 0 ? -amount : amount };
}

/** The text without the sign or code of this currency before or behind it; that of another currency stays. */
function withoutCurrency(text: string, currency: string): string {
  for (const sign of signsOf(currency.toUpperCase())) {
    if (text.toUpperCase().startsWith(sign)) return text.slice(sign.length).trim();
    if (text.toUpperCase().endsWith(sign)) return text.slice(0, -sign.length).trim();
  }
  return text;
}

/** The longest first, so that `US$` is taken before `$`. */
function signsOf(currency: string): string[] {
  const signs = new Set([currency, ...(ALSO_WRITTEN[currency] ?? [])]);
  for (const locale of isCurrency(currency) ? ['en', 'zh-CN'] : [])
    for (const currencyDisplay of ['symbol', 'narrowSymbol'] as const)
      for (const { type, value } of new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay,
      }).formatToParts(0))
        if (type === 'currency') signs.add(value.toUpperCase());
  return [...signs].toSorted((a, b) => b.length - a.length);
}

/** Digits before and after the point; UNCLEAR when two readings are possible; undefined when it is no number. */
function partsOf(
  text: string,
  digits: number,
): { readonly whole: string; readonly fraction: string } | 'UNCLEAR' | undefined {
  const plain = /^(\d*)[.](\d*)$|^(\d+)$|^(\d*),(\d*)$/.exec(text);
  if (plain && /\d/.test(text)) {
    const [, before, after, whole, beforeComma, afterComma] = plain;
    if (afterComma?.length === 3 || (after?.length === 3 && digits !== 3)) return 'UNCLEAR';
    return { whole: whole ?? (before || beforeComma || '0'), fraction: after ?? afterComma ?? '' };
  }
  const grouped = GROUPED.exec(text);
  if (grouped) return { whole: (text.split('.')[0] ?? '').replace(/\D/g, ''), fraction: grouped[4] ?? '' };
  const points = GROUPED_BY_POINTS.exec(text);
  if (points) return { whole: (text.split(',')[0] ?? '').replace(/\D/g, ''), fraction: points[1] ?? '' };
  return undefined;
}
