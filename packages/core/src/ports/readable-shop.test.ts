import { describe, expect, test } from 'vitest';
import { ORDERS } from '../features/orders/testing/scene.ts';
import { readableShop, type UnreadableOrder } from './readable-shop.ts';
import type { Shop } from './shop.ts';

const order = ORDERS[0] as (typeof ORDERS)[number];
const none = () => Promise.reject(new Error('not asked for in this test'));

function shopWith(items: readonly unknown[]) {
  const told: UnreadableOrder[] = [];
  const shop = {
    capabilities: { changes: [] },
    customer: none,
    customerByEmail: none,
    customersByName: none,
    product: none,
    variant: none,
    searchProducts: async () => ({ items: [] }),
    order: async () => items[0],
    ordersOf: async () => ({ items, next: null }),
  } as unknown as Shop;
  return { shop: readableShop(shop, (unreadable) => told.push(unreadable)), told };
}

describe('the orders of a shop', () => {
  const parts = ['line1', 'line2', 'city', 'region', 'postalCode', 'country'];

  test.each(parts)('may have an address without %s: empty, null or absent', async (part) => {
    const { [part]: _, ...rest } = order.address as Record<string, string>;
    const { shop, told } = shopWith([
      { ...order, address: { ...rest, [part]: '' } },
      { ...order, address: { ...rest, [part]: null } },
      { ...order, address: rest },
    ]);
    expect((await shop.ordersOf('lily')).items.map(({ address }) => (address as Record<string, string>)[part])).toEqual(
      ['', '', ''],
    );
    expect(told).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['status', 'NEW STATE'],
    ['placedAt', 'yesterday, 13800138000'],
    ['lines', [{}]],
    ['amounts', null],
    ['number', 7],
  ])(
    'are all there but the one whose %s cannot be read, and the field is told without its value',
    async (field, value) => {
      const { shop, told } = shopWith([order, { ...order, id: 'odd', [field]: value }, { ...order, id: 'other' }]);
      expect((await shop.ordersOf('lily')).items.map(({ id }) => id)).toEqual([order.id, 'other']);
      expect(told).toMatchObject([{ orderId: 'odd' }]);
      expect(told[0]?.fields[0]).toMatch(new RegExp(`^${field}`));
      expect(JSON.stringify(told)).not.toContain('13800138000');
    },
  );

  test('have no half characters, whatever the shop cut', async () => {
    const { shop } = shopWith([
      { ...order, number: 'A\ud83c', lines: order.lines.map((line) => ({ ...line, title: 'x\0\udf81' })) },
    ]);
    const { number, lines } = await shop.order('x');
    expect([number, lines[0]?.title]).toEqual(['A\ufffd', 'x\ufffd']);
  });

  test('nested without end are an answer that cannot be had', async () => {
    const { shop } = shopWith([{ ...order, more: JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) }]);
    await expect(shop.order('x')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
