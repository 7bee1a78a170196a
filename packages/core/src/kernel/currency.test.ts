import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAmount } from './amount.ts';
import { currencyDigits, decimalOf, formatMoney, isCurrency } from './currency.ts';

/** ISO 4217, not what an engine likes to show. */
const DIGITS = {
  RSD: 2,
  IQD: 3,
  LBP: 2,
  HUF: 2,
  IDR: 2,
  COP: 2,
  PKR: 2,
  MMK: 2,
  ALL: 2,
  LAK: 2,
  AFN: 2,
  IRR: 2,
  USD: 2,
};
const OTHERS = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  ISK: 0,
  XAF: 0,
  KWD: 3,
  BHD: 3,
  TND: 3,
  JOD: 3,
  CLF: 4,
  UYW: 4,
  XTS: 2,
};

describe('currencies by ISO 4217', () => {
  test.each(Object.entries({ ...DIGITS, ...OTHERS }))('%s has %i decimals', (currency, digits) => {
    expect(currencyDigits(currency)).toBe(digits);
    const shown = formatMoney({ amount: 129_900, currency }, 'en');
    const decimals = /\.(\d+)$/.exec(shown)?.[1]?.length ?? 0;
    expect(decimals, shown).toBe(digits);
  });

  test('amounts keep their minor units where prices are rounded', () => {
    expect(formatMoney({ amount: 129_900, currency: 'HUF' }, 'en')).toBe('HUF\u00a01,299.00');
    expect(formatMoney({ amount: 1250, currency: 'IQD' }, 'en')).toBe('IQD\u00a01.250');
    expect(formatMoney({ amount: 1299, currency: 'RSD' }, 'zh-CN')).toBe('RSD\u00a012.99');
  });

  test('dollars of different countries look different', () => {
    const shown = ['USD', 'CAD', 'HKD'].map((currency) => formatMoney({ amount: 1299, currency }, 'en'));
    expect(new Set(shown).size).toBe(3);
  });

  test('knows what has the form of a code', () => {
    expect(['CNY', 'usd', 'RMB'].map(isCurrency)).toEqual([true, true, true]);
    expect(['¥', '', 'US', 'USDT', null, undefined, 7].some(isCurrency)).toBe(false);
  });
});

describe('an amount that a person types', () => {
  test.each([
    ['12', 'USD', 1200],
    ['12.5', 'USD', 1250],
    ['12.', 'USD', 1200],
    ['.5', 'USD', 50],
    [',5', 'EUR', 50],
    ['12,50', 'EUR', 1250],
    ['１２．５', 'CNY', 1250],
    ['¥12', 'CNY', 1200],
    ['￥ 12', 'CNY', 1200],
    ['12元', 'CNY', 1200],
    ['RMB 12', 'CNY', 1200],
    ['$12.00', 'USD', 1200],
    ['US$12', 'USD', 1200],
    ['-$12', 'USD', -1200],
    ['−12', 'USD', -1200],
    ['12 usd', 'USD', 1200],
    ['1 000', 'USD', 100_000],
    ['1\u202f000,50', 'EUR', undefined],
    ['1,000.00', 'USD', 100_000],
    ['1.000,00', 'EUR', 100_000],
    ['1,000,000', 'USD', 100_000_000],
    ["1'000.50", 'CHF', 100_050],
    ['1.000', 'KWD', 1000],
    ['10,000.000', 'KWD', 10_000_000],
    ['1200', 'JPY', 1200],
    ['12.340', 'USD', undefined],
  ])('%s in %s', (text, currency, amount) => {
    const read = readAmount(text, currency);
    if (amount === undefined) expect(read).toHaveProperty('problem');
    else expect(read).toEqual({ amount });
  });

  test.each([
    ['1,000', 'USD'],
    ['10,000', 'KWD'],
    ['1,000', 'JPY'],
    ['1.000', 'USD'],
  ])('%s in %s is a question, not an amount', (text, currency) => {
    expect(readAmount(text, currency)).toEqual({ problem: 'UNCLEAR' });
  });

  test.each(['abc', '1e3', '1,00,000', '12..5', '-', '.', '12 34', '€12', '99999999999999999999', 'NaN', '1,2,3'])(
    '%s is no amount of dollars',
    (text) => {
      expect(readAmount(text, 'USD')).toEqual({ problem: 'NO_AMOUNT' });
    },
  );

  test('finer than the currency is refused', () => {
    expect(readAmount('12.3456', 'USD')).toEqual({ problem: 'TOO_FINE' });
    expect(readAmount('12.5', 'JPY')).toEqual({ problem: 'TOO_FINE' });
  });

  test('only an empty field is empty', () => {
    expect(['', '  ', '\u3000', '\u200b'].map((text) => readAmount(text, 'USD'))).toEqual(
      Array(4).fill({ empty: true }),
    );
  });

  test('reads back what it is shown, in both languages', () => {
    const currencies = fc.constantFrom('USD', 'CNY', 'JPY', 'KWD', 'HUF', 'EUR', 'CLF');
    fc.assert(
      fc.property(
        fc.integer({ min: -1e11, max: 1e11 }),
        currencies,
        fc.constantFrom('en', 'zh-CN'),
        (amount, currency, locale) => {
          expect(readAmount(decimalOf({ amount, currency }), currency)).toEqual(
            currencyDigits(currency) === 3 || !/\.\d{3}$/.test(decimalOf({ amount, currency }))
              ? { amount: amount || 0 }
              : { problem: 'UNCLEAR' },
          );
          const shown = formatMoney({ amount, currency }, locale);
          if (!/^[^,]*,\d{3}$/.test(shown)) expect(readAmount(shown, currency), shown).toEqual({ amount: amount || 0 });
        },
      ),
    );
  });
});
