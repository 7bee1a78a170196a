import { ShopOrder } from '@shopdesk/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderOf, type VendureOrder } from './order.ts';

const AT = '2026-03-01T10:00:00.000Z';
const line = (
  id: string,
  unitPriceWithTax: number,
  quantity: number,
  orderPlacedQuantity = quantity,
): VendureOrder['lines'][number] => ({
  id,
  quantity,
  orderPlacedQuantity,
  unitPriceWithTax,
  productVariant: { id: `v${id}`, name: `Item ${id}`, product: { id: `p${id}` }, options: [] },
});
const refund = (id: string, total: number, state = 'Settled') => ({
  id,
  total,
  state,
  createdAt: '2026-03-03T10:00:00.000Z',
});
const base: VendureOrder = {
  id: '1',
  code: 'ABC',
  state: 'PaymentSettled',
  createdAt: AT,
  updatedAt: AT,
  orderPlacedAt: AT,
  currencyCode: 'USD',
  customer: { id: '7' },
  shippingAddress: {
    streetLine1: '1 Elm',
    streetLine2: null,
    city: null,
    province: 'CO',
    postalCode: '80202',
    country: 'United States',
  },
  shippingWithTax: 500,
  totalWithTax: 2500,
  lines: [line('1', 1000, 2)],
  fulfillments: [],
  payments: [{ id: '1', method: 'card', amount: 2500, state: 'Settled', createdAt: AT, refunds: [] }],
  history: { items: [] },
};
const seen = (changes: Partial<VendureOrder>) => orderOf({ ...base, ...changes });
const paid = (refunds: ReturnType<typeof refund>[]) => [{ ...base.payments![0]!, refunds }];

