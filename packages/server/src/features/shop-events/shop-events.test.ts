import { AfterSalesCase, type Desk, type Shop, type ShopOrder, type SystemActor } from '@shopdesk/core';
import { MemoryStore } from '@shopdesk/core/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { distrust, signatureOf } from '../../http/webhook-signature.ts';

const SECRET = `whsec_${Buffer.from('a secret of shop and desk, 32 by').toString('base64')}`;
const usd = (amount: number) => ({ amount, currency: 'USD' });
const AT = '2025-03-09T10:00:00.000Z';

const order: ShopOrder = {
  id: '77',
  number: 'W77',
  customerId: 'mia',
  status: 'SHIPPED',
  shopStatus: 'Shipped',
  address: { line1: '1 Elm', line2: '', city: 'Denver', region: 'CO', postalCode: '80202', country: 'US' },
  lines: [
    { id: 'l1', productId: 'p', variantId: 'v', title: 'Kettle', options: [], quantity: 1, unitPrice: usd(3900) },
  ],
  amounts: { goods: usd(3900), discount: usd(0), freight: usd(0), total: usd(3900), paid: usd(3900), refunded: usd(0) },
  payments: [{ id: 'pay-1', kind: 'PAYMENT', amount: usd(3900), paymentMethodId: 'card', at: AT }],
  shipments: [{ id: 's1', carrier: 'UPS', trackingNumbers: ['1Z9'], lineIds: ['l1'], shippedAt: AT, events: [] }],
  returns: [],
  history: [
    { at: AT, kind: 'PLACED' },
    { at: AT, kind: 'SHIPPED' },
  ],
  placedAt: AT,
  updatedAt: AT,
};

const none = () => Promise.reject(new Error('not asked for in this test'));
const shop: Shop = {
  capabilities: { changes: [], orderEvents: 'WEBHOOK' },
  order: async () => order,
  customer: none,
  customerByEmail: none,
  customersByName: none,
  ordersOf: none,
  product: none,
  variant: none,
  searchProducts: none,
};

let desk: TestServer;
let system: SystemActor;

beforeEach(async () => {
  desk = await createTestServer({ store: new MemoryStore(), shops: { 'store-1': shop } });
  system = { kind: 'system', tenantId: desk.store.tenantId, name: 'test' };
  await desk.server.desk.perform(system, 'addShopEventKey', { storeId: desk.store.id, name: 'first', secret: SECRET });
});
afterEach(() => desk.close());

interface Sent {
  readonly id?: string;
  readonly secret?: string;
  readonly late?: number;
  readonly storeKey?: string;
  readonly tamper?: (body: string) => string;
}

async function send(
  event: unknown,
  { id = 'evt_1', secret = SECRET, late = 0, storeKey = 'store-1', tamper = (body) => body }: Sent = {},
) {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  const timestamp = String(Math.floor(desk.clock.now().getTime() / 1000) - late);
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatureOf({ id, timestamp, body }, secret),
  };
  const response = await desk.post(`/shops/${storeKey}/events`, tamper(body), { headers });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

const changed = { type: 'order.changed', timestamp: AT, data: { orderId: '77' } };

async function chat() {
  const { token } = await desk.shopper('mia');
  const open = 'mutation ($i: OpenConversationInput!) { c: openConversation(input: $i) { conversation { id } } }';
  const { id } = (await desk.gql<{ c: { id: string } }>(open, { i: {} }, { token })).data.c;
  return async () => {
    await (desk.server.desk as Desk).runTimers();
    await (desk.server.desk as Desk).runEffects();
    const query = 'query ($id: ID!) { m: messages(conversationId: $id) { nodes { sender body } } }';
    const { m } = (await desk.gql<{ m: { nodes: { sender: string; body: string }[] } }>(query, { id }, { token })).data;
    return m.nodes.filter(({ sender, body }) => sender === 'SYSTEM' && body.includes('W77')).map(({ body }) => body);
  };
}

