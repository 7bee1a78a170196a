/**
 * @module A running demo shop as the shop contract wants it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { ShopUnderTest } from '@shopdesk/core/testing';
import { createDemoShop, SEED_FILE, type DemoShop, type DemoShopServerOptions } from './demo-shop.ts';
import { demoShop } from './shop-adapter.ts';
import { readStoreFile, type StoreFile, type StoreOrder } from './store-file.ts';

/** The secret of every shop that tests start. */
export const TEST_SECRET = 'a-secret-for-tests-of-the-demo-shop';

/** Starts a demo shop on a free port with data of its own; `close` removes it. */
export async function startTestShop(options: Partial<DemoShopServerOptions> = {}): Promise<DemoShop> {
  const dataDir = mkdtempSync(join(tmpdir(), 'demo-shop-'));
  const defaults = {
    dataDir,
    port: 0,
    deskUrl: 'http://127.0.0.1:9',
    storeKey: 'store',
    identitySecret: TEST_SECRET,
    deskApiSecret: TEST_SECRET,
  };
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  const running = await createDemoShop({ ...defaults, ...options }).catch((error: unknown) => {
    remove();
    throw error;
  });
  const close = async () => {
    await running.close();
    remove();
  };
  return { ...running, close };
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

/** An address where nobody listens. */
export async function addressOfNobody(): Promise<string> {
  const server = createServer();
  const url = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return url;
}

/** An address where requests are taken and never answered. */
export async function addressOfSilence(): Promise<{ url: string; close: () => void }> {
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => sockets.delete(socket));
  });
  const url = await listening(server);
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { url, close };
}

const hasCheaper = ({ products }: StoreFile, { items }: StoreOrder): boolean =>
  items.some(({ product_id, item_id, price }) =>
    Object.values(products[product_id]?.variants ?? {}).some(
      (variant) => variant.available && variant.item_id !== item_id && variant.price <= price,
    ),
  );

const hasSecondMethod = ({ users }: StoreFile, { user_id, payment_history }: StoreOrder): boolean =>
  Object.values(users[user_id]?.payment_methods ?? {}).some(
    ({ id, balance = Infinity }) =>
      id !== payment_history[0]?.payment_method_id && balance >= (payment_history[0]?.amount ?? 0),
  );

function factsOf(store: StoreFile): Pick<ShopUnderTest, 'customer' | 'orders'> {
  const orders = Object.values(store.orders);
  const find = (status: string, fits: (order: StoreOrder) => boolean) => {
    const found = orders.find((order) => order.status === status && fits(order));
    if (!found) throw new Error(`The store file has no ${status} order that the contract can use`);
    return found.order_id;
  };
  const user = Object.values(store.users).find((candidate) => candidate.orders.length >= 4);
  if (!user) throw new Error('The store file has no customer with four orders');
  return {
    customer: {
      id: user.user_id,
      email: user.email,
      givenName: user.name.first_name,
      familyName: user.name.last_name,
      postalCode: user.address.zip,
    },
    orders: {
      open: find('pending', (order) => hasCheaper(store, order) && hasSecondMethod(store, order)),
      sent: find('processed', () => true),
      delivered: find('delivered', (order) => hasCheaper(store, order)),
    },
  };
}

/** Makes shops for the contract out of one running shop, which goes back to its seed for every case. */
export async function contractShops(
  running: DemoShop,
): Promise<{ newShop: () => Promise<ShopUnderTest>; close: () => void }> {
  const facts = factsOf(readStoreFile(SEED_FILE));
  const silence = await addressOfSilence();
  const quick = { secret: TEST_SECRET, timeoutMs: 150, retries: 1 };
  const down = demoShop({ url: await addressOfNobody(), ...quick });
  const silent = demoShop({ url: silence.url, ...quick });
  const shop = demoShop({ url: running.url, secret: TEST_SECRET });
  const newShop = async () => {
    running.reset();
    return { shop, ...facts, down, silent, close: async () => undefined };
  };
  return { newShop, close: silence.close };
}
