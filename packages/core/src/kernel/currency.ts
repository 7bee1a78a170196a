/**
 * @module Currencies by ISO 4217: how many minor units each has, and how an amount is written. It imports nothing, so
 * that the server, the panel and the widget share it; `amount.ts` reads what people have typed.
 *
 * The digits that `Intl` shows are no minor units: they leave them out where prices are rounded (HUF, IDR, COP), and
 * they differ from one engine to the next (RSD).
 */

/** Decimals of the currencies that do not have two (ISO 4217, list one). */
const DIGITS: Readonly<Record<string, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/** Whether a text has the form of an ISO 4217 code; what comes from a shop's page may be a sign such as `¥`. */
export const isCurrency = (currency: unknown): currency is string =>
  typeof currency === 'string' && /^[A-Z]{3}$/i.test(currency);

/** How many decimals the minor unit of a currency is: USD 2, JPY 0, KWD 3. An unknown currency has two. */
export function currencyDigits(currency: string): number {
  const digits = Object.keys(DIGITS).find((count) => DIGITS[count]?.split(' ').includes(currency.toUpperCase()));
  return Number(digits ?? 2);
}

/** An amount of whole minor units as a plain decimal, `-12.30`, without a sign of the currency. */
export function decimalOf({ amount, currency }: { readonly amount: number; readonly currency: string }): `${number}` {
  const digits = currencyDigits(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${amount < 0 ? '-' : ''}${whole}${digits > 0 ? `.${text.slice(-digits)}` : ''}` as `${number}`;
}

/**
 * An amount of whole minor units as people of a locale write it: `$12.30`, `US$12.30`.
 * @throws RangeError when the currency has not the form of a code, see {@link isCurrency}
 */
export function formatMoney(value: { readonly amount: number; readonly currency: string }, locale: string): string {
  const digits = currencyDigits(value.currency);
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(locale, { style: 'currency', currency: value.currency, ...options }).format(
    decimalOf(value),
  );
}
