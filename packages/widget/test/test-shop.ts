/** @module A shop with one product and one customer who has orders. */
import { ShopError, type Shop } from '@shopdesk/core';

const price = { amount: 12_900, currency: 'CNY' };

export const product = { id: 'p1', title: '羊毛针织开衫 Wool cardigan', price };

const order = (id: string, number: string, shopStatus: string) => ({
  id,
  number,
  customerId: 'lily',
  status: 'SHIPPED',
  shopStatus,
  lines: [
    { id: 'l1', productId: 'p1', variantId: 'v1', title: product.title, options: [], quantity: 2, unitPrice: price },
  ],
  amounts: {
    goods: price,
    discount: price,
    freight: price,
    total: { amount: 25_800, currency: 'CNY' },
    paid: price,
    refunded: price,
  },
  payments: [],
  shipments: [],
  returns: [],
  history: [],
  placedAt: '2025-03-01T08:00:00.000Z',
  updatedAt: '2025-03-01T08:00:00.000Z',
});
const orders = [order('o2', 'W1002', 'shipped'), order('o1', 'W1001', 'delivered')];

/** Answers what the widget asks of a shop and nothing more. */
export const testShop = {
  capabilities: { changes: [] },
  customer: async (id: string) => ({ id, name: 'Lily' }),
  ordersOf: async () => ({ items: orders }),
  order: async (id: string) => orders.find((one) => one.id === id) ?? missing(),
  product: async (id: string) =>
    id === product.id ? { id, title: product.title, variants: [{ price }], url: 'https://shop.example/p1' } : missing(),
} as unknown as Shop;

function missing(): never {
  throw new ShopError('NOT_FOUND', 'There is no such thing.');
}
