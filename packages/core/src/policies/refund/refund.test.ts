import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocate,
  decide,
  policyFor,
  refundRulesOf,
  RefundInvalid,
  workOutRefund,
  type OrderDiscount,
  type Refund,
  type RefundOrder,
  type RefundRequest,
  type RefundRules,
} from '../index.ts';

const title = (en: string) => ({ zh: en, en });
const RESETTLE: RefundRules = { basis: 'RESETTLE', clawBackFreight: true, outboundFreight: 'KEPT' };
const SHARE: RefundRules = { basis: 'SHARE', clawBackFreight: false, outboundFreight: 'WITH_ALL_GOODS' };

interface Sketch {
  readonly lines: RefundOrder['lines'];
  readonly discounts?: readonly OrderDiscount[];
  readonly freight?: RefundOrder['freight'];
  readonly split?: readonly number[];
}

/** An order whose payments add up; `split` are weights of its payments. */
function order({ lines, discounts = [], freight = { paid: 0 }, split = [1] }: Sketch): RefundOrder {
  const goods = lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
  const paid = goods - discounts.reduce((sum, one) => sum + one.amount, 0) + freight.paid;
  const payments = allocate(paid, split).map((amount, index) => ({
    id: `pay${index}`,
    title: title(`payment ${index}`),
    paid: amount,
    refunded: 0,
  }));
  return { currency: 'CNY', lines, discounts, freight, payments, earlier: [] };
}

const fullReduction = (threshold: number, amount: number, extra: Partial<OrderDiscount> = {}): OrderDiscount => ({
  id: 'FR',
  title: title('full reduction'),
  amount,
  rule: { kind: 'FIXED', threshold },
  ...extra,
});
const line = (id: string, unitPrice: number, quantity = 1) => ({ id, quantity, unitPrice });
const back = (...ids: string[]): RefundRequest => ({ lines: ids.map((lineId) => ({ lineId, quantity: 1 })) });

/** The order after a case, as the next case sees it. */
function afterCase(before: RefundOrder, { record, payments }: Refund): RefundOrder {
  const paidBack = (id: string): number => payments.find((one) => one.id === id)?.amount ?? 0;
  return {
    ...before,
    earlier: [...before.earlier, record],
    payments: before.payments.map((one) => ({ ...one, refunded: one.refunded + paidBack(one.id) })),
  };
}

const codes = ({ lines }: Refund) => lines.map(({ code, amount }) => `${code} ${amount}`);

