import { describe, expect, test } from 'vitest';
import { decide, decideReturn, PACKS, policyFor, refundRulesOf, returnInputs } from '../index.ts';

const STORE = { zone: 'Asia/Shanghai', currency: 'CNY' };
const SIGNED = '2025-05-01T12:15:00.000Z';
const CHOICES = [
  ['GENERIC', 'CN'],
  ['GENERIC', 'EU'],
  ['GENERIC', 'OTHER'],
  ['TMALL', 'CN'],
  ['TMALL', 'OTHER'],
  ['AMAZON', 'OTHER'],
  ['ALIBABA_B2B', 'OTHER'],
  ['CN1688', 'CN'],
] as const;
const REASONS = (returnInputs.reason.values ?? []).map(({ value }) => value);
const FAULTS = ['QUALITY', 'PERFORMANCE_FAULT', 'WRONG_ITEM', 'MISSING', 'NOT_AS_DESCRIBED', 'DAMAGED', 'LATE'];
const pairs = CHOICES.flatMap(([pack, region]) => REASONS.map((reason) => [pack, region, reason] as const));

const factsOf = (region: string, reason: string) => ({
  region,
  reason,
  at: '2025-05-03T04:00:00.000Z',
  orderedAt: SIGNED,
  signedAt: SIGNED,
  deliveredAt: SIGNED,
  receiptConfirmedAt: SIGNED,
  usedOrDamaged: true,
  opened: true,
});

describe('one list of the seller’s faults', () => {
  test('names every reason that is not the buyer’s', () => {
    expect([...returnInputs.SELLER_FAULT].sort()).toEqual([...FAULTS].sort());
  });

  test.each(pairs)('rules freight, refund, fee and benefit alike: %s %s %s', (pack, region, reason) => {
    const { parts, feePct, freightPayer } = decideReturn(policyFor({ pack, region }), factsOf(region, reason), STORE);
    const rules = refundRulesOf(parts.refundRule);
    const sellerPays = ['SELLER', 'FAULT_PARTY'].includes(freightPayer ?? '');
    if (FAULTS.includes(reason)) {
      expect({ sellerPays, feePct, ...rules }).toMatchObject({
        sellerPays: true,
        feePct: 0,
        basis: 'SHARE',
        clawBackFreight: false,
      });
      expect(rules.outboundFreight).not.toBe('KEPT');
      return;
    }
    // Whoever refuses a parcel may have a reason: there the party at fault pays.
    expect(sellerPays).toBe(reason === 'REFUSED' && ['GENERIC', 'TMALL'].includes(pack));
    expect(rules.basis).toBe(['GENERIC', 'TMALL'].includes(pack) ? 'RESETTLE' : 'SHARE');
  });
});

describe('the reminder of an unpaid order', () => {
  const platforms = Object.values(PACKS)
    .filter(({ layer }) => layer === 'PLATFORM')
    .map(({ code }) => code);

  test.each(platforms)('comes after twelve hours in %s', (pack) => {
    const decision = decide(
      policyFor({ pack }),
      'DEADLINE',
      { timer: 'UNPAID_REMINDER', orderedAt: '2025-05-01T00:00:00.000Z' },
      STORE,
    );
    expect(decision.dues.map(({ at }) => at)).toEqual(['2025-05-01T12:00:00.000Z']);
    expect(decision.ruleIds).toContain('I-1');
  });
});

describe('what a pack leaves out', () => {
  const KINDS = [
    'RETURN',
    'FREIGHT',
    'REFUND_RULE',
    'REFUND_TIMING',
    'RETURN_FEE',
    'DEADLINE',
    'APPROVAL',
    'COMPENSATION',
    'DISPUTE',
    'RESPONSE',
    'MESSAGING',
    'DISPATCH',
    'INVOICE',
    'CANCEL',
    'EXCHANGE',
  ];
  /** By platform pack with its statute: questions without a table, and why nobody misses them. */
  const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
    GENERIC: [],
    // No fee is charged.
    TMALL: ['RETURN_FEE'],
    // The platform names no dispatch promise of its own.
    AMAZON: ['DISPATCH'],
    // Between firms the contract says it.
    ALIBABA_B2B: ['RETURN_FEE', 'DISPATCH'],
    CN1688: ['RETURN_FEE'],
    // The demonstration data know no more than changes, returns and exchanges; what is not asked is decided for the
    // buyer.
    RETAIL_DEMO: [
      'FREIGHT',
      'REFUND_RULE',
      'RETURN_FEE',
      'APPROVAL',
      'COMPENSATION',
      'DISPUTE',
      'RESPONSE',
      'MESSAGING',
      'DISPATCH',
      'INVOICE',
    ],
  };

  test.each(Object.keys(LEFT_OUT))('is listed: %s', (pack) => {
    const { layers } = policyFor({ pack });
    expect(KINDS.filter((kind) => !layers.some(({ tables }) => tables.has(kind)))).toEqual(LEFT_OUT[pack]);
  });

  test('for every platform pack', () => {
    expect(Object.keys(LEFT_OUT).sort()).toEqual(
      Object.values(PACKS)
        .filter(({ layer }) => layer === 'PLATFORM')
        .map(({ code }) => code)
        .sort(),
    );
  });
});
