/**
 * @module A desk with a shop behind it for tests of orders and after-sales: one customer, some goods, orders in the
 * states that the rules look at.
 */
import type { Feature } from '../../../kernel/feature.ts';
import type { Shop, ShopCustomer, ShopOrder, ShopProduct } from '../../../ports/shop.ts';
import type { Desk } from '../../../kernel/desk.ts';
import { createTestDesk, TestClock, testPorts, type TestDeskOptions } from '../../../testing/test-desk.ts';
import { standardFeatures } from '../../index.ts';
import { TestShop, type TestShopOptions } from '../../../testing/test-shop.ts';

export const PLACED = '2025-04-28T02:00:00.000Z';
/** 1 May 2025, 20:15 in Shanghai. */
export const SIGNED = '2025-05-01T12:15:00.000Z';
export const ADDRESS = {
  line1: '文三路 1 号',
  line2: '',
  city: '杭州',
  region: '浙江',
  postalCode: '310000',
  country: 'CN',
};
export const OTHER_ADDRESS = { ...ADDRESS, line1: '延安路 2 号' };

const yuan = (amount: number) => ({ amount, currency: 'CNY' });
const product = (id: string, title: string, price: number, sizes: readonly string[] = ['S', 'L']): ShopProduct => ({
  id,
  title,
  variants: sizes.map((size) => ({
    id: `${id}-${size}`,
    productId: id,
    title,
    options: [{ name: 'size', value: size }],
    price: yuan(price),
    available: size !== 'GONE',
  })),
});

export const PRODUCTS: readonly ShopProduct[] = [
  product('shirt', '衬衫', 10_000, ['S', 'L', 'GONE']),
  product('mug', '定制马克杯', 5_000),
  product('phone', '手机', 200_000),
  product('tea', '茶叶', 3_000),
];

const person = (id: string, givenName: string): ShopCustomer => ({
  id,
  name: `${givenName} Wang`,
  givenName,
  familyName: 'Wang',
  email: `${id}@example.com`,
  address: ADDRESS,
  paymentMethods: [
    { id: `${id}-card`, kind: 'CARD' },
    { id: `${id}-gift`, kind: 'GIFT_CARD', balance: yuan(100_000) },
  ],
});

export interface OrderDraft {
  readonly id: string;
  readonly customerId?: string;
  readonly lines: readonly { readonly id: string; readonly productId: string; readonly quantity: number }[];
  /** Taken off in proportion, as the shop says. */
  readonly discount?: number;
  readonly freight?: number;
  readonly status?: ShopOrder['status'];
  readonly shopStatus?: string;
  readonly deliveredAt?: string | null;
}

export function orderOf({
  id,
  customerId = 'lily',
  lines: drafts,
  discount = 0,
  freight = 0,
  status = 'DELIVERED',
  shopStatus = 'delivered',
  deliveredAt = SIGNED,
}: OrderDraft): ShopOrder {
  const lines = drafts.map(({ id: lineId, productId, quantity }) => {
    const of = PRODUCTS.find((one) => one.id === productId);
    const variant = of?.variants[0];
    return {
      id: lineId,
      productId,
      variantId: variant?.id ?? '',
      title: of?.title ?? '',
      options: variant?.options ?? [],
      quantity,
      unitPrice: variant?.price ?? yuan(0),
    };
  });
  const goods = lines.reduce((sum, line) => sum + line.unitPrice.amount * line.quantity, 0);
  const total = goods - discount + freight;
  const arrived = status === 'DELIVERED' && deliveredAt;
  return {
    id,
    number: id,
    customerId,
    status,
    shopStatus,
    address: ADDRESS,
    lines,
    ...(discount > 0
      ? { discounts: [{ id: 'sale', title: '全场优惠', amount: yuan(discount), rule: { kind: 'PERCENT' as const } }] }
      : {}),
    amounts: {
      goods: yuan(goods),
      discount: yuan(discount),
      freight: yuan(freight),
      total: yuan(total),
      paid: yuan(total),
      refunded: yuan(0),
    },
    payments: [
      { id: `${id}/1`, kind: 'PAYMENT', amount: yuan(total), paymentMethodId: `${customerId}-card`, at: PLACED },
    ],
    shipments: arrived
      ? [
          {
            id: `${id}/s1`,
            carrier: 'SF',
            trackingNumbers: ['SF1234567'],
            lineIds: lines.map((line) => line.id),
            shippedAt: PLACED,
            deliveredAt: arrived,
            events: [],
          },
        ]
      : [],
    returns: [],
    history: [{ at: PLACED, kind: 'PLACED' }],
    placedAt: PLACED,
    updatedAt: PLACED,
  };
}