describe('a refund without reason', () => {
  const basket = order({ lines: [line('A', 10_000), line('B', 20_000)], discounts: [fullReduction(30_000, 3_000)] });

  it('settles what is kept again without the lost benefit (2.7-6)', () => {
    const refund = workOutRefund(basket, back('A'), RESETTLE);
    expect(refund.total).toBe(7_000);
    expect(codes(refund)).toEqual(['GOODS 9000', 'BENEFIT -2000']);
    expect(refund.lines[1]?.text).toEqual({
      zh: '保留商品按购买时规则重新结算为 ¥200.00',
      en: 'the kept goods settled again at purchase-time rules cost CN¥200.00',
    });
  });

  it('gives back all that was paid once everything is back, in whatever order', () => {
    const first = workOutRefund(basket, back('A'), RESETTLE);
    const second = workOutRefund(afterCase(basket, first), back('B'), RESETTLE);
    expect(first.total + second.total).toBe(27_000);
  });

  it('keeps a benefit whose threshold the kept goods still reach', () => {
    const rich = order({ lines: [line('A', 10_000), line('B', 20_000)], discounts: [fullReduction(15_000, 3_000)] });
    expect(workOutRefund(rich, back('A'), RESETTLE).total).toBe(10_000);
    expect(workOutRefund(rich, back('B'), RESETTLE).total).toBe(17_000);
  });

  it('is never below nothing, and later cases make it good', () => {
    const steep = order({
      lines: [line('A', 10_000), line('B', 10_000), line('C', 10_000)],
      discounts: [fullReduction(30_000, 15_000)],
    });
    const first = workOutRefund(steep, back('A'), RESETTLE);
    expect(first.total).toBe(0);
    const second = workOutRefund(afterCase(steep, first), back('B'), RESETTLE);
    const third = workOutRefund(afterCase(afterCase(steep, first), second), back('C'), RESETTLE);
    expect([second.total, third.total]).toEqual([5_000, 10_000]);
  });

  it('deducts free freight that is lost, once', () => {
    const free = order({
      lines: [line('A', 6_000), line('B', 5_000)],
      freight: { paid: 0, free: { threshold: 9_900, fee: 800 } },
    });
    const first = workOutRefund(free, back('A'), RESETTLE);
    expect(codes(first)).toEqual(['GOODS 6000', 'LOST_FREE_FREIGHT -800']);
    expect(workOutRefund(afterCase(free, first), back('B'), RESETTLE).total).toBe(5_000);
  });

  it('deducts an unearned gift that is kept at its stated price, and credits it when it comes back', () => {
    const gifted = order({
      lines: [
        line('A', 15_000),
        line('B', 5_000),
        { ...line('mug', 0), gift: { statedPrice: 2_900, threshold: 19_900 } },
      ],
    });
    const kept = workOutRefund(gifted, back('B'), RESETTLE);
    expect(codes(kept)).toEqual(['GOODS 5000', 'GIFT -2900']);
    expect(workOutRefund(gifted, back('B', 'mug'), RESETTLE).total).toBe(5_000);
    const returned = workOutRefund(afterCase(gifted, kept), back('mug'), RESETTLE);
    expect(codes(returned)).toEqual(['GIFT 2900']);
  });

  it('gives a coupon back in its own form when nothing uses it any more', () => {
    const coupon = order({
      lines: [line('A', 10_000), line('B', 8_000)],
      discounts: [fullReduction(15_000, 2_000, { id: 'C20', coupon: true })],
    });
    const refund = workOutRefund(coupon, back('A'), RESETTLE);
    expect(refund).toMatchObject({ total: 8_000, restoredCoupons: ['C20'] });
    expect(workOutRefund(coupon, back('A'), SHARE).restoredCoupons).toEqual([]);
  });

  it('follows every-so-much, percent and bundle rules on what is kept', () => {
    const rule = (one: OrderDiscount['rule'], amount: number) =>
      order({ lines: [line('A', 10_000, 2), line('B', 10_000)], discounts: [fullReduction(0, amount, { rule: one })] });
    expect(
      workOutRefund(rule({ kind: 'EVERY', threshold: 10_000, step: 1_000 }, 3_000), back('B'), RESETTLE).total,
    ).toBe(9_000);
    expect(workOutRefund(rule({ kind: 'PERCENT', threshold: 15_000 }, 3_000), back('B'), RESETTLE).total).toBe(9_000);
    const bundle = {
      kind: 'BUNDLE',
      requires: [
        { lineId: 'A', quantity: 1 },
        { lineId: 'B', quantity: 1 },
      ],
      perBundle: 3_000,
    } as const;
    expect(workOutRefund(rule(bundle, 3_000), back('B'), RESETTLE).total).toBe(7_000);
    expect(workOutRefund(rule(bundle, 3_000), back('A'), RESETTLE).total).toBe(10_000);
  });
});

describe('a refund for a seller fault', () => {
  const basket = order({
    lines: [line('A', 10_000), line('B', 20_000)],
    discounts: [fullReduction(30_000, 3_000)],
    freight: { paid: 1_000, free: { threshold: 25_000, fee: 800 } },
    split: [2, 1],
  });

  it('is the share of what was paid, and claws nothing back', () => {
    expect(codes(workOutRefund(basket, back('A'), SHARE))).toEqual(['GOODS 9000']);
    expect(codes(workOutRefund(basket, back('A', 'B'), SHARE))).toEqual(['GOODS 27000', 'OUTBOUND_FREIGHT 1000']);
  });

  it('does not spoil the thresholds of a later return without reason', () => {
    const three = order({
      lines: [line('A', 10_000), line('B', 10_000), line('C', 10_000)],
      discounts: [fullReduction(20_000, 3_000)],
    });
    const first = workOutRefund(three, back('A'), SHARE);
    const second = workOutRefund(afterCase(three, first), back('B'), RESETTLE);
    expect([first.total, second.total]).toEqual([9_000, 9_500]);
  });

  it('is shared by the payments, or goes where the policy lets it go', () => {
    const refund = workOutRefund(basket, back('A'), SHARE);
    expect(refund.payments.map(({ id, amount }) => [id, amount])).toEqual([
      ['pay0', 6_000],
      ['pay1', 3_000],
    ]);
    expect(
      workOutRefund(basket, back('A'), { ...SHARE, split: 'IN_ORDER' }).payments.map(({ amount }) => amount),
    ).toEqual([9_000]);
    const card = { id: 'gift_card', title: title('gift card') };
    expect(workOutRefund(basket, { ...back('A'), refundTo: card }, SHARE).payments).toEqual([
      { id: 'gift_card', amount: 9_000, text: card.title },
    ]);
  });

  it('rounds the share of some of several units to the nearest cent and leaves the rest to the others', () => {
    const three = order({ lines: [line('A', 100, 3)], discounts: [fullReduction(0, 200)] });
    const first = workOutRefund(three, { lines: [{ lineId: 'A', quantity: 2 }] }, SHARE);
    expect([first.total, workOutRefund(afterCase(three, first), back('A'), SHARE).total]).toEqual([67, 33]);
  });

  it('takes a discount as it was given, also where its rule would not have given it', () => {
    const manual = order({ lines: [line('A', 10_000), line('B', 20_000)], discounts: [fullReduction(50_000, 3_000)] });
    expect(workOutRefund(manual, back('A'), SHARE).total).toBe(9_000);
  });

  it('stops at what is still refundable when money went back outside the cases', () => {
    const goodwill = { ...basket, payments: basket.payments.map((one) => ({ ...one, refunded: one.paid - 1_000 })) };
    const refund = workOutRefund(goodwill, back('A'), SHARE);
    expect(codes(refund)).toEqual(['GOODS 9000', 'CAP -7000']);
    expect(refund.payments.map(({ amount }) => amount)).toEqual([1_000, 1_000]);
  });

  it('takes fees, deductions and the label off, and pays advanced freight beside it', () => {
    const request = {
      ...back('A'),
      feePct: 20,
      deductions: [{ title: title('scratched'), amount: 500 }],
      labelCost: 300,
      freightAdvanced: 1_200,
    };
    const refund = workOutRefund(basket, request, SHARE);
    expect(codes(refund)).toEqual(['GOODS 9000', 'FEE -1800', 'DEDUCTION -500', 'LABEL -300']);
    expect(refund).toMatchObject({ total: 6_400, reimbursement: 1_200 });
  });

  it('says where a deduction is more than there is to refund', () => {
    const refund = workOutRefund(
      basket,
      { ...back('A'), deductions: [{ title: title('broken'), amount: 99_999 }] },
      SHARE,
    );
    expect(refund).toMatchObject({ total: 0, payments: [] });
    expect(refund.lines.at(-1)?.text.en).toBe('broken (limited to what is refunded)');
  });
});

