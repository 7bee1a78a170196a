import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestPlan, decide, decideGift, nextTiers, policyFor, type Cart, type Promotion } from '../index.ts';
import { barred, combine, eligibleAmount, inOrder, isGift, listPrices, reductionOn, takeOff } from './promotion.ts';

const STORE = { zone: 'Asia/Shanghai', currency: 'CNY' };
const NOON = '2025-06-18T12:00:00+08:00';
const title = (zh: string, en: string) => ({ zh, en });
const cart = (...lines: [string, number, number?][]): Cart => ({
  currency: 'CNY',
  at: NOON,
  customerId: 'A',
  lines: lines.map(([sku, unitPrice, quantity = 1]) => ({ sku, unitPrice, quantity })),
});

const gift: Promotion = {
  id: 'G199',
  title: title('满199赠杯', 'a mug from 199'),
  kind: 'FULL_GIFT',
  threshold: 19_900,
  reward: { gift: 'MUG', giftTitle: title('杯子', 'mug') },
};
const coupon: Promotion = {
  id: 'C20',
  title: title('满150减20券', 'coupon 20 off 150'),
  kind: 'COUPON',
  threshold: 15_000,
  reward: { off: 2_000 },
  notWith: ['FULL_REDUCTION'],
};
const reduction: Promotion = {
  id: 'F300',
  title: title('满300减30', 'full reduction 300−30'),
  kind: 'FULL_REDUCTION',
  threshold: 30_000,
  reward: { off: 3_000 },
};

describe('a gift to the cent and the cheapest plan', () => {
  it('gives the gift at 199.00 and not at 198.99, says 0.01 is missing', () => {
    expect(decideGift(gift, 19_900, STORE, '2025-12-31').outcome).toBe('ALLOW');
    const short = decideGift(gift, 19_899, STORE, '2025-12-31');
    expect(short).toMatchObject({ outcome: 'DENY', ruleIds: ['G199', 'I-4'] });
    expect(short.whatWouldChangeIt).toMatchObject([
      {
        form: 'SHORT_BY',
        difference: 1,
        text: { zh: '活动商品实付金额还差 ¥0.01', en: 'CN¥0.01 short (Eligible paid amount)' },
      },
    ]);
  });

  it('refuses an override by anyone', () => {
    const policy = policyFor({ pack: 'TMALL' });
    for (const role of ['AGENT', 'TL', 'SV', 'MG']) {
      expect(decide(policy, 'OVERRIDE', { overrideOf: 'GIFT', role, reasonGiven: true }, STORE)).toMatchObject({
        outcome: 'DENY',
        ruleIds: ['I-4'],
      });
    }
    expect(decide(policy, 'OVERRIDE', { overrideOf: 'RETURN', role: 'SV', reasonGiven: true }, STORE).outcome).toBe(
      'ALLOW',
    );
  });

  it('plans 290 by full reduction for a cart of 320 rather than 300 by coupon, and explains why', () => {
    const plan = cheapestPlan(cart(['A', 32_000]), [coupon, reduction]);
    expect(plan).toMatchObject({
      total: 29_000,
      listTotal: 32_000,
      steps: [{ promotionId: 'F300', off: 3_000, eligible: 32_000 }],
    });
    expect(plan.unused).toMatchObject([{ promotionId: 'C20', why: 'COMBINATION', totalWith: 30_000 }]);
    expect(plan.explanation.map(({ en }) => en)).toEqual([
      'full reduction 300−30: CN¥30.00 off',
      'total CN¥290.00',
      'coupon 20 off 150 cannot be combined with what is used; with it the total is CN¥300.00, CN¥10.00 more',
    ]);
    expect(plan.explanation[2]?.zh).toBe('满150减20券不能与所选优惠叠加；使用它合计 ¥300.00，贵 ¥10.00');
  });

  it('counts a coupon at exactly its threshold', () => {
    expect(cheapestPlan(cart(['A', 15_000]), [coupon]).total).toBe(13_000);
    expect(cheapestPlan(cart(['A', 14_999]), [coupon])).toMatchObject({
      total: 14_999,
      unused: [{ why: 'THRESHOLD', missing: 1 }],
    });
  });

  it('measures the gift on what is paid after all reductions', () => {
    expect(cheapestPlan(cart(['A', 20_000]), [gift]).giftIds).toEqual(['G199']);
    const plan = cheapestPlan(cart(['A', 20_000]), [gift, { ...coupon, reward: { off: 101 } }]);
    expect(plan).toMatchObject({
      total: 19_899,
      giftIds: [],
      unused: [{ promotionId: 'G199', why: 'THRESHOLD', missing: 1 }],
    });
  });

  it('tells the distance to the next tiers: cart 180.00 is 19.00 from gift A', () => {
    const higher: Promotion = { ...gift, id: 'G299', title: title('赠品B', 'gift B'), threshold: 29_900 };
    expect(
      nextTiers(cart(['A', 18_000]), [higher, { ...gift, title: title('赠品A', 'gift A') }]).map(
        ({ text, missing }) => [text.en, missing],
      ),
    ).toEqual([
      ['CN¥19.00 to gift A', 1_900],
      ['CN¥119.00 to gift B', 11_900],
    ]);
  });
});