describe('the signature', () => {
  const known = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: '1614265330', body: '{"test": 2432232314}' };

  test('is that of Standard Webhooks', () => {
    expect(signatureOf(known, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  test('of any valid key is enough while keys are changed, and a stale one is none', () => {
    const now = new Date(1614265330_000);
    const signed = { ...known, signature: `v1,AAAA ${signatureOf(known, SECRET)}` };
    expect(distrust(signed, ['whsec_b3RoZXI=', SECRET], now)).toBeUndefined();
    expect(distrust(signed, ['whsec_b3RoZXI='], now)).toBe('signature');
    expect(distrust(signed, [], now)).toBe('signature');
    expect(distrust({ ...signed, body: `${known.body} ` }, [SECRET], now)).toBe('signature');
    for (const off of [-301_000, 301_000])
      expect(distrust(signed, [SECRET], new Date(now.getTime() + off))).toBe('timestamp');
    expect(
      distrust(
        { ...known, timestamp: 'soon', signature: signatureOf({ ...known, timestamp: 'soon' }, SECRET) },
        [SECRET],
        now,
      ),
    ).toBe('timestamp');
  });
});

describe('POST /shops/:storeKey/events', () => {
  test('a signed event appears in the open chat; sent again under its id, or anew, it is told once', async () => {
    const told = await chat();
    expect(await send(changed)).toEqual({ status: 200, answer: { received: true } });
    expect((await send(changed)).status).toBe(200);
    expect(await told()).toEqual(['您的订单 W77 已发货：UPS 1Z9。']);
    expect((await send(changed, { id: 'evt_2' })).status).toBe(200);
    expect(await told()).toHaveLength(1);
  });

  test.each([
    ['a signature of another key', { secret: `whsec_${Buffer.alloc(32).toString('base64')}` }, 'signature'],
    ['a body that was changed on the way', { tamper: (body: string) => body.replace('77', '78') }, 'signature'],
    ['a request of six minutes ago', { late: 360 }, 'timestamp'],
    ['an id that is none', { id: 'a b' }, 'signature'],
    ['an id that could be read in two ways', { id: 'evt.1' }, 'signature'],
    ['a store that does not exist', { storeKey: 'no-such-store' }, 'signature'],
  ])('refuses %s with 401, and says nothing of the store', async (_what, how, cause) => {
    const told = await chat();
    expect(await send(changed, how)).toMatchObject({
      status: 401,
      answer: { code: 'UNAUTHENTICATED', details: { cause } },
    });
    expect(await told()).toEqual([]);
  });

  test('refuses a revoked key', async () => {
    const { token } = await admin();
    const { data } = await desk.gql<{ keys: { nodes: { id: string; name: string }[] } }>(
      '{ keys: shopEventKeys { nodes { id name } } }',
      {},
      { token },
    );
    const revoke =
      'mutation ($i: RevokeShopEventKeyInput!) { r: revokeShopEventKey(input: $i) { denied { __typename code } } }';
    await desk.gql(revoke, { i: { id: data.keys.nodes[0]?.id } }, { token });
    expect((await send(changed)).status).toBe(401);
  });

  test.each([
    ['no JSON', '{'],
    ['an unknown type', { type: 'order.exploded', data: {} }],
    ['no order', { type: 'order.changed', data: {} }],
    ['a number for an id', { type: 'order.changed', data: { orderId: 77 } }],
    ['half a cent', { type: 'refund.paid', data: { refundNo: 'r', amount: { amount: 0.5, currency: 'USD' } } }],
  ])('refuses %s with the place of the problem', async (_what, event) => {
    expect(await send(event)).toMatchObject({
      status: 400,
      answer: { code: 'VALIDATION_FAILED', fields: [{ message: expect.any(String) }] },
    });
  });

  test('takes no more than 20 KB, and only POST', async () => {
    expect((await send('x'.repeat(20 * 1024 + 1))).status).toBe(413);
    expect((await desk.get('/shops/store-1/events')).status).toBe(405);
  });

  test('a payment callback for another amount is refused with its place; for the right one, twice is once', async () => {
    const told = await chat();
    const paid = (amount: number) => ({
      type: 'payment.received',
      data: { orderId: '77', paymentId: 'pay-1', amount: usd(amount) },
    });
    expect(await send(paid(3901), { id: 'p1' })).toMatchObject({
      status: 400,
      answer: { code: 'VALIDATION_FAILED', fields: [{ path: 'amount' }] },
    });
    expect([
      (await send(paid(3900), { id: 'p2' })).status,
      (await send(paid(3900), { id: 'p2' })).status,
      (await send(paid(3900), { id: 'p3' })).status,
    ]).toEqual([200, 200, 200]);
    expect(await told()).toEqual(['已收到您的订单 W77 的付款。']);
  });

  test('a refund callback is for a refund that the desk has ordered', async () => {
    const paid = { type: 'refund.paid', data: { refundNo: 'W77-1-R1', amount: usd(3900) } };
    expect(await send(paid)).toMatchObject({
      status: 404,
      answer: { code: 'NOT_FOUND', details: { entity: 'Refund' } },
    });
    expect(await desk.server.desk.read(system).all(AfterSalesCase, {})).toEqual([]);
  });
});

const admin = () => desk.staff('AD1', ['AD']);