describe('what the policy says about the money', () => {
  const policy = policyFor({ pack: 'TMALL' });
  const rules = (reason: string) => refundRulesOf(decide(policy, 'REFUND_RULE', { reason }, { zone: 'Asia/Shanghai' }));
  it('settles again without reason and shares with seller fault', () => {
    expect(rules('NO_REASON')).toMatchObject({ basis: 'RESETTLE', clawBackFreight: true, outboundFreight: 'KEPT' });
    expect(rules('WRONG_ITEM')).toMatchObject({
      basis: 'SHARE',
      clawBackFreight: false,
      outboundFreight: 'WITH_ALL_GOODS',
    });
  });
});

describe('bad input', () => {
  const basket = order({ lines: [line('A', 10_000, 3)] });
  const problems = (request: RefundRequest, from: RefundOrder = basket): string[] => {
    try {
      workOutRefund(from, request, RESETTLE);
      return [];
    } catch (error) {
      if (error instanceof RefundInvalid) return error.problems.map(({ code, at }) => `${code} ${at}`);
      throw error;
    }
  };

  it('is refused with every problem named', () => {
    expect(problems({ lines: [] })).toEqual(['NOTHING lines']);
    expect(
      problems({
        lines: [
          { lineId: 'A', quantity: 0 },
          { lineId: 'X', quantity: 1 },
        ],
      }),
    ).toEqual(['BAD_QUANTITY A', 'UNKNOWN_LINE X']);
    expect(problems({ lines: [{ lineId: 'A', quantity: 1.5 }], labelCost: -1, feePct: 101 })).toEqual([
      'BAD_AMOUNT labelCost',
      'BAD_AMOUNT feePct',
      'BAD_QUANTITY A',
    ]);
    expect(problems(back('A'), { ...basket, payments: [{ ...basket.payments[0]!, paid: 1 }] })).toEqual([
      'PAYMENTS_MISMATCH payments',
    ]);
  });

  it('refuses two more units when only one of three is left', () => {
    const first = workOutRefund(basket, { lines: [{ lineId: 'A', quantity: 2 }] }, RESETTLE);
    expect(problems({ lines: [{ lineId: 'A', quantity: 2 }] }, afterCase(basket, first))).toEqual(['QUANTITY_LEFT A']);
  });
});

