import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Shop, ShopChangeInput, ShopChangeName } from '@shopdesk/core';
import { shopContract, type ShopUnderTest } from '@shopdesk/core/testing';
import { createTestDatabase, type TestDatabase } from 'shopdesk-test/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  buy,
  moveParcel,
  newCustomer,
  promote,
  ship,
  shopper,
  superadmin,
  type GraphQL,
} from './testing/vendure-people.ts';
import { PASSWORDS, startVendure, type VendureProcess } from './testing/vendure-process.ts';
import { vendureShop } from './vendure-shop.ts';

const DESK = { username: 'desk', password: PASSWORDS.desk } as const;
const OTHER = {
  line1: '1 Contract Street',
  line2: '',
  city: 'Toronto',
  region: 'ON',
  postalCode: 'M5H 2N2',
  country: 'Canada',
};

let database: TestDatabase;
let vendure: VendureProcess;
let admin: GraphQL;
let silence: Server;
const sockets = new Set<Socket>();

beforeAll(async () => {
  database = await createTestDatabase('postgres');
  vendure = await startVendure({ databaseUrl: (database.options as { url: string }).url });
  admin = await superadmin(vendure);
  silence = createServer((socket) => void sockets.add(socket)).listen(0, '127.0.0.1');
}, 120_000);

afterAll(async () => {
  await vendure.stop();
  for (const socket of sockets) socket.destroy();
  silence.close();
  await database.remove();
});

let customers = 0;
/** Nobody has touched it: the case before asked for what Vendure does not offer. */
let untouched: Promise<ShopUnderTest> | undefined;

const shops = () => (untouched ??= newShop());

/** A customer of his own with three orders. */
async function newShop(): Promise<ShopUnderTest> {
  const email = `ada-${(customers += 1)}@example.com`;
  const id = await newCustomer(admin, email);
  const ada = await shopper(vendure, email);
  const [open, sent, delivered] = [await buy(ada), await buy(ada), await buy(ada)];
  await ship(admin, sent.id);
  await moveParcel(admin, await ship(admin, delivered.id), 'Delivered');
  const shop = withKeysOf(email, vendureShop({ url: vendure.url, ...DESK }));
  const quick = { ...DESK, timeoutMs: 150, retries: 1 };
  const state = async () =>
    JSON.stringify(
      await Promise.all([...[open, sent, delivered].map((order) => shop.order(order.id)), shop.customer(id)]),
    );
  const before = await state();
  return {
    shop,
    customer: { id, email, givenName: 'Ada', familyName: 'Stone', postalCode: '02108' },
    orders: { open: open.id, sent: sent.id, delivered: delivered.id },
    otherAddress: OTHER,
    down: vendureShop({ url: 'http://127.0.0.1:9', ...quick }),
    silent: vendureShop({ url: `http://127.0.0.1:${(silence.address() as AddressInfo).port}`, ...quick }),
    close: async () => void ((await state()) === before || (untouched = undefined)),
  };
}

/** Every case believes that its keys are new; here they all come to one Vendure. */
function withKeysOf(name: string, shop: Shop): Shop {
  const own = <N extends ShopChangeName>(input: ShopChangeInput<N>) => ({
    ...input,
    idempotencyKey: input.idempotencyKey && `${name}:${input.idempotencyKey}`,
  });
  const changes = shop as unknown as Readonly<Record<string, (input: unknown) => Promise<unknown>>>;
  return {
    ...shop,
    ...Object.fromEntries(
      shop.capabilities.changes.map((change) => [
        change,
        (input: ShopChangeInput<typeof change>) => changes[change]?.(own(input)),
      ]),
    ),
  };
}

describe('Vendure over its Admin and Shop API', () => {
  for (const { title, run } of shopContract(shops)) test(title, run);
});

describe('the promotions of a Vendure order', () => {
  const usd = (amount: number) => ({ amount, currency: 'USD' });

  test('are told with rule, limit and scope: 24 off from 170, free shipping from 150', async () => {
    await promote(admin, {
      couponCode: 'OFF24',
      name: '24 off 170',
      from: 17_000,
      action: { code: 'order_fixed_discount', arguments: [{ name: 'discount', value: '2400' }] },
    });
    await promote(admin, {
      couponCode: 'SHIP',
      name: 'Free shipping from 150',
      from: 15_000,
      action: { code: 'free_shipping', arguments: [] },
    });
    await newCustomer(admin, 'coupons@example.com');
    const { id } = await buy(await shopper(vendure, 'coupons@example.com'), { coupons: ['OFF24', 'SHIP'] });
    const order = await vendureShop({ url: vendure.url, ...DESK }).order(id);
    expect(order.amounts).toMatchObject({
      goods: usd(17_800),
      discount: usd(2_400),
      freight: usd(0),
      total: usd(15_400),
    });
    expect(order.discounts).toMatchObject([
      { title: '24 off 170', amount: usd(2_400), rule: { kind: 'FIXED', threshold: usd(17_000) }, coupon: true },
    ]);
    expect(order.discounts?.[0]).not.toHaveProperty('lineIds');
    expect(order.freeFreight).toEqual({ threshold: usd(15_000), fee: usd(500) });
    expect(order.benefitsUnknown).toBeUndefined();
  });

  test('leave the rule out that only Vendure can work out', async () => {
    await promote(admin, {
      couponCode: 'LINE5',
      name: '5 off each line',
      action: { code: 'order_line_fixed_discount', arguments: [{ name: 'discount', value: '500' }] },
    });
    await newCustomer(admin, 'other-coupons@example.com');
    const { id } = await buy(await shopper(vendure, 'other-coupons@example.com'), { coupons: ['LINE5'] });
    const { discounts, amounts } = await vendureShop({ url: vendure.url, ...DESK }).order(id);
    expect(discounts).toMatchObject([{ title: '5 off each line', amount: amounts.discount }]);
    expect(discounts?.[0]).not.toHaveProperty('rule');
  });
});
