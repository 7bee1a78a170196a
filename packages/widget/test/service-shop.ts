/** @module A shop that keeps what is done to it: orders in every state of one customer, and one of somebody else. */
import type { Shop, ShopOrder, ShopProduct } from '@shopdesk/core';
import { TestShop } from '@shopdesk/core/testing';

const DAY_MS = 24 * 3_600_000;
const yuan = (amount: number) => ({ amount, currency: 'CNY' });
const address = { line1: '文三路 1 号', line2: '', city: '杭州', region: '浙江', postalCode: '310000', country: 'CN' };

const product = (id: string, title: string, price: number): ShopProduct => ({
  id,
  title,
  variants: ['S', 'L', 'GONE'].map((size) => ({
    id: `${id}-${size}`,
    productId: id,
    title,
    options: [{ name: 'size', value: size }],
    price: yuan(price),
    available: size !== 'GONE',
  })),
});
const PRODUCTS = [product('shirt', '衬衫 Shirt', 10_000), product('tea', '茶叶 Tea', 3_000)];

const person = (id: string, name: string) => ({
  id,
  name,
  email: `${id}@example.com`,
  address,
  paymentMethods: [
    { id: `${id}-card`, kind: 'CARD' as const, provider: 'visa', lastFour: '4242' },
    { id: `${id}-gift`, kind: 'GIFT_CARD' as const, balance: yuan(90_000) },
  ],
});

interface Draft {
  readonly id: string;
  readonly status: ShopOrder['status'];
  readonly daysAgo: number;
  readonly customerId?: string;
  /** Of the first line. */
  readonly goods?: string;
}

function orderOf({ id, status, daysAgo, customerId = 'lily', goods = '衬衫 Shirt' }: Draft, now: number): ShopOrder {
  const at = (days: number) => new Date(now - days * DAY_MS).toISOString();
  const sent = status === 'SHIPPED' || status === 'DELIVERED';
  const arrived = status === 'DELIVERED' ? { deliveredAt: at(daysAgo - 2) } : {};
  const scan = { at: at(daysAgo - 1), status: 'IN_TRANSIT' as const, text: '', place: 'Hangzhou' };
  return {
    id,
    number: id,
    status,
    shopStatus: status.toLowerCase(),
    customerId,
    address,
    lines: [
      {
        id: 'l1',
        productId: 'shirt',
        variantId: 'shirt-S',
        title: goods,
        options: [{ name: 'size', value: 'S' }],
        quantity: 2,
        unitPrice: yuan(10_000),
      },
      {
        id: 'l2',
        productId: 'tea',
        variantId: 'tea-S',
        title: '茶叶 Tea',
        options: [],
        quantity: 1,
        unitPrice: yuan(3_000),
      },
    ],
    amounts: {
      goods: yuan(23_000),
      discount: yuan(0),
      freight: yuan(0),
      total: yuan(23_000),
      paid: yuan(23_000),
      refunded: yuan(0),
    },
    payments: [
      { id: `${id}/1`, kind: 'PAYMENT', amount: yuan(23_000), paymentMethodId: `${customerId}-card`, at: at(daysAgo) },
    ],
    shipments: sent
      ? [
          {
            id: `${id}/s1`,
            carrier: 'SF',
            trackingNumbers: ['SF1234567'],
            lineIds: ['l1', 'l2'],
            shippedAt: at(daysAgo - 1),
            ...arrived,
            events: [scan],
          },
        ]
      : [],
    returns: [],
    history: [{ at: at(daysAgo), kind: 'PLACED' }],
    placedAt: at(daysAgo),
    updatedAt: at(daysAgo),
  };
}

const DRAFTS: readonly Draft[] = [
  { id: 'PAID', status: 'PAID', daysAgo: 1 },
  { id: 'PRINTED', status: 'RELEASED_TO_WAREHOUSE', daysAgo: 2 },
  { id: 'SHIPPED', status: 'SHIPPED', daysAgo: 3 },
  { id: 'DELIVERED', status: 'DELIVERED', daysAgo: 4 },
  { id: 'OLD', status: 'DELIVERED', daysAgo: 900 },
  { id: 'BOB', status: 'PAID', daysAgo: 1, customerId: 'bob' },
  ...Array.from({ length: 9 }, (_, index): Draft => ({
    id: `MORE-${index + 1}`,
    status: 'DELIVERED',
    daysAgo: 100 + index,
  })),
];

/** May has bought so much that one does not read through it: an umbrella in the oldest order but nine. */
const MANY = Array.from({ length: 200 }, (_, index): Draft => ({
  id: `M${1000 + index}`,
  status: 'DELIVERED',
  daysAgo: 20 + index,
  customerId: 'may',
  ...(index === 190 ? { goods: '雨伞 Umbrella' } : {}),
}));

/** A new shop; `lily` has fourteen orders, `may` two hundred. */
export function newServiceShop(now: () => Date): { readonly shop: TestShop; readonly port: Shop } {
  const shop = new TestShop({
    now,
    customers: [person('lily', 'Lily'), person('bob', 'Bob'), person('may', 'May')],
    products: PRODUCTS,
    orders: [...DRAFTS, ...MANY].map((draft) => orderOf(draft, now().getTime())),
  });
  return { shop, port: shop.port };
}
