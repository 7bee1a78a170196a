import { createHmac } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from 'shopdesk-test/database';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { EVENT_SECRET, startStoryDesk, STORE_KEY, type Ask, type StoryDesk } from './testing/story-desk.ts';
import {
  buy,
  moveParcel,
  refundsOf,
  ship,
  shopper,
  superadmin,
  type Bought,
  type GraphQL,
} from './testing/vendure-people.ts';
import { freePort, PASSWORDS, startVendure, type VendureProcess } from './testing/vendure-process.ts';
import { vendureShop } from './vendure-shop.ts';

const LATE = 45_000;
const FIELDS = 'afterSalesCase { id number state shopState refundNo refundAmount currency } denied { code message }';

let databases: TestDatabase[];
let vendure: VendureProcess;
let desk: StoryDesk;
let admin: GraphQL;
let mia: { readonly shop: GraphQL; readonly desk: Ask; readonly conversation: string };
let people: Readonly<Record<'AA' | 'SV' | 'WH' | 'FN', Ask>>;
/** What happens to the answers of Vendure on their way to the desk. */
let line: (url: string, body: string) => 'THROUGH' | 'LOST' = () => 'THROUGH';

/** The request arrives and is done; its answer may be lost. */
const wire: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (line(String(input), String(init?.body)) === 'THROUGH') return response;
  await response.text();
  throw new TypeError('The line was cut.');
};

beforeAll(async () => {
  databases = [await createTestDatabase('postgres'), await createTestDatabase('pglite')];
  const port = await freePort();
  const [vendureDatabase, deskDatabase] = databases.map(({ options }) => options);
  vendure = await startVendure({
    databaseUrl: (vendureDatabase as { url: string }).url,
    events: { url: `http://127.0.0.1:${port}/shops/${STORE_KEY}/events`, secret: EVENT_SECRET },
  });
  const shop = vendureShop({
    url: vendure.url,
    username: 'desk',
    password: PASSWORDS.desk,
    orderEvents: 'WEBHOOK',
    retries: 0,
    timeoutMs: 4000,
    fetch: wire,
  });
  desk = await startStoryDesk({ shop, port, database: deskDatabase as { url: string } });
  admin = await superadmin(vendure);
  people = {
    AA: await desk.staff('AA1', 'AA'),
    SV: await desk.staff('SV1', 'SV'),
    WH: await desk.staff('WH1', 'WH'),
    FN: await desk.staff('FN1', 'FN'),
  };
  const signedIn = await shopper(vendure, 'mia.novak@example.com');
  const { activeCustomer } = (await signedIn('{ activeCustomer { id } }')) as unknown as {
    activeCustomer: { id: string };
  };
  const known = await desk.customer(activeCustomer.id);
  const { c } = await known<{ c: { conversation: { id: string } } }>(
    'mutation { c: openConversation(input: { locale: "en" }) { conversation { id } } }',
  );
  mia = { shop: signedIn, desk: known, conversation: c.conversation.id };
}, 120_000);

afterAll(async () => {
  await desk?.close();
  await vendure?.stop();
  for (const database of databases ?? []) await database.remove();
});

/** What the desk has told Mia of an order. */
async function told({ code }: Bought): Promise<string[]> {
  const { m } = await mia.desk<{ m: { nodes: { sender: string; body: string }[] } }>(
    'query ($id: ID!) { m: messages(conversationId: $id) { nodes { sender body } } }',
    { id: mia.conversation },
  );
  return m.nodes.filter(({ sender, body }) => sender === 'SYSTEM' && body.includes(code)).map(({ body }) => body);
}

interface Case {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly shopState: string;
  readonly refundNo: string | null;
  readonly refundAmount: number;
  readonly code?: string;
}

/** An action on a case, by its name. */
async function act(who: Ask, action: string, input: object): Promise<Case> {
  const type = `${action[0]?.toUpperCase()}${action.slice(1)}Input`;
  const { r } = await who<{ r: { afterSalesCase: Case | null; denied: Case | null } }>(
    `mutation ($i: ${type}!) { r: ${action}(input: $i) { ${FIELDS} } }`,
    { i: input },
  );
  return (r.denied ?? r.afterSalesCase) as Case;
}

async function caseOf(id: string): Promise<Case> {
  return (
    await people.AA<{ r: Case }>(
      'query ($id: ID!) { r: afterSalesCase(id: $id) { id number state shopState refundNo refundAmount } }',
      { id },
    )
  ).r;
}

/** An order that has arrived, and one of its two jackets sent back as far as the refund. */
async function returned(): Promise<{ order: Bought; inspected: Case }> {
  const order = await buy(mia.shop);
  await moveParcel(admin, await ship(admin, order.id), 'Delivered');
  const { order: seen } = await mia.desk<{ order: { lines: { id: string }[] } }>(
    'query ($id: ID!) { order(orderId: $id) { lines { id } } }',
    { id: order.id },
  );
  const wanted = {
    orderId: order.id,
    type: 'RETURN_REFUND',
    reason: 'LATE',
    items: [{ lineId: seen.lines[0]?.id, quantity: 1 }],
    conversationId: mia.conversation,
  };
  const preview = `query ($orderId: ID!, $type: CaseType!, $reason: CaseReason!, $items: [CaseItemInput!]!, $conversationId: ID) {
    p: previewCase(orderId: $orderId, type: $type, reason: $reason, items: $items, conversationId: $conversationId) { outcome refundAmount confirmation }
  }`;
  const { p } = await mia.desk<{ p: { outcome: string; refundAmount: number; confirmation: string } }>(preview, wanted);
  expect(p).toMatchObject({ outcome: 'ALLOW' });
  const asked = await act(mia.desk, 'submitCase', { ...wanted, confirmation: p.confirmation });
  expect(asked).toMatchObject({ state: 'REQUESTED', refundAmount: p.refundAmount });
  const { id } = asked;
  expect(await act(people.AA, 'approveCase', { id })).toMatchObject({ code: 'LIMIT_EXCEEDED' });
  expect(await act(people.SV, 'approveCase', { id })).toMatchObject({ state: 'AWAITING_RETURN' });
  expect(await act(mia.desk, 'shipReturn', { id, carrier: 'UPS', waybill: '1Z12345678' })).toMatchObject({
    state: 'IN_TRANSIT',
  });
  expect(await act(people.WH, 'receiveReturn', { id })).toMatchObject({ state: 'RECEIVED' });
  return { order, inspected: await act(people.WH, 'inspectReturn', { id, result: 'PASS' }) };
}

