import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMoney, allocateMoney, compareMoney, Money, money, parseMoney, subtractMoney, sumMoney } from './money.ts';
import { currencyDigits, decimalOf, formatMoney } from './currency.ts';

const usd = (amount: number) => money(amount, 'USD');

describe('money', () => {
  test('adds, subtracts and compares within one currency', () => {
    expect(addMoney(usd(10), usd(20))).toEqual(usd(30));
    expect(subtractMoney(usd(10), usd(20))).toEqual(usd(-10));
    expect(compareMoney(usd(10), usd(20))).toBe(-1);
    expect(compareMoney(usd(20), usd(20))).toBe(0);
    expect(sumMoney('USD', [usd(1), usd(2), usd(3)])).toEqual(usd(6));
    expect(sumMoney('USD', [])).toEqual(usd(0));
  });

  test('refuses to mix currencies', () => {
    expect(() => addMoney(usd(1), money(1, 'CNY'))).toThrow(RangeError);
    expect(() => subtractMoney(usd(1), money(1, 'CNY'))).toThrow(RangeError);
    expect(() => compareMoney(usd(1), money(1, 'CNY'))).toThrow(RangeError);
  });

  test('refuses fractions and sums beyond safe integers', () => {
    expect(() => usd(0.5)).toThrow(RangeError);
    expect(() => addMoney(usd(Number.MAX_SAFE_INTEGER), usd(1))).toThrow(RangeError);
    expect(Money.safeParse({ amount: 1.5, currency: 'USD' }).success).toBe(false);
    expect(Money.safeParse({ amount: 1, currency: 'usd' }).success).toBe(false);
  });

  test('knows the decimals of a currency', () => {
    expect(['USD', 'CNY', 'JPY', 'KWD'].map(currencyDigits)).toEqual([2, 2, 0, 3]);
  });

  test('parses decimals exactly', () => {
    expect(parseMoney('2674.4', 'USD')).toEqual(usd(267440));
    expect(parseMoney('198', 'USD')).toEqual(usd(19800));
    expect(parseMoney('-0.07', 'USD')).toEqual(usd(-7));
    expect(parseMoney('12.340', 'USD')).toEqual(usd(1234));
    expect(parseMoney('1500', 'JPY')).toEqual(money(1500, 'JPY'));
    expect(Object.is(parseMoney('-0.00', 'USD').amount, 0)).toBe(true);
  });

  test.each(['', 'abc', '1e3', '1,000', '.5', '12.345', '99999999999999999999', 'NaN'])(
    'refuses %j as an amount',
    (text) => {
      expect(() => parseMoney(text, 'USD')).toThrow(RangeError);
    },
  );

  test('writes amounts for both languages', () => {
    expect(formatMoney(usd(123456), 'en')).toBe('$1,234.56');
    expect(formatMoney(usd(123456), 'zh-CN')).toBe('US$1,234.56');
    expect(formatMoney(usd(-5), 'en')).toBe('-$0.05');
  });

  test('gives the odd cents to the largest remainders', () => {
    expect(allocateMoney(usd(100), [1, 1, 1]).map((part) => part.amount)).toEqual([34, 33, 33]);
    expect(allocateMoney(usd(-100), [1, 1, 1]).map((part) => part.amount)).toEqual([-34, -33, -33]);
    expect(allocateMoney(usd(5), [0, 3, 7]).map((part) => part.amount)).toEqual([0, 2, 3]);
  });

  test('refuses weights that cannot be shared by', () => {
    expect(() => allocateMoney(usd(1), [])).toThrow(RangeError);
    expect(() => allocateMoney(usd(1), [0, 0])).toThrow(RangeError);
    expect(() => allocateMoney(usd(1), [1, -1])).toThrow(RangeError);
    expect(() => allocateMoney(usd(1), [0.5])).toThrow(RangeError);
  });

  test('reads back whatever it writes', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('USD', 'JPY', 'KWD'), (amount, currency) => {
        const value = money(amount === 0 ? 0 : amount, currency);
        expect(parseMoney(decimalOf(value), currency)).toEqual(value);
      }),
    );
  });

  test('parts add up to the total and lie within one unit of the exact share', () => {
    const weights = fc
      .array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 })
      .filter((all) => all.some((weight) => weight > 0));
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), weights, (amount, shares) => {
        const parts = allocateMoney(usd(amount), shares);
        expect(sumMoney('USD', parts).amount).toBe(amount === 0 ? 0 : amount);
        const sum = shares.reduce((all, weight) => all + weight, 0);
        parts.forEach((part, index) => {
          expect(Math.abs(part.amount - (amount * (shares[index] ?? 0)) / sum)).toBeLessThan(1.000001);
          if (shares[index] === 0) expect(part.amount).toBe(0);
        });
      }),
    );
  });
});
