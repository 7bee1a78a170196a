import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openBackend, type Backend } from './backend.ts';
import { SEED_FILE } from './demo-shop.ts';
import { signedHeaders } from './desk-events.ts';
import { readStoreFile } from './store-file.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const PENDING = Object.values(readStoreFile(SEED_FILE).orders)
  .filter(({ status }) => status === 'pending')
  .map(({ order_id }) => order_id);
const [FIRST = '', SECOND = ''] = PENDING;
const SOON = { timeout: 5000, interval: 20 };

let dataDir: string;
let backend: Backend;
/** What the desk answers; undefined: nothing at all. */
let status: number | undefined;
let got: { id: string; orderId: string; valid: boolean }[];

const desk: typeof fetch = async (_url, init) => {
  if (status === undefined) throw new TypeError('Nobody listens.');
  const headers = new Headers(init?.headers);
  const [id, body] = [headers.get('webhook-id') ?? '', String(init?.body)];
  const at = new Date(Number(headers.get('webhook-timestamp')) * 1000);
  const valid =
    signedHeaders({ id, body, secret: SECRET, at })['webhook-signature'] === headers.get('webhook-signature');
  got.push({ id, orderId: (JSON.parse(body) as { data: { orderId: string } }).data.orderId, valid });
  return new Response(null, { status });
};

const open = () =>
  openBackend({
    dataDir,
    seedFile: SEED_FILE,
    baseUrl: () => 'http://shop.test',
    events: { url: 'http://desk.test/shops/s/events', secret: SECRET, shopId: 'demo', fetch: desk, everyMs: 10 },
  });
const ship = (id: string) => backend.moveOn(id, 'SHIP');

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'demo-shop-'));
  [got, status] = [[], 200];
  backend = open();
});
afterEach(async () => {
  await backend.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('events of the shop', () => {
  test('tell each change once, signed, and nothing of what was there before', async () => {
    ship(FIRST);
    backend.change('cancelOrder', { orderId: SECOND, reason: 'no longer needed', idempotencyKey: 'k' });
    await vi.waitFor(
      () =>
        expect(got).toMatchObject([
          { orderId: FIRST, valid: true },
          { orderId: SECOND, valid: true },
        ]),
      SOON,
    );
    backend.change('cancelOrder', { orderId: SECOND, reason: 'no longer needed', idempotencyKey: 'k' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(got).toHaveLength(2);
  });

  test('wait for a desk that is away, under the same id, also when the shop is started anew', async () => {
    status = 503;
    ship(FIRST);
    await vi.waitFor(() => expect(got).toHaveLength(1), SOON);
    status = undefined;
    await backend.close();
    backend = open();
    status = 200;
    await vi.waitFor(() => expect(got).toHaveLength(2), SOON);
    expect(new Set(got.map(({ id }) => id)).size).toBe(1);
  });

  test('go on after one that the desk does not want, and after a reset', async () => {
    status = 404;
    ship(FIRST);
    await vi.waitFor(() => expect(got).toHaveLength(1), SOON);
    status = 200;
    backend.reset();
    await new Promise((resolve) => setTimeout(resolve, 50));
    ship(SECOND);
    await vi.waitFor(() => expect(got.map(({ orderId }) => orderId)).toEqual([FIRST, SECOND]), SOON);
  });
});

describe('the list of changes', () => {
  test('begins now, goes on where it ended, and names each order once', () => {
    const start = backend.log.changes(undefined);
    expect(start).toMatchObject({ orderIds: [], more: false });
    ship(FIRST);
    backend.moveOn(FIRST, 'DELIVER');
    const next = backend.log.changes(start.cursor);
    expect(next).toMatchObject({ orderIds: [FIRST], more: false });
    expect(backend.log.changes(next.cursor)).toMatchObject({ orderIds: [], cursor: next.cursor });
    expect(() => backend.log.changes('soon')).toThrow('Not valid: since');
  });
});

describe('the warehouse', () => {
  test('sends an order once and delivers it once, with a parcel and the day it should come', () => {
    const sent = ship(FIRST);
    expect(sent).toMatchObject({
      status: 'SHIPPED',
      shipments: [{ trackingNumbers: [expect.stringMatching(/^\d{12}$/)], expectedAt: expect.any(String) }],
    });
    expect(() => ship(FIRST)).toThrow('present state');
    expect(backend.moveOn(FIRST, 'DELIVER')).toMatchObject({
      status: 'DELIVERED',
      shipments: [{ deliveredAt: expect.any(String) }],
    });
    for (const move of ['SHIP', 'DELIVER', 'FLY']) expect(() => backend.moveOn(FIRST, move)).toThrow('present state');
  });
});