const anyOrder = fc
  .record({
    lines: fc.array(
      fc.record({ unitPrice: fc.integer({ min: 0, max: 50_000 }), quantity: fc.integer({ min: 1, max: 4 }) }),
      { minLength: 1, maxLength: 5 },
    ),
    cuts: fc.array(
      fc.record({
        kind: fc.constantFrom('FIXED' as const, 'EVERY' as const, 'PERCENT' as const),
        share: fc.integer({ min: 0, max: 60 }),
        threshold: fc.integer({ min: 0, max: 100_000 }),
      }),
      { maxLength: 3 },
    ),
    freight: fc.integer({ min: 0, max: 2_000 }),
    free: fc.option(
      fc.record({ threshold: fc.integer({ min: 0, max: 100_000 }), fee: fc.integer({ min: 0, max: 2_000 }) }),
      { nil: undefined },
    ),
    gift: fc.option(
      fc.record({ statedPrice: fc.integer({ min: 0, max: 5_000 }), threshold: fc.integer({ min: 0, max: 100_000 }) }),
      { nil: undefined },
    ),
    split: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 3 }),
  })
  .map(({ lines, cuts, freight, free, gift, split }) => {
    const goods = lines.map(({ unitPrice, quantity }, index) => line(`L${index}`, unitPrice, quantity));
    let left = goods.reduce((sum, one) => sum + one.unitPrice * one.quantity, 0);
    const discounts = cuts.map(({ kind, share, threshold }, index): OrderDiscount => {
      const amount = Math.floor((left * share) / 100);
      left -= amount;
      return {
        id: `D${index}`,
        title: title(`D${index}`),
        amount,
        rule: kind === 'EVERY' ? { kind, threshold, step: amount } : { kind, threshold },
      };
    });
    return order({
      lines: gift ? [...goods, { ...line('gift', 0), gift }] : goods,
      discounts,
      freight: free ? { paid: freight, free } : { paid: freight },
      split,
    });
  });

const anyCases = fc.array(
  fc.record({
    picks: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
    fault: fc.boolean(),
    feePct: fc.constantFrom(0, 0, 20, 33.33),
    outbound: fc.constantFrom('KEPT' as const, 'WITH_ALL_GOODS' as const, 'REFUNDED' as const),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Units not yet returned. */
function unitsLeft({ lines, earlier }: RefundOrder): string[] {
  const units = lines.flatMap(({ id, quantity }) => Array<string>(quantity).fill(id));
  for (const { lineId, quantity } of earlier.flatMap((record) => record.lines))
    for (let at = 0; at < quantity; at += 1) units.splice(units.indexOf(lineId), 1);
  return units;
}

describe('any series of cases', () => {
  it('is never negative, never above what was paid, and adds up line by line and payment by payment', () => {
    fc.assert(
      fc.property(anyOrder, anyCases, (start, cases) => {
        let now = start;
        for (const { picks, fault, feePct, outbound } of cases) {
          const left = unitsLeft(now);
          if (left.length === 0) break;
          const chosen = new Set(picks.map((pick) => pick % left.length));
          const rules: RefundRules = {
            basis: fault ? 'SHARE' : 'RESETTLE',
            clawBackFreight: !fault,
            outboundFreight: outbound,
          };
          const refund = workOutRefund(now, { ...back(...[...chosen].map((index) => left[index]!)), feePct }, rules);
          expect(refund.total).toBeGreaterThanOrEqual(0);
          expect(refund.lines.reduce((sum, one) => sum + one.amount, 0)).toBe(refund.total);
          expect(refund.payments.reduce((sum, one) => sum + one.amount, 0)).toBe(refund.total);
          expect(refund.goods.reduce((sum, one) => sum + one.amount, 0)).toBe(refund.record.goods);
          expect(refund.lines.every(({ amount }) => Number.isSafeInteger(amount) && amount !== 0)).toBe(true);
          now = afterCase(now, refund);
          for (const { paid, refunded } of now.payments) expect(refunded).toBeLessThanOrEqual(paid);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives back exactly what was paid for the goods once all are back without fees', () => {
    fc.assert(
      fc.property(anyOrder, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (start, faults) => {
        const plain = {
          ...start,
          freight: { paid: start.freight.paid },
          lines: start.lines.filter(({ gift }) => !gift),
        };
        let now: RefundOrder = plain;
        for (let at = 0; unitsLeft(now).length > 0; at += 1) {
          const basis = faults[at % faults.length] ? 'SHARE' : 'RESETTLE';
          now = afterCase(
            now,
            workOutRefund(now, back(unitsLeft(now)[0]!), {
              basis,
              clawBackFreight: false,
              outboundFreight: 'WITH_ALL_GOODS',
            }),
          );
        }
        expect(now.payments.map(({ refunded }) => refunded)).toEqual(plain.payments.map(({ paid }) => paid));
      }),
      { numRuns: 300 },
    );
  });

  it('splits any amount exactly and fairly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 1, maxLength: 12 }),
        (total, weights) => {
          const parts = allocate(total, weights);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
          const whole = weights.reduce((sum, weight) => sum + weight, 0);
          if (whole > 0)
            parts.forEach((part, index) =>
              expect(Math.abs(part - (total * weights[index]!) / whole)).toBeLessThan(1.001),
            );
        },
      ),
    );
  });
});
