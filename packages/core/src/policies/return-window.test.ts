import { describe, expect, test } from 'vitest';
import { AMAZON, createPolicy, decide, decideReturn, policyFor, type Facts, type PolicyPack } from './index.ts';

const ZONE = 'America/New_York';
const STORE = { zone: ZONE, currency: 'USD' };
const AMAZON_POLICY = policyFor({ pack: 'AMAZON' });

/** A promise of sixty days above the pack. */
const PATIENT: PolicyPack = {
  ...AMAZON,
  code: 'OWN',
  layer: 'PROMISE',
  tables: AMAZON.tables
    .filter(({ code }) => code === 'AMZ-RETURN')
    .map((table) => ({
      ...table,
      code: 'OWN-RETURN',
      rows: [{ ...table.rows[0]!, id: 'OWN', rules: ['OWN'], when: { daysSinceDelivered: { lte: 60 } } }],
    })),
};

const FIRST = '2025-03-01T15:00:00-05:00';
const HOLIDAY: Facts = { orderedAt: '2025-11-20T10:00:00-05:00', deliveredAt: '2025-11-24T12:00:00-05:00' };
const LEAP: Facts = { orderedAt: '2027-11-20T10:00:00-05:00', deliveredAt: '2027-11-24T12:00:00-05:00' };
const facts = (more: Facts = {}): Facts => ({
  reason: 'NO_REASON',
  orderedAt: '2025-02-26T10:00:00-05:00',
  deliveredAt: FIRST,
  ...more,
});

/** Every window of the pack, with its last day in time and the thirtieth and thirty-first day after it. */
const WINDOWS: readonly (readonly [name: string, facts: Facts, last: string, thirtieth: string, after: string])[] = [
  ['30 days of delivery', facts(), '2025-03-31', '2025-04-30', '2025-05-01'],
  [
    '30 days of the estimated delivery',
    facts({ deliveredAt: null, estimatedDeliveryAt: FIRST }),
    '2025-03-31',
    '2025-04-30',
    '2025-05-01',
  ],
  ['holiday orders', facts(HOLIDAY), '2026-01-31', '2026-03-02', '2026-03-03'],
  ['holiday orders before a leap day', facts(LEAP), '2028-01-31', '2028-03-01', '2028-03-02'],
  [
    'holiday orders of Apple products',
    facts({ ...HOLIDAY, goodsGroup: 'APPLE' }),
    '2026-01-15',
    '2026-02-14',
    '2026-02-15',
  ],
  ['baby items', facts({ goodsGroup: 'BABY' }), '2025-05-30', '2025-06-29', '2025-06-30'],
  [
    'baby items ordered in the holidays',
    facts({ ...HOLIDAY, goodsGroup: 'BABY' }),
    '2026-02-22',
    '2026-03-24',
    '2026-03-25',
  ],
];

const noon = (day: string, hour = '12:00:00'): string => new Date(`${day}T${hour}Z`).toISOString();
const fee = (known: Facts, day: string, policy = AMAZON_POLICY) => {
  const { outputs, ruleIds } = decide(policy, 'RETURN_FEE', { ...known, at: noon(day, '17:00:00') }, STORE);
  return [outputs['feePct'], outputs['feeIsCeiling'], ruleIds[0]];
};
const dayAfter = (day: string): string => new Date(Date.parse(noon(day)) + 86_400_000).toISOString().slice(0, 10);

describe('the fee for a late return counts from the end of the window that applies', () => {
  test.each(WINDOWS)('%s', (_name, known, last, thirtieth, after) => {
    expect(decideReturn(AMAZON_POLICY, { ...known, at: noon(last, '17:00:00') }, STORE).eligible).toBe(true);
    expect(fee(known, last)).toEqual([0, false, 'AMZ-37']);
    expect(decideReturn(AMAZON_POLICY, { ...known, at: noon(dayAfter(last), '17:00:00') }, STORE).eligible).toBe(false);
    expect(fee(known, dayAfter(last))).toEqual([20, false, 'AMZ-36']);
    expect(fee(known, thirtieth)).toEqual([20, false, 'AMZ-36']);
    expect(fee(known, after)).toEqual([100, true, 'AMZ-35']);
  });

  test.each(WINDOWS)('and is never asked for a seller’s fault: %s', (_name, known, last, _thirtieth, after) => {
    for (const reason of [
      'QUALITY',
      'PERFORMANCE_FAULT',
      'WRONG_ITEM',
      'MISSING',
      'NOT_AS_DESCRIBED',
      'DAMAGED',
      'LATE',
    ])
      for (const day of [last, dayAfter(last), after])
        expect(fee({ ...known, reason }, day)).toEqual([0, false, 'AMZ-31']);
  });

  test('to the second of the store’s day', () => {
    const at = (instant: string) =>
      decide(AMAZON_POLICY, 'RETURN_FEE', facts({ at: instant }), STORE).outputs['feePct'];
    expect([at('2025-03-31T23:59:59-04:00'), at('2025-04-01T00:00:00-04:00')]).toEqual([0, 20]);
    expect([at('2025-04-30T23:59:59-04:00'), at('2025-05-01T00:00:00-04:00')]).toEqual([20, 100]);
  });

  test('also where the store promises a longer one', () => {
    const kinder = createPolicy([AMAZON, PATIENT]);
    expect(fee(facts(), '2025-04-30', kinder)).toEqual([0, false, 'AMZ-37']);
    expect(fee(facts(), '2025-05-01', kinder)).toEqual([20, false, 'AMZ-36']);
  });

  test('and a refused parcel has no window to be late for', () => {
    expect(fee(facts({ reason: 'REFUSED' }), '2025-12-01')).toEqual([0, false, 'AMZ-37']);
  });

  test('also where only the number of days is known', () => {
    const days = (daysSinceDelivered: number) =>
      decide(AMAZON_POLICY, 'RETURN_FEE', { reason: 'NO_REASON', daysSinceDelivered }, STORE).outputs['feePct'];
    expect([days(30), days(31), days(60), days(61)]).toEqual([0, 20, 20, 100]);
  });
});
