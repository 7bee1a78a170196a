import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShopDiscount, ShopOrder } from '../../ports/shop.ts';
import { orderOf, shopScene } from '../orders/testing/scene.ts';
import { acting, denialOf, submit, type Request } from './testing/steps.ts';

const yuan = (amount: number) => ({ amount, currency: 'CNY' });
const FAULTS = [
  'QUALITY',
  'PERFORMANCE_FAULT',
  'WRONG_ITEM',
  'MISSING',
  'NOT_AS_DESCRIBED',
  'DAMAGED',
  'LATE',
] as const;

interface Basket {
  readonly lines: readonly { readonly price: number; readonly quantity: number }[];
  readonly discounts?: readonly Omit<ShopDiscount, 'title'>[];
  readonly freeFreight?: ShopOrder['freeFreight'];
  readonly freight?: number;
}

/** An order as a shop states it: what was bought, what was taken off and why, and what the freight was. */
function bought({ lines, discounts = [], freeFreight, freight = 0 }: Basket): ShopOrder {
  const order = orderOf({
    id: 'O-BASKET',
    lines: lines.map(({ quantity }, index) => ({ id: `l${index}`, productId: 'shirt', quantity })),
  });
  const goods = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const off = discounts.reduce((sum, { amount }) => sum + amount.amount, 0);
  const total = yuan(goods - off + freight);
  return {
    ...order,
    lines: order.lines.map((line, index) => ({ ...line, unitPrice: yuan(lines[index]!.price) })),
    amounts: { ...order.amounts, goods: yuan(goods), discount: yuan(off), freight: yuan(freight), total, paid: total },
    payments: [{ ...order.payments[0]!, amount: total }],
    discounts: discounts.map((discount) => ({ title: '满减', ...discount })),
    ...(freeFreight ? { freeFreight } : {}),
  };
}

/** 180.00 and 60.00, "24 off 240", free freight from 200.00. */
const EXAMPLE = bought({
  lines: [
    { price: 18_000, quantity: 1 },
    { price: 6_000, quantity: 1 },
  ],
  discounts: [{ id: 'd', amount: yuan(2_400), rule: { kind: 'FIXED', threshold: yuan(24_000) } }],
  freeFreight: { threshold: yuan(20_000), fee: yuan(800) },
});

interface Place {
  readonly pack?: string;
  readonly region?: 'CN' | 'EU' | 'OTHER';
}

const sceneOf = (order: ShopOrder, { pack = 'GENERIC', region = 'CN' }: Place = {}) =>
  shopScene({ orders: [order], policyPack: pack, region });
const back = (lineId: string, more: Request = {}): Request => ({ orderId: 'O-BASKET', items: [{ lineId }], ...more });

async function preview(order: ShopOrder, request: Request, place?: Place) {
  const scene = await sceneOf(order, place);
  return scene.desk
    .as(scene.lily)
    .aftersales.previewCase({ orderId: 'O-BASKET', type: 'RETURN_REFUND', reason: 'NO_REASON', items: [], ...request });
}

const linesOf = ({ refundLines }: { refundLines: readonly { code: string; amount: number }[] }) =>
  refundLines.map(({ code, amount }) => `${code} ${amount}`);

