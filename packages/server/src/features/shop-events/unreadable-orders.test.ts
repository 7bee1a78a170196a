import type { Shop, ShopOrder } from '@shopdesk/core';
import { MemoryStore } from '@shopdesk/core/testing';
import { expect, test } from 'vitest';
import { createTestServer } from '../../testing/test-server.ts';

const none = () => Promise.reject(new Error('not asked for in this test'));
const usd = (amount: number) => ({ amount, currency: 'USD' });
const AT = '2025-03-10T01:02:03.456Z';
const orderOf = (id: string, more: object = {}): ShopOrder => ({
  id,
  number: id,
  customerId: 'lily',
  status: 'PAID',
  shopStatus: 'paid',
  address: { line1: '1 Queen’s Road', line2: '', city: '', region: '', postalCode: '', country: 'Hong Kong' },
  lines: [
    {
      id: 'l1',
      productId: 'p',
      variantId: 'v',
      title: `A${'🎁'.repeat(250)}`,
      options: [],
      quantity: 1,
      unitPrice: usd(1000),
    },
  ],
  amounts: { goods: usd(1000), discount: usd(0), freight: usd(0), total: usd(1000), paid: usd(1000), refunded: usd(0) },
  payments: [],
  shipments: [],
  returns: [],
  history: [],
  placedAt: AT,
  updatedAt: AT,
  ...more,
});
const ORDERS = [
  orderOf('W1'),
  orderOf('W2', { placedAt: 'yesterday by 13800138000' }),
  orderOf('W3', { address: null }),
  orderOf('W4'),
];

const shop: Shop = {
  capabilities: { changes: [] },
  searchProducts: async () => ({ items: [] }),
  customer: async () => ({ id: 'lily', name: 'Lily\ud83c', email: 'lily@example.com', paymentMethods: [] }),
  order: async (id) => ORDERS.find((order) => order.id === id) as ShopOrder,
  ordersOf: async () => ({ items: ORDERS }),
  customerByEmail: none,
  customersByName: none,
  product: none,
  variant: none,
};

test('an order that cannot be read hides no other, and the log names the field but not what stood there', async () => {
  const desk = await createTestServer({ store: new MemoryStore(), shops: { 'store-1': shop } });
  const { token } = await desk.shopper('lily');
  const query = '{ customerOrders { shop customerName orders { number address { city postalCode } } } }';
  const { data } = await desk.gql<{ customerOrders: object }>(query, {}, { token });
  const address = { city: '', postalCode: '' };
  expect(data.customerOrders).toEqual({
    shop: 'CONNECTED',
    customerName: 'Lily\ufffd',
    orders: [
      { number: 'W1', address },
      { number: 'W4', address },
    ],
  });
  const lines = desk.log.filter(({ msg }) => msg === 'an order of the shop cannot be read and is left out');
  expect(lines.map(({ level, store, orderId, fields }) => [level, store, orderId, fields])).toEqual([
    [40, 'store-1', 'W2', ['placedAt']],
    [40, 'store-1', 'W3', ['address']],
  ]);
  expect(JSON.stringify(lines)).not.toContain('13800138000');
  await desk.close();
});

test('an order with a long title of emoji is sent as a card whose text ends between two of them', async () => {
  const desk = await createTestServer({ store: new MemoryStore(), shops: { 'store-1': shop } });
  const { token } = await desk.shopper('lily');
  const opened = await desk.gql<{ r: { id: string } }>(
    'mutation { r: openConversation(input: {}) { conversation { id } } }',
    {},
    { token },
  );
  const send =
    'mutation ($i: SendMessageInput!) { r: sendMessage(input: $i) { message { __typename card { title detail } } } }';
  const i = { conversationId: opened.data.r.id, clientMsgId: 'card-0001', card: { type: 'ORDER', id: 'W1' } };
  const { data } = await desk.gql<{ r: { card: { detail: string } } }>(send, { i }, { token });
  expect(data.r).toMatchObject({ __typename: 'Message', card: { title: 'W1', detail: `A${'🎁'.repeat(249)}` } });
  await desk.close();
});
