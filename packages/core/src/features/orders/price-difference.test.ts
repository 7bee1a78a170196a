import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShopOrder } from '../../ports/shop.ts';
import { priceDifference } from './facts.ts';
import { orderOf, PRODUCTS, shopScene } from './testing/scene.ts';

const yuan = (amount: number) => ({ amount, currency: 'CNY' });
const priced = (price: number) =>
  PRODUCTS.map((product) =>
    product.id === 'shirt'
      ? {
          ...product,
          variants: product.variants.map((one) => (one.id === 'shirt-L' ? { ...one, price: yuan(price) } : one)),
        }
      : product,
  );

/** A shirt of 100.00 bought for 80.00, to be swapped for one of another price. */
async function swap(price: number, discount = 2_000, status: 'PAID' | 'DELIVERED' = 'PAID') {
  const order = orderOf({
    id: 'O-SWAP',
    lines: [{ id: 'l1', productId: 'shirt', quantity: 1 }],
    discount,
    status,
    shopStatus: status === 'PAID' ? 'pending' : 'delivered',
  });
  const scene = await shopScene({ orders: [order], shop: { products: priced(price) } });
  const items = [{ lineId: 'l1', quantity: 1, newVariantId: 'shirt-L' }];
  return {
    scene,
    items,
    preview: () =>
      scene.desk
        .as(scene.lily)
        .orders.previewOrderChange({ orderId: 'O-SWAP', change: 'ITEMS', items, paymentMethodId: 'lily-card' }),
  };
}

describe('the difference between a new item and the old one counts what was paid for the old', () => {
  test.each([
    [9_000, 'REFUND', 800, 'CN¥72.00', '¥72.00'],
    [8_000, 'REFUND', 1_600, 'CN¥64.00', '¥64.00'],
    [11_000, 'PAY', 800, 'CN¥88.00', '¥88.00'],
    [1, 'REFUND', 7_999, 'CN¥0.01', '¥0.01'],
  ] as const)('to %i', async (price, kind, amount, en, zh) => {
    const { effects } = await (await swap(price)).preview();
    expect(effects.map((effect) => [effect.kind, effect.amount?.amount])).toEqual([
      ['ITEMS', undefined],
      [kind, amount],
    ]);
    expect(effects[0]?.text.en).toContain(
      `the new ones cost ${en} with the discount of the order and CN¥80.00 was paid for the old ones`,
    );
    expect(effects[0]?.text.zh).toContain(`新商品 ${zh}（已计入订单优惠），原商品实付 ¥80.00`);
  });

  test('is nothing for another size at the same price', async () => {
    expect((await (await swap(10_000)).preview()).effects).toMatchObject([{ kind: 'ITEMS' }]);
    const { scene, items } = await swap(10_000, 2_000, 'DELIVERED');
    const exchange = await scene.desk
      .as(scene.lily)
      .aftersales.previewCase({ orderId: 'O-SWAP', type: 'EXCHANGE', reason: 'SIZE_COLOR', items });
    expect(exchange).toMatchObject({ outcome: 'ALLOW' });
  });

  test('is the plain difference where nothing was taken off', async () => {
    const { effects } = await (await swap(9_000, 0)).preview();
    expect(effects[1]).toMatchObject({ kind: 'REFUND', amount: { amount: 1_000 } });
    expect(effects[0]?.text.en).toContain(
      'the new ones cost CN¥90.00 and CN¥100.00 was paid for the old ones: the difference is refunded',
    );
  });

  test('counts a discount only on the lines it was given on', () => {
    const order: ShopOrder = {
      ...orderOf({
        id: 'O',
        lines: [
          { id: 'l1', productId: 'shirt', quantity: 2 },
          { id: 'l2', productId: 'mug', quantity: 1 },
        ],
        discount: 5_000,
      }),
      discounts: [{ id: 'd', title: '衬衫优惠', amount: yuan(5_000), lineIds: ['l1'], rule: { kind: 'PERCENT' } }],
    };
    const variant = (productId: string, price: number) => ({
      ...PRODUCTS.find(({ id }) => id === productId)!.variants[1]!,
      price: yuan(price),
    });
    expect(
      priceDifference(order, [{ lineId: 'l1', quantity: 1, newVariantId: 'shirt-L', variant: variant('shirt', 8_000) }])
        .amount,
    ).toBe(6_000 - 7_500);
    expect(
      priceDifference(order, [{ lineId: 'l2', quantity: 1, newVariantId: 'mug-L', variant: variant('mug', 4_000) }])
        .amount,
    ).toBe(-1_000);
  });

  test('never gives back more than was paid for the goods', () => {
    const scene = fc.record({
      shirts: fc.integer({ min: 1, max: 5 }),
      mugs: fc.integer({ min: 1, max: 5 }),
      discount: fc.nat(40_000),
      swapped: fc.integer({ min: 1, max: 5 }),
      price: fc.nat(50_000),
    });
    fc.assert(
      fc.property(scene, ({ shirts, mugs, discount, swapped, price }) => {
        const goods = shirts * 10_000 + mugs * 5_000;
        const order = orderOf({
          id: 'O',
          lines: [
            { id: 'l1', productId: 'shirt', quantity: shirts },
            { id: 'l2', productId: 'mug', quantity: mugs },
          ],
          discount: Math.min(discount, goods),
        });
        const quantity = Math.min(swapped, shirts);
        const { amount } = priceDifference(order, [
          {
            lineId: 'l1',
            quantity,
            newVariantId: 'shirt-L',
            variant: { ...PRODUCTS[0]!.variants[1]!, price: yuan(price) },
          },
        ]);
        const share = ((shirts * 10_000 * (goods - Math.min(discount, goods))) / goods) * (quantity / shirts);
        expect(-amount).toBeLessThanOrEqual(Math.ceil(share) + 1);
        if (price === 10_000) expect(amount).toBe(0);
      }),
    );
  });
});