export const ORDERS: readonly ShopOrder[] = [
  orderOf({
    id: 'O-DELIVERED',
    lines: [
      { id: 'l1', productId: 'shirt', quantity: 3 },
      { id: 'l2', productId: 'tea', quantity: 1 },
    ],
  }),
  orderOf({
    id: 'O-PAID',
    lines: [{ id: 'l1', productId: 'shirt', quantity: 1 }],
    status: 'PAID',
    shopStatus: 'pending',
  }),
  orderOf({
    id: 'O-PRINTED',
    lines: [{ id: 'l1', productId: 'shirt', quantity: 1 }],
    status: 'RELEASED_TO_WAREHOUSE',
    shopStatus: 'printed',
  }),
  orderOf({
    id: 'O-SHIPPED',
    lines: [{ id: 'l1', productId: 'shirt', quantity: 1 }],
    status: 'SHIPPED',
    shopStatus: 'shipped',
  }),
  orderOf({
    id: 'O-UNPAID',
    lines: [{ id: 'l1', productId: 'shirt', quantity: 1 }],
    status: 'CREATED',
    shopStatus: 'unpaid',
  }),
  orderOf({
    id: 'O-MUG',
    lines: [
      { id: 'l1', productId: 'mug', quantity: 1 },
      { id: 'l2', productId: 'phone', quantity: 1 },
    ],
  }),
  orderOf({ id: 'O-BOB', customerId: 'bob', lines: [{ id: 'l1', productId: 'shirt', quantity: 1 }] }),
];

export interface SceneOptions {
  readonly now?: string;
  readonly policyPack?: string;
  readonly region?: 'CN' | 'EU' | 'OTHER';
  readonly timeZone?: string;
  readonly currency?: string;
  readonly orders?: readonly ShopOrder[];
  readonly shop?: Partial<TestShopOptions>;
  readonly store?: TestDeskOptions<readonly Feature[]>['store'];
  /** Puts something between the desk and the shop: a line that hangs. */
  readonly line?: (shop: Shop) => Shop;
}

type Setup = Awaited<ReturnType<typeof createTestDesk<typeof standardFeatures>>>;
type Person = Awaited<ReturnType<Setup['shopper']>>;

/** Named, since what the compiler would write out for it is longer than it takes. */
export interface Scene extends Omit<Setup, 'store'> {
  readonly loose: Desk;
  readonly clock: TestClock;
  readonly shop: TestShop;
  readonly store: Awaited<ReturnType<ReturnType<Setup['desk']['as']>['access']['updateStore']>>;
  readonly admin: Awaited<ReturnType<Setup['staff']>>;
  readonly lily: Person;
  readonly bob: Person;
  readonly people: ReturnType<typeof peopleOf>;
}

/** A desk, its shop and the people of the scenarios. */
export async function shopScene({
  now = '2025-05-03T04:00:00.000Z',
  policyPack = 'GENERIC',
  region = 'CN',
  timeZone = 'Asia/Shanghai',
  currency = 'CNY',
  orders: own = ORDERS,
  shop: more = {},
  store: memory,
  line = (shop) => shop,
}: SceneOptions = {}): Promise<Scene> {
  const clock = new TestClock(now);
  const shop = new TestShop({
    now: clock.now,
    customers: [person('lily', 'Lily'), person('bob', 'Bob')],
    products: PRODUCTS,
    orders: own,
    ...more,
  });
  const port = line(shop.port);
  const setup = await createTestDesk({
    features: standardFeatures,
    clock,
    ports: { ...testPorts(), shop: () => port },
    ...(memory ? { store: memory } : {}),
  });
  const loose = setup.desk as unknown as Desk;
  const admin = await setup.staff('AD1', ['AD'], { presence: 'OFFLINE' });
  const store = await setup.desk
    .as(admin)
    .access.updateStore({ id: setup.store.id, policyPack, region, timeZone, currency });
  const [lily, bob] = [await setup.shopper('lily'), await setup.shopper('bob')];
  return { ...setup, loose, clock, shop, store, admin, lily, bob, people: peopleOf(setup.staff) };
}

type Staff = Awaited<ReturnType<typeof createTestDesk>>['staff'];

/** The staff of the acceptance scenarios, made when they are first named. */
function peopleOf(staff: Staff) {
  const known = new Map<string, ReturnType<Staff>>();
  return (name: string) => {
    const role = name.replace(/\d+$/, '') as Parameters<Staff>[1][number];
    const person = known.get(name) ?? staff(name, [role]);
    known.set(name, person);
    return person;
  };
}