describe('what is kept is priced as if it had been bought alone', () => {
  test.each([
    ['GENERIC', 'CN'],
    ['GENERIC', 'OTHER'],
    ['TMALL', 'CN'],
  ] as const)('line by line, with the discount and the free freight that are lost: %s %s', async (pack, region) => {
    const shown = await preview(EXAMPLE, back('l1'), { pack, region });
    expect(shown).toMatchObject({ outcome: 'ALLOW', refundAmount: 2_800 });
    expect(linesOf(shown)).toEqual(['GOODS 5400', 'BENEFIT -1800', 'LOST_FREE_FREIGHT -800']);
    expect(shown.refundLines[1]?.text.zh).toContain('¥180.00');
    expect(shown.refundLines[2]?.text.en).toContain('CN¥200.00');
  });

  test.each(
    FAULTS.flatMap(
      (reason) =>
        [
          ['GENERIC', 'CN', reason],
          ['GENERIC', 'EU', reason],
          ['GENERIC', 'OTHER', reason],
          ['TMALL', 'CN', reason],
        ] as const,
    ),
  )('and nothing is taken back for a seller’s fault: %s %s %s', async (pack, region, reason) => {
    const shown = await preview(EXAMPLE, back('l1', { reason }), { pack, region });
    expect(linesOf(shown)).toEqual(['GOODS 5400']);
  });

  test('without the lost freight where the law says so, and by share where the platform says so', async () => {
    expect(linesOf(await preview(EXAMPLE, back('l1'), { region: 'EU' }))).toEqual(['GOODS 5400', 'BENEFIT -1800']);
    expect(linesOf(await preview(EXAMPLE, back('l1'), { pack: 'AMAZON', region: 'OTHER' }))).toEqual(['GOODS 5400']);
  });

  test('keeps every benefit whose limit the kept goods reach by themselves, to the cent', async () => {
    const basket = (threshold: number, free: number) =>
      bought({
        lines: [
          { price: 18_000, quantity: 1 },
          { price: 6_000, quantity: 1 },
        ],
        discounts: [{ id: 'd', amount: yuan(2_400), rule: { kind: 'FIXED', threshold: yuan(threshold) } }],
        freeFreight: { threshold: yuan(free), fee: yuan(800) },
      });
    expect((await preview(basket(18_000, 15_600), back('l1'))).refundAmount).toBe(6_000);
    expect((await preview(basket(18_001, 15_600), back('l1'))).refundAmount).toBe(3_600);
    expect((await preview(basket(18_000, 15_601), back('l1'))).refundAmount).toBe(5_200);
  });

  test('counts a limit on the goods it is for, and free freight before or after discounts as the shop says', async () => {
    const discounts = [
      { id: 'd', amount: yuan(2_000), lineIds: ['l0'], rule: { kind: 'FIXED' as const, threshold: yuan(18_000) } },
    ];
    const lines = [
      { price: 18_000, quantity: 1 },
      { price: 6_000, quantity: 1 },
    ];
    expect(linesOf(await preview(bought({ lines, discounts }), back('l1')))).toEqual(['GOODS 6000']);
    expect(linesOf(await preview(bought({ lines, discounts }), back('l0')))).toEqual(['GOODS 16000']);
    const free = (counts: 'BEFORE_DISCOUNTS' | 'AFTER_DISCOUNTS') =>
      bought({ lines, discounts, freeFreight: { threshold: yuan(18_000), fee: yuan(800), counts } });
    expect((await preview(free('BEFORE_DISCOUNTS'), back('l1'))).refundAmount).toBe(6_000);
    expect((await preview(free('AFTER_DISCOUNTS'), back('l1'))).refundAmount).toBe(5_200);
    const scoped = bought({ lines, freeFreight: { threshold: yuan(6_000), fee: yuan(800), lineIds: ['l1'] } });
    expect([
      (await preview(scoped, back('l0'))).refundAmount,
      (await preview(scoped, back('l1'))).refundAmount,
    ]).toEqual([18_000, 5_200]);
  });

  test('over two cases as over one: the second takes nothing that the first has taken', async () => {
    const lines = [
      { price: 18_000, quantity: 1 },
      { price: 6_000, quantity: 2 },
    ];
    const discounts = [{ id: 'd', amount: yuan(2_400), rule: { kind: 'FIXED' as const, threshold: yuan(24_000) } }];
    const scene = await sceneOf(bought({ lines, discounts, freeFreight: { threshold: yuan(27_000), fee: yuan(800) } }));
    const first = await submit(scene, scene.lily, back('l1'));
    const second = await submit(scene, scene.lily, back('l1'));
    expect([first.refundAmount, second.refundAmount]).toEqual([5_200, 3_600]);
    expect(linesOf(second)).not.toContainEqual(expect.stringContaining('LOST_FREE_FREIGHT'));
  });
});

