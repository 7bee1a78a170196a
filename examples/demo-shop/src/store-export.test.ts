import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openBackend, type Backend } from './backend.ts';
import { SEED_FILE } from './demo-shop.ts';
import { readStoreFile, toCents, toDollars, type StoreFile } from './store-file.ts';

const folders: string[] = [];
const opened: Backend[] = [];

function open(dataDir = mkdtempSync(join(tmpdir(), 'demo-shop-')), now?: () => Date): Backend {
  folders.push(dataDir);
  const backend = openBackend({
    dataDir,
    seedFile: SEED_FILE,
    baseUrl: () => 'http://shop.test',
    ...(now ? { now } : {}),
  });
  opened.push(backend);
  return backend;
}

afterEach(() => {
  for (const backend of opened.splice(0)) backend.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const raw = (): StoreFile => JSON.parse(readFileSync(SEED_FILE, 'utf8')) as StoreFile;

function storeWith(change: (store: StoreFile) => void): string {
  const store = raw();
  change(store);
  const folder = mkdtempSync(join(tmpdir(), 'demo-store-'));
  folders.push(folder);
  const file = join(folder, 'store.json');
  writeFileSync(file, JSON.stringify(store));
  return file;
}

const orderOf = (store: StoreFile, id: string) => {
  const order = store.orders[id];
  if (!order) throw new Error(`No order ${id}`);
  return order;
};

describe('the store file', () => {
  test('comes out exactly as it went in', () => {
    expect(open().exportStore()).toEqual(raw());
  });

  test('comes out exactly after the shop was closed and opened again', () => {
    const folder = mkdtempSync(join(tmpdir(), 'demo-shop-'));
    open(folder);
    opened.pop()?.close();
    expect(open(folder).exportStore()).toEqual(raw());
  });

  test('keeps its money exact to the cent', () => {
    for (let cents = 0; cents < 200_000; cents += 7) expect(toCents(toDollars(cents))).toBe(cents);
    expect(toCents(1380.79)).toBe(138_079);
    expect(toCents(-16.63)).toBe(-1663);
  });

  test('may come from a shop that has already changed orders', () => {
    const file = storeWith((store) => {
      Object.assign(orderOf(store, '#W4817420'), {
        status: 'exchange requested',
        exchange_items: ['4900661478', '9624127908'],
        exchange_new_items: ['4064702754', '8479046075'],
        exchange_payment_method_id: 'gift_card_8168843',
        exchange_price_difference: -11.15,
      });
    });
    const backend = open();
    backend.loadStore(file);
    expect(backend.exportStore()).toEqual(readStoreFile(file));
    expect(backend.orders.order('#W4817420').returns[0]).toMatchObject({
      kind: 'EXCHANGE',
      lines: [
        { lineId: '2', newVariantId: '8479046075' },
        { lineId: '4', newVariantId: '4064702754' },
      ],
      priceDifference: { amount: -1115, currency: 'USD' },
    });
  });

  test('is refused with the place of an amount finer than a cent, and the shop keeps its data', () => {
    const file = storeWith((store) => {
      const [entry] = orderOf(store, '#W4817420').payment_history;
      if (entry) entry.amount = 10.005;
    });
    const backend = open();
    expect(() => backend.loadStore(file)).toThrow(/Not exact to the cent/);
    expect(backend.exportStore()).toEqual(raw());
  });

  test('gives every order dates that fit its state', () => {
    const now = new Date('2026-03-01T12:00:00.000Z');
    const { orders } = open(undefined, () => now);
    for (const id of Object.keys(raw().orders)) {
      const order = orders.order(id);
      const times = [
        order.placedAt,
        ...order.shipments.flatMap(({ shippedAt, deliveredAt }) => [shippedAt, deliveredAt]),
      ].filter((time) => time !== undefined);
      expect(times.toSorted()).toEqual(times);
      expect(times.every((time) => time < now.toISOString())).toBe(true);
      expect(
        order.shipments.every(({ deliveredAt }) => (deliveredAt !== undefined) === (order.status === 'DELIVERED')),
      ).toBe(true);
    }
  });

  test('is what a reset goes back to, also for what the desk asked', () => {
    const backend = open();
    const cancel = { orderId: '#W7678072', reason: 'no longer needed', idempotencyKey: 'k' };
    const pending = Object.values(raw().orders).find(({ status }) => status === 'pending');
    const first = backend.change('cancelOrder', { ...cancel, orderId: pending?.order_id });
    expect(first.status).toBe('CANCELLED');
    backend.reset();
    expect(backend.exportStore()).toEqual(raw());
    expect(backend.change('cancelOrder', { ...cancel, orderId: pending?.order_id }).status).toBe('CANCELLED');
  });
});
