/**
 * @module Money is a whole number of minor units and a currency; nothing here ever touches a fraction.
 */
import { z } from 'zod';
import { currencyDigits } from './currency.ts';
import { large } from './entity.ts';

/** An amount in minor units (cents, fen) of an ISO 4217 currency. */
export const Money = z.object({
  amount: large(z.int()),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type Money = z.output<typeof Money>;

/** Money of `amount` minor units; throws RangeError when that is no safe integer. */
export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of minor units`);
  return { amount, currency };
}

function sameCurrency(a: Money, b: Money): string {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} cannot be mixed`);
  return a.currency;
}

/** The sum; throws RangeError for two currencies. */
export const addMoney = (a: Money, b: Money): Money => money(a.amount + b.amount, sameCurrency(a, b));

/** `a` less `b`; throws RangeError for two currencies. */
export const subtractMoney = (a: Money, b: Money): Money => money(a.amount - b.amount, sameCurrency(a, b));

/** Below 0 when `a` is the smaller, 0 when equal; throws RangeError for two currencies. */
export function compareMoney(a: Money, b: Money): number {
  sameCurrency(a, b);
  return Math.sign(a.amount - b.amount);
}

/** The sum of any number of amounts in one currency. */
export const sumMoney = (currency: string, amounts: Iterable<Money>): Money =>
  [...amounts].reduce(addMoney, money(0, currency));

/**
 * Splits `total` by weights so that the parts add up exactly: the largest remainders get the odd minor units,
 * the earlier part first among equals. Weights are whole numbers, not all zero; else RangeError.
 */
export function allocateMoney(total: Money, weights: readonly number[]): Money[] {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('Weights are whole numbers of 0 or more');
  }
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (sum === 0n) throw new RangeError('At least one weight must be above 0');
  const sign = total.amount < 0 ? -1 : 1;
  const absolute = BigInt(Math.abs(total.amount));
  const shares = weights.map((weight, index) => {
    const product = absolute * BigInt(weight);
    return { index, amount: Number(product / sum), remainder: product % sum };
  });
  const left = Math.abs(total.amount) - shares.reduce((all, share) => all + share.amount, 0);
  const byRemainder = shares.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const share of byRemainder.slice(0, left)) share.amount += 1;
  return shares.map((share) => money(share.amount === 0 ? 0 : sign * share.amount, total.currency));
}

/** Reads a plain decimal exactly; throws RangeError for what is no decimal or finer than the currency. */
export function parseMoney(decimal: string, currency: string): Money {
  const parts = /^(-?)(\d{1,16})(?:\.(\d{1,16}))?$/.exec(decimal.trim());
  if (!parts) throw new RangeError(`"${decimal}" is not a decimal amount`);
  const [, sign = '', whole = '', fraction = ''] = parts;
  const digits = currencyDigits(currency);
  if (/[1-9]/.test(fraction.slice(digits))) throw new RangeError(`"${decimal}" is finer than ${currency} allows`);
  const minor = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  return money(minor === 0 ? 0 : sign === '-' ? -minor : minor, currency);
}