describe('benefits that the shop cannot explain', () => {
  const silent = (order: ShopOrder): ShopOrder => {
    const { discounts: _untold, ...rest } = order;
    return rest;
  };
  const plain = bought({
    lines: [
      { price: 18_000, quantity: 1 },
      { price: 6_000, quantity: 1 },
    ],
  });
  const without = { ...EXAMPLE, discounts: EXAMPLE.discounts!.map(({ rule: _rule, ...discount }) => discount) };

  const UNEXPLAINED: readonly (readonly [string, ShopOrder])[] = [
    ['a discount that is not listed', silent(EXAMPLE)],
    ['a discount without its rule', without],
    ['a list that is not all', { ...EXAMPLE, discounts: [] }],
    [
      'a rule that lacks its step',
      {
        ...EXAMPLE,
        discounts: EXAMPLE.discounts!.map((one) => ({
          ...one,
          rule: { kind: 'EVERY' as const, threshold: yuan(100) },
        })),
      },
    ],
    ['the shop’s own word', { ...plain, benefitsUnknown: true }],
  ];

  test.each(UNEXPLAINED)('are for a person to settle when a part goes back: %s', async (_name, order) => {
    const shown = await preview(order, back('l1'));
    expect(shown).toMatchObject({ outcome: 'ALLOW', automatic: false, refundAmount: null, refundLines: [] });
    expect(shown.explanation.en).toContain('a person works out the refund');
    expect(shown.explanation.zh).toContain('退款金额由客服核定');
    const scene = await sceneOf(order);
    const row = await submit(scene, scene.lily, back('l1'));
    expect(row).toMatchObject({ state: 'REQUESTED', refundAmount: null });
    const by = acting(scene);
    await by('AA1', 'approveCase', { id: row.id });
    expect(
      await by('AA1', 'setRefundAmount', { id: row.id, refundAmount: 2_800, reason: '按活动规则重新结算' }),
    ).toMatchObject({ refundAmount: 2_800 });
    expect(
      await denialOf(
        by('MG1', 'setRefundAmount', { id: row.id, refundAmount: order.amounts.paid.amount + 1, reason: 'x' }),
      ),
    ).toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });

  test('stand in nobody’s way where everything goes back, and where the seller is at fault', async () => {
    const all = { items: [{ lineId: 'l0' }, { lineId: 'l1' }] };
    expect(await preview(silent(EXAMPLE), all)).toMatchObject({ automatic: true, refundAmount: 20_800 });
    expect(await preview(silent(EXAMPLE), back('l1', { reason: 'QUALITY' }))).toMatchObject({ refundAmount: 5_400 });
  });

  test('are not looked for in an order of old without any discount', async () => {
    expect(await preview(silent(plain), back('l1'))).toMatchObject({ automatic: true, refundAmount: 6_000 });
  });
});

/** What some of the goods would have cost: written anew, with whole numbers only. */
function alone({ lines, discounts = [], freeFreight }: Basket, kept: readonly number[]): number {
  const goods = lines.map(({ price }, index) => price * kept[index]!);
  const bundles = (rule: NonNullable<ShopDiscount['rule']>) =>
    Math.min(...rule.requires!.map(({ lineId, quantity }) => Math.floor(kept[Number(lineId.slice(1))]! / quantity)));
  let left = goods.reduce((sum, one) => sum + one, 0);
  for (const { amount, rule, lineIds } of discounts) {
    const scope = lineIds ? lineIds.reduce((sum, id) => sum + goods[Number(id.slice(1))]!, 0) : left;
    const limit = rule!.threshold?.amount ?? 0;
    const full = lines.reduce(
      (sum, { price, quantity }, index) => (lineIds && !lineIds.includes(`l${index}`) ? sum : sum + price * quantity),
      0,
    );
    const off = {
      FIXED: () => amount.amount,
      EVERY: () => Math.min(amount.amount, Math.floor(scope / limit) * rule!.step!.amount),
      PERCENT: () => Math.floor((amount.amount * scope) / full),
      BUNDLE: () => Math.min(amount.amount, bundles(rule!) * rule!.step!.amount),
    }[rule!.kind]();
    left -= scope >= limit || rule!.kind === 'BUNDLE' ? Math.min(off, scope) : 0;
  }
  const counted = freeFreight?.counts === 'BEFORE_DISCOUNTS' ? goods.reduce((sum, one) => sum + one, 0) : left;
  return left + (freeFreight && counted < freeFreight.threshold.amount ? freeFreight.fee.amount : 0);
}