async function callback(event: object, id: string): Promise<{ status: number; code?: string }> {
  const body = JSON.stringify(event);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', Buffer.from(EVENT_SECRET.slice(6), 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64');
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
  const response = await fetch(`${desk.url}/shops/${STORE_KEY}/events`, { method: 'POST', headers, body });
  return { status: response.status, ...((await response.json()) as { code?: string }) };
}

const refunded = (id: string) =>
  vi.waitFor(async () => expect(await caseOf(id)).toMatchObject({ state: 'REFUNDED', shopState: 'DONE' }), {
    timeout: LATE,
    interval: 500,
  });

describe('an order of a Vendure shop', { timeout: 120_000 }, () => {
  test('R-MID-01, R-MID-10: what happens to it in Vendure is in the open chat within five seconds, once', async () => {
    const order = await buy(mia.shop, { sku: 'Tea kettle black', quantity: 1 });
    const parcel = await ship(admin, order.id, '1Z777');
    const shipped = `Your order ${order.code} has been shipped: UPS 1Z777.`;
    await vi.waitFor(async () => expect(await told(order)).toContain(shipped), { timeout: 5000, interval: 100 });
    await moveParcel(admin, parcel, 'Delivered');
    const delivered = `Your order ${order.code} has been delivered.`;
    await vi.waitFor(async () => expect(await told(order)).toContain(delivered), { timeout: 5000, interval: 100 });
    expect(await told(order)).toEqual([shipped, delivered]);
  });

  test('is returned while Vendure dies in the middle: the case says so, and the money goes back once, however often the provider calls', async () => {
    const { order, inspected } = await returned();
    const { id } = inspected;
    await vendure.kill();
    expect(await act(people.AA, 'settleReturn', { id })).toMatchObject({ state: 'REFUND_PENDING' });
    const waiting = await caseOf(id);
    expect(waiting).toMatchObject({ state: 'REFUND_PENDING', shopState: 'AWAY' });
    await vendure.start();
    await refunded(id);
    admin = await superadmin(vendure);
    const rows = [{ total: inspected.refundAmount, state: 'Settled', reason: inspected.number }];
    expect(await refundsOf(admin, order.id)).toMatchObject(rows);
    expect(inspected.refundAmount).toBe(8900);

    const paid = (amount: number) => ({
      type: 'refund.paid',
      data: { refundNo: waiting.refundNo, amount: { amount, currency: 'USD' } },
    });
    expect(await callback(paid(8901), 'wrong')).toEqual(
      expect.objectContaining({ status: 400, code: 'VALIDATION_FAILED' }),
    );
    expect([
      (await callback(paid(8900), 'paid-1')).status,
      (await callback(paid(8900), 'paid-1')).status,
      (await callback(paid(8900), 'paid-2')).status,
    ]).toEqual([200, 200, 200]);
    const confirm = { id, refundNo: waiting.refundNo, amount: 8900 };
    expect([
      (await act(people.FN, 'confirmRefund', confirm)).state,
      (await act(people.FN, 'confirmRefund', confirm)).state,
    ]).toEqual(['REFUNDED', 'REFUNDED']);
    expect(await refundsOf(admin, order.id)).toHaveLength(1);

    await act(people.AA, 'recordCause', { id, faultParty: 'CARRIER', stockAction: 'RESTOCK' });
    expect(await act(people.AA, 'archiveCase', { id })).toMatchObject({ state: 'CLOSED' });
  });

  test('is refunded once when Vendure does it and the answer is lost', async () => {
    const { order, inspected } = await returned();
    let lost = 0;
    line = (_url, body) => (body.includes('deskRefund') && lost === 0 ? ((lost += 1), 'LOST') : 'THROUGH');
    expect(await act(people.AA, 'settleReturn', { id: inspected.id })).toMatchObject({ state: 'REFUND_PENDING' });
    expect(await caseOf(inspected.id)).toMatchObject({ shopState: 'AWAY' });
    expect(await refundsOf(admin, order.id)).toHaveLength(1);
    await refunded(inspected.id);
    expect(lost).toBe(1);
    expect(await refundsOf(admin, order.id)).toMatchObject([{ total: 8900, reason: inspected.number }]);
  });

  test('is looked up while Vendure is away: the desk says that the shop does not answer', async () => {
    line = (url) => (url.includes('-api') ? 'LOST' : 'THROUGH');
    await expect(mia.desk('{ order(orderId: "1") { id } }')).rejects.toThrow(/shop/i);
    line = () => 'THROUGH';
  });
});