describe('an order of Vendure', () => {
  test('is an order of the desk, also without a town', () => {
    expect(ShopOrder.parse(seen({}))).toMatchObject({
      number: 'ABC',
      status: 'PAID',
      address: { city: '–', line2: '' },
      amounts: { goods: { amount: 2000 }, freight: { amount: 500 }, discount: { amount: 0 }, total: { amount: 2500 } },
    });
  });

  test('gives the right sums whatever its promotions and surcharges are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 9 })), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.nat(5000),
        fc.integer({ min: -3000, max: 3000 }),
        (goods, shippingWithTax, rest) => {
          const lines = goods.map(([price, quantity], index) => line(String(index), price, quantity));
          const sum = goods.reduce((total, [price, quantity]) => total + price * quantity, 0);
          const totalWithTax = Math.max(0, sum + shippingWithTax + rest);
          const { amounts } = seen({ lines, shippingWithTax, totalWithTax });
          expect(amounts.total.amount).toBe(totalWithTax);
          expect(amounts.goods.amount - amounts.discount.amount + amounts.freight.amount).toBe(totalWithTax);
          expect(Math.min(amounts.discount.amount, amounts.freight.amount)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  test('counts every refund but those that failed, and is newer for it', () => {
    const order = seen({ payments: paid([refund('1', 300), refund('2', 200, 'Pending'), refund('3', 900, 'Failed')]) });
    expect(order.amounts.refunded.amount).toBe(500);
    expect(order.payments.map(({ kind, amount }) => [kind, amount.amount])).toEqual([
      ['PAYMENT', 2500],
      ['REFUND', 300],
      ['REFUND', 200],
    ]);
    expect(order.updatedAt).toBe('2026-03-03T10:00:00.000Z');
  });

  test('keeps its lines when it is cancelled, and loses a line that was taken out', () => {
    const lines = [line('1', 1000, 0, 2), line('2', 500, 1)];
    expect(seen({ lines }).lines.map(({ id }) => id)).toEqual(['2']);
    const history = {
      items: [{ createdAt: AT, type: 'ORDER_CANCELLATION', isPublic: true, data: { reason: 'changed my mind' } }],
    };
    const cancelled = seen({
      state: 'Cancelled',
      totalWithTax: 0,
      lines: [line('1', 1000, 0, 2)],
      payments: paid([refund('1', 2500)]),
      history,
    });
    expect(cancelled).toMatchObject({
      status: 'CANCELLED',
      cancelReason: 'changed my mind',
      lines: [{ quantity: 2 }],
      amounts: { total: { amount: 2500 }, refunded: { amount: 2500 } },
    });
  });

  test('tells what is of interest to its customer, and no more', () => {
    const entry = (type: string, data: Record<string, unknown>, isPublic = true) => ({
      createdAt: AT,
      type,
      isPublic,
      data,
    });
    const items = [
      entry('ORDER_STATE_TRANSITION', { from: 'AddingItems', to: 'ArrangingPayment' }),
      entry('ORDER_STATE_TRANSITION', { from: 'ArrangingPayment', to: 'PaymentSettled' }),
      entry('ORDER_PAYMENT_TRANSITION', { to: 'Settled' }),
      entry('ORDER_FULFILLMENT_TRANSITION', { fulfillmentId: '5', from: 'Pending', to: 'Shipped' }),
      entry('ORDER_NOTE', { note: 'A gift is inside.' }),
      entry('ORDER_NOTE', { note: 'Difficult customer.' }, false),
      entry('DESK_ADDRESS_CHANGED', {}),
      entry('ORDER_REFUND_TRANSITION', { to: 'Pending' }),
      entry('ORDER_REFUND_TRANSITION', { to: 'Settled' }),
    ];
    const fulfillments = [
      { id: '5', state: 'Shipped', method: 'UPS', trackingCode: '1Z', updatedAt: AT, lines: [{ orderLineId: '1' }] },
      { id: '6', state: 'Cancelled', method: 'UPS', trackingCode: null, updatedAt: AT, lines: [] },
    ];
    const { history, shipments } = seen({ history: { items }, fulfillments });
    expect(history.map(({ kind, text }) => text ?? kind)).toEqual([
      'PLACED',
      'SHIPPED',
      'A gift is inside.',
      'ADDRESS_CHANGED',
      'REFUNDED',
    ]);
    expect(shipments).toMatchObject([{ id: '5', carrier: 'UPS', trackingNumbers: ['1Z'], shippedAt: AT }]);
    expect(JSON.stringify(history)).not.toContain('Difficult');
  });

  describe('with promotions', () => {
    const arg = (name: string, value: string) => ({ name, value });
    const from = (amount: string, taxInclusive = 'true') => ({
      code: 'minimum_order_amount',
      args: [arg('amount', amount), arg('taxInclusive', taxInclusive)],
    });
    const percent = { code: 'order_percentage_discount', args: [arg('discount', '10')] };
    const promotion = (id: string, conditions: ReturnType<typeof from>[], code: string) => ({
      id,
      name: `P${id}`,
      conditions,
      actions: [{ ...percent, code }],
    });
    const off = (id: string, amount: number) => ({
      adjustmentSource: `PROMOTION:${id}`,
      description: `P${id}`,
      amountWithTax: -amount,
    });
    const discounted = (id: string, ...discounts: ReturnType<typeof off>[]) => ({ ...line(id, 1000, 2), discounts });
    const checker = (orderMinimum: string) => ({
      shippingMethod: {
        checker: { code: 'default-shipping-eligibility-checker', args: [arg('orderMinimum', orderMinimum)] },
      },
    });
    const of = (promotions: ReturnType<typeof promotion>[], more: Partial<VendureOrder> = {}) =>
      seen({
        subTotal: 3600,
        subTotalWithTax: 3600,
        totalWithTax: 4100,
        promotions,
        shippingLines: [],
        lines: [discounted('1', off('1', 200)), discounted('2', off('1', 200))],
        ...more,
      });

    test('says on which lines a discount counts, and those on lines before those on the order', () => {
      const lines = [discounted('1', off('2', 100), off('1', 150)), discounted('2', off('1', 150))];
      const { discounts } = of(
        [
          promotion('1', [from('3000')], 'order_percentage_discount'),
          promotion('2', [], 'products_percentage_discount'),
        ],
        { lines },
      );
      expect(discounts).toEqual([
        {
          id: 'PROMOTION:2',
          title: 'P2',
          amount: { amount: 100, currency: 'USD' },
          rule: { kind: 'PERCENT' },
          lineIds: ['1'],
        },
        {
          id: 'PROMOTION:1',
          title: 'P1',
          amount: { amount: 300, currency: 'USD' },
          rule: { kind: 'PERCENT', threshold: { amount: 3000, currency: 'USD' } },
        },
      ]);
    });

    test.each([
      [
        'another condition',
        [promotion('1', [{ ...from('1'), code: 'contains_products' }], 'order_percentage_discount')],
        {},
      ],
      ['another action', [promotion('1', [], 'buy_x_get_y_free')], {}],
      [
        'a limit of the whole order for some of its lines',
        [promotion('1', [from('3000')], 'products_percentage_discount')],
        { lines: [discounted('1', off('1', 400)), line('2', 1000, 2)] },
      ],
      [
        'a limit without tax where there is some',
        [promotion('1', [from('3000', 'false')], 'order_percentage_discount')],
        { subTotal: 3000 },
      ],
      ['a promotion that is gone', [], {}],
    ] as const)('leaves out a rule that it cannot tell: %s', (_name, promotions, more) => {
      const { discounts } = of([...promotions], more as Partial<VendureOrder>);
      expect(discounts).toMatchObject([{ title: 'P1', amount: { amount: 400 } }]);
      expect(discounts?.[0]).not.toHaveProperty('rule');
    });

    test('says from where the shipping was free, or that it cannot', () => {
      const shipping = (orderMinimum: string) => [
        { priceWithTax: 500, discountedPriceWithTax: 0, discounts: [off('9', 500)], ...checker(orderMinimum) },
      ];
      const free = promotion('9', [from('3000')], 'free_shipping');
      const order = { shippingWithTax: 0, lines: [line('1', 1000, 4)] };
      expect(of([free], { ...order, shippingLines: shipping('0') })).toMatchObject({
        discounts: [],
        freeFreight: { threshold: { amount: 3000 }, fee: { amount: 500 } },
      });
      expect(of([], { ...order, shippingLines: shipping('0') })).toMatchObject({ benefitsUnknown: true });
      expect(of([free], { ...order, shippingLines: shipping('3500') })).toMatchObject({ benefitsUnknown: true });
      expect(of([promotion('9', [], 'free_shipping')], { ...order, shippingLines: shipping('0') })).not.toHaveProperty(
        'freeFreight',
      );
    });

    test('is as before where it was not asked', () => {
      expect(seen({})).not.toHaveProperty('discounts');
    });
  });
});