describe('random baskets', () => {
  const line = fc.record({
    price: fc.integer({ min: 1, max: 30_000 }),
    quantity: fc.integer({ min: 1, max: 3 }),
    returned: fc.integer({ min: 0, max: 3 }),
  });
  const rule = fc.record({
    kind: fc.constantFrom('FIXED', 'EVERY', 'PERCENT', 'BUNDLE' as const),
    part: fc.integer({ min: 1, max: 100 }),
    size: fc.integer({ min: 1, max: 60 }),
    scoped: fc.boolean(),
  });
  const free = fc.option(
    fc.record({
      part: fc.integer({ min: 1, max: 100 }),
      fee: fc.integer({ min: 1, max: 2_000 }),
      counts: fc.constantFrom('BEFORE_DISCOUNTS' as const, 'AFTER_DISCOUNTS' as const),
    }),
  );
  const basket = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    rule: fc.option(rule),
    free,
    reason: fc.constantFrom('NO_REASON' as const, 'SIZE_COLOR' as const, ...FAULTS),
  });

  test('give back exactly what was paid less what the kept goods cost alone, and by a seller’s fault the share that was paid', async () => {
    await fc.assert(
      fc.asyncProperty(basket, async ({ lines, rule: drawn, free: freight, reason }) => {
        const items = lines.flatMap(({ quantity, returned }, index) =>
          returned > 0 ? [{ lineId: `l${index}`, quantity: Math.min(quantity, returned) }] : [],
        );
        if (items.length === 0) return;
        const worth = (scope: readonly number[]) =>
          scope.reduce((sum, index) => sum + lines[index]!.price * lines[index]!.quantity, 0);
        const every = [...lines.keys()];
        const scope = drawn?.scoped ? [0] : every;
        const limit = drawn ? Math.max(1, Math.ceil((worth(scope) * drawn.part) / 100)) : 0;
        const step = drawn ? Math.max(1, Math.floor((worth(scope) * drawn.size) / 100)) : 0;
        const times =
          drawn?.kind === 'EVERY'
            ? Math.floor(worth(scope) / limit)
            : drawn?.kind === 'BUNDLE'
              ? lines[0]!.quantity
              : 1;
        const amount = Math.min(step * times, worth(scope));
        const discounts = drawn
          ? [
              {
                id: 'd',
                amount: yuan(amount),
                ...(drawn.scoped ? { lineIds: ['l0'] } : {}),
                rule: {
                  kind: drawn.kind,
                  ...(drawn.kind === 'BUNDLE'
                    ? { requires: [{ lineId: 'l0', quantity: 1 }] }
                    : { threshold: yuan(limit) }),
                  step: yuan(step),
                },
              },
            ]
          : [];
        const base = freight?.counts === 'BEFORE_DISCOUNTS' ? worth(every) : worth(every) - amount;
        const whole: Basket = {
          lines,
          discounts,
          ...(freight
            ? {
                freeFreight: {
                  threshold: yuan(Math.floor((base * freight.part) / 100)),
                  fee: yuan(freight.fee),
                  counts: freight.counts,
                },
              }
            : {}),
        };
        const shown = await preview(bought(whole), { items, reason });
        const paid = worth(every) - amount;
        const kept = lines.map(({ quantity, returned }) => quantity - Math.min(quantity, returned));
        expect(shown.refundLines.reduce((sum, one) => sum + one.amount, 0)).toBe(shown.refundAmount);
        if (reason === 'NO_REASON' || reason === 'SIZE_COLOR') {
          expect(shown.refundAmount).toBe(Math.max(0, paid - alone(whole, kept)));
          return;
        }
        const part = (index: number) => Math.min(lines[index]!.quantity, lines[index]!.returned) * lines[index]!.price;
        const off = scope.reduce(
          (sum, index) => sum + (worth(scope) === 0 ? 0 : (part(index) * amount) / worth(scope)),
          0,
        );
        const share = every.reduce((sum, index) => sum + part(index), 0) - off;
        expect(Math.abs((shown.refundAmount ?? NaN) - share)).toBeLessThanOrEqual(lines.length + 1);
      }),
      { numRuns: 150 },
    );
  }, 30_000);
});