describe('a coupon that does not count', () => {
  it.each([
    [{ end: NOON }, 'EXPIRED'],
    [{ start: '2025-06-18T12:00:01+08:00' }, 'NOT_STARTED'],
    [{ customerId: 'B' }, 'OTHER_ACCOUNT'],
    [{ scope: ['B'] }, 'SCOPE'],
    [{ threshold: 40_000 }, 'THRESHOLD'],
  ] as const)('names the rule that fails: %o', (change, why) => {
    const { unused } = cheapestPlan(cart(['A', 32_000]), [{ ...coupon, ...change }]);
    expect(unused.map((one) => one.why)).toEqual([why]);
  });
});

const anyPromotion = fc.record({
  kind: fc.constantFrom(
    'DISCOUNT' as const,
    'BUNDLE' as const,
    'FULL_REDUCTION' as const,
    'COUPON' as const,
    'FULL_GIFT' as const,
  ),
  threshold: fc.integer({ min: 0, max: 40_000 }),
  off: fc.integer({ min: 1, max: 9_000 }),
  percent: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
  every: fc.boolean(),
  scope: fc.option(fc.subarray(['A', 'B', 'C'], { minLength: 1 }), { nil: undefined }),
  stackable: fc.boolean(),
  notWith: fc.subarray(['COUPON', 'FULL_REDUCTION', 'DISCOUNT'], { maxLength: 2 }),
  group: fc.option(fc.constantFrom('g', 'h'), { nil: undefined }),
});

const anyPromotions = fc.array(anyPromotion, { maxLength: 7 }).map((list) =>
  list.map(({ kind, threshold, off, percent, every, scope, stackable, notWith, group }, index): Promotion => ({
    id: `P${index}`,
    title: title(`P${index}`, `P${index}`),
    kind,
    threshold: kind === 'BUNDLE' ? 0 : threshold,
    reward:
      kind === 'FULL_GIFT'
        ? { gift: 'X', giftTitle: title('X', 'X') }
        : percent === undefined
          ? { off, every }
          : { percent },
    ...(kind === 'BUNDLE' ? { bundle: { A: 1, B: 1 }, reward: { off } } : {}),
    ...(scope ? { scope } : {}),
    stackable,
    notWith,
    ...(group ? { group } : {}),
  })),
);

/** Every subset in which all combine and each takes something off. */
function bruteForce(basket: Cart, promotions: readonly Promotion[]): number {
  const candidates = inOrder(promotions.filter((one) => !isGift(one) && !barred(one, basket)));
  let best = Infinity;
  for (let mask = 0; mask < 1 << candidates.length; mask += 1) {
    const chosen = candidates.filter((_, index) => mask & (1 << index));
    if (chosen.some((a, at) => chosen.slice(at + 1).some((b) => !combine(a, b)))) continue;
    let net: number[] | undefined = listPrices(basket);
    for (const one of chosen) {
      const off: number = net ? reductionOn(one, basket, eligibleAmount(one, basket, net)) : 0;
      net = net && off > 0 ? takeOff(one, basket, net, off) : undefined;
    }
    if (net)
      best = Math.min(
        best,
        net.reduce((sum, amount) => sum + amount, 0),
      );
  }
  return best;
}

describe('the planner', () => {
  const anyCart = fc
    .array(
      fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 3 })),
      { minLength: 1, maxLength: 4 },
    )
    .map((lines) => cart(...lines));

  it('is as cheap as trying everything', () => {
    fc.assert(
      fc.property(anyCart, anyPromotions, (basket, promotions) => {
        const plan = cheapestPlan(basket, promotions);
        expect(plan.total).toBe(bruteForce(basket, promotions));
        expect(plan.net.reduce((sum, amount) => sum + amount, 0)).toBe(plan.total);
        expect(plan.listTotal - plan.steps.reduce((sum, step) => sum + step.off, 0)).toBe(plan.total);
        for (const { totalWith } of plan.unused)
          if (totalWith !== undefined) expect(totalWith).toBeGreaterThanOrEqual(plan.total);
      }),
      { numRuns: 500 },
    );
  });
});
