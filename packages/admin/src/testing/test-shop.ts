/** @module A shop with one customer who has orders in every state, and one that does not answer. */
import { ShopError, type Shop, type ShopOrder, type ShopProduct } from '@shopdesk/core';
import { TestShop } from '@shopdesk/core/testing';

const DAY_MS = 24 * 3_600_000;
const money = (amount: number) => ({ amount, currency: 'CNY' });
const address = {
  line1: 'Road 1',
  line2: '',
  city: 'Hangzhou',
  region: 'Zhejiang',
  postalCode: '310000',
  country: 'CN',
};

const product = (id: string, title: string, price: number): ShopProduct => ({
  id,
  title,
  variants: ['M', 'L', 'XL'].map((size) => ({
    id: `${id}-${size}`,
    productId: id,
    title,
    options: [{ name: 'Size', value: size }],
    price: money(price),
    available: size !== 'XL',
  })),
});
const products = [product('p1', '羊毛开衫 Wool cardigan', 12_900), product('p2', '棉袜 Cotton socks', 1_900)];

const person = (id: string, name: string) => ({
  id,
  name,
  email: `${id}@example.com`,
  address,
  paymentMethods: [
    { id: `${id}-card`, kind: 'CARD' as const, provider: 'visa', lastFour: '4242' },
    { id: `${id}-gift`, kind: 'GIFT_CARD' as const, balance: money(90_000) },
  ],
});

interface Draft {
  readonly id: string;
  readonly number: string;
  readonly status: ShopOrder['status'];
  readonly shopStatus: string;
  readonly daysAgo: number;
}

function orderOf({ id, number, status, shopStatus, daysAgo }: Draft, now: number): ShopOrder {
  const at = (days: number) => new Date(now - days * DAY_MS).toISOString();
  const sent = ['SHIPPED', 'DELIVERED', 'COMPLETED'].includes(status);
  const arrived = sent && status !== 'SHIPPED';
  const shippedAt = at(daysAgo - 1);
  const deliveredAt = at(daysAgo - 2);
  const scans = [
    { at: shippedAt, status: 'PICKED_UP' as const, text: '', place: 'Hangzhou' },
    ...(arrived ? [{ at: deliveredAt, status: 'DELIVERED' as const, text: '', place: 'Shanghai' }] : []),
  ];
  return {
    id,
    number,
    status,
    shopStatus,
    address,
    customerId: 'lily',
    lines: [
      {
        id: 'l1',
        productId: 'p1',
        variantId: 'p1-M',
        title: '羊毛开衫 Wool cardigan',
        options: [{ name: 'Size', value: 'M' }],
        quantity: 2,
        unitPrice: money(12_900),
      },
      {
        id: 'l2',
        productId: 'p2',
        variantId: 'p2-M',
        title: '棉袜 Cotton socks',
        options: [{ name: 'Size', value: 'M' }],
        quantity: 3,
        unitPrice: money(1_900),
      },
    ],
    amounts: {
      goods: money(31_500),
      discount: money(0),
      freight: money(0),
      total: money(31_500),
      paid: money(status === 'CREATED' ? 0 : 31_500),
      refunded: money(0),
    },
    payments:
      status === 'CREATED'
        ? []
        : [{ id: `${id}/1`, kind: 'PAYMENT', amount: money(31_500), paymentMethodId: 'lily-card', at: at(daysAgo) }],
    shipments: sent
      ? [
          {
            id: `${id}/s1`,
            carrier: 'SF Express',
            trackingNumbers: ['SF123456'],
            lineIds: ['l1', 'l2'],
            shippedAt,
            ...(arrived ? { deliveredAt } : {}),
            events: scans,
          },
        ]
      : [],
    returns: [],
    history: [
      { at: at(daysAgo), kind: 'PLACED' },
      ...(sent ? [{ at: shippedAt, kind: 'SHIPPED' as const }] : []),
      ...(arrived ? [{ at: deliveredAt, kind: 'DELIVERED' as const }] : []),
    ],
    placedAt: at(daysAgo),
    updatedAt: at(daysAgo),
  };
}

const DRAFTS: readonly Draft[] = [
  { id: 'o5', number: 'W1005', status: 'PAID', shopStatus: 'pending', daysAgo: 1 },
  { id: 'o4', number: 'W1004', status: 'RELEASED_TO_WAREHOUSE', shopStatus: 'printed', daysAgo: 2 },
  { id: 'o3', number: 'W1003', status: 'DELIVERED', shopStatus: 'delivered', daysAgo: 4 },
  { id: 'o2', number: 'W1002', status: 'SHIPPED', shopStatus: 'shipped', daysAgo: 5 },
  { id: 'o1', number: 'W1001', status: 'COMPLETED', shopStatus: 'completed', daysAgo: 60 },
];

/** A shop that changes, refunds and lists; `broken` is a customer whose orders it cannot give now. */
export function newTestShop(now: () => Date): { readonly shop: TestShop; readonly port: Shop } {
  const shop = new TestShop({
    now,
    lists: true,
    customers: [person('lily', 'Lily Li'), person('tom', 'Tom')],
    products,
    orders: DRAFTS.map((draft) => orderOf(draft, now().getTime())),
  });
  const { port } = shop;
  const ordersOf: Shop['ordersOf'] = async (id, page) => {
    if (id === 'broken') throw new ShopError('UNAVAILABLE', 'The shop is down.');
    return port.ordersOf(id, page);
  };
  const customer: Shop['customer'] = async (id) =>
    shop.customers.has(id) ? port.customer(id) : { id, name: id, email: `${id}@example.com`, paymentMethods: [] };
  return { shop, port: { ...port, ordersOf, customer } };
}
