/** @module A shop with one customer who has orders, and one that does not answer. */
import { ShopError, type Shop, type ShopOrder } from '@shopdesk/core';

const money = (amount: number) => ({ amount, currency: 'CNY' });
const address = { line1: 'Road 1', line2: '', city: 'Hangzhou', region: '', postalCode: '310000', country: 'CN' };

const order = (id: string, number: string, status: ShopOrder['status'], shopStatus: string): ShopOrder => ({
  id, number, status, shopStatus, address,
  customerId: 'lily',
  lines: [{ id: 'l1', productId: 'p1', variantId: 'v1', title: '羊毛开衫 Wool cardigan', options: [{ name: 'Size', value: 'M' }], quantity: 2, unitPrice: money(12_900) }],
  amounts: { goods: money(25_800), discount: money(0), freight: money(0), total: money(25_800), paid: money(25_800), refunded: money(0) },
  payments: [],
  shipments: [{ id: 's1', carrier: 'SF Express', trackingNumbers: ['SF123456'], lineIds: ['l1'], shippedAt: '2025-03-02T08:00:00.000Z', events: [] }],
  returns: [],
  history: [],
  placedAt: '2025-03-01T08:00:00.000Z',
  updatedAt: '2025-03-02T08:00:00.000Z',
});

export const orders = [order('o2', 'W1002', 'SHIPPED', 'shipped'), order('o1', 'W1001', 'COMPLETED', 'completed')];

/** Answers what the panel asks of a shop; `broken` is a customer whose orders the shop cannot give now. */
export const testShop = {
  capabilities: { changes: [] },
  customer: async (id: string) => ({ id, name: id === 'lily' ? 'Lily Li' : id, email: `${id}@example.com`, paymentMethods: [] }),
  ordersOf: async (id: string) => {
    if (id === 'broken') throw new ShopError('UNAVAILABLE', 'The shop is down.');
    return { items: id === 'lily' ? orders : [] };
  },
  order: async (id: string) => orders.find((one) => one.id === id) ?? missing(),
  product: async () => missing(),
} as unknown as Shop;

function missing(): never {
  throw new ShopError('NOT_FOUND', 'There is no such thing.');
}
