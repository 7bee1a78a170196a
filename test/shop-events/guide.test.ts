/**
 * @module The code of the guide about shops, run as a reader would run it.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createDemoShop, type DemoShop } from 'demo-shop';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const GUIDE = 'docs/guide/shops.md';
const textOf = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

/** A block of the guide by the name in front of it. */
function block(name: string): string {
  const code = new RegExp(`<!-- tested: ${name} -->\\n\`\`\`\\w*\\n([^]*?)\`\`\``).exec(textOf(GUIDE))?.[1];
  if (!code) throw new Error(`${GUIDE} has no code named ${name}.`);
  return code;
}

const SECRET = randomBytes(32).toString('base64url');
let folder: string;
let shop: DemoShop;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopdesk-guide-'));
  shop = await createDemoShop({
    dataDir: join(folder, 'shop'),
    port: 0,
    deskUrl: 'http://127.0.0.1:9',
    storeKey: 'my-shop',
    identitySecret: SECRET,
    deskApiSecret: SECRET,
  });
});

afterAll(async () => {
  await shop?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function run(code: string): Promise<unknown> {
  const args = [
    '--conditions=@shopdesk/source',
    '--disable-warning=ExperimentalWarning',
    '--input-type=module',
    '-e',
    code,
  ];
  const env = {
    ...process.env,
    SHOP_SECRET: SECRET,
    DESK_EVENT_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
    LOG_LEVEL: 'error',
  };
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env,
  });
  return JSON.parse(stdout);
}

/** Founds a store, asks as its staff, and sends events to the desk of the guide. */
const USE = `
const SYSTEM = { kind: 'system', tenantId: 'guide', name: 'guide' };
await desk.desk.perform(SYSTEM, 'createTenant', { name: 'Guide', slug: 'guide' });
const store = await desk.desk.perform(SYSTEM, 'createStore', { name: 'My shop', key: 'my-shop', locale: 'en', currency: 'USD', region: 'OTHER' });
await desk.desk.perform(SYSTEM, 'addStaff', { name: 'Ada', agentNo: 'AD1', email: 'ada@shop.example', roles: ['AD', 'PA'], password: 'a long password' });
const ask = async (query, variables, token) => {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: 'Bearer ' + token } : {}) };
  return (await (await desk.fetch(new Request('http://desk/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) }))).json()).data;
};
const { signIn } = await ask('mutation { signIn(input: { email: "ada@shop.example", password: "a long password" }) { signedIn { token } } }');
const { searchProducts } = await ask('query ($s: ID!) { searchProducts(storeId: $s, text: "kettle", first: 1) { items { title } } }', { s: store.id }, signIn.signedIn.token);
const added = await ask(KEY, { storeId: store.id, secret: process.env.DESK_EVENT_SECRET }, signIn.signedIn.token);
globalThis.fetch = (url, init) => desk.fetch(new Request(url, init));
const status = async (work) => (await work).status;
const statuses = [
  await status(tellDesk('order.changed', { orderId: '#W2378156' }, 'evt_1')),
  await status(tellDesk('order.changed', { orderId: '#W2378156' }, 'evt_1')),
  await status(tellDesk('payment.received', { orderId: '#W2378156', paymentId: 'none', amount: { amount: 1, currency: 'USD' } })),
  await status(tellDesk('refund.paid', { refundNo: 'none', amount: { amount: 1, currency: 'USD' } })),
  await status(tellDesk('order.exploded', {})),
];
process.env.DESK_EVENT_SECRET = 'whsec_' + Buffer.alloc(32).toString('base64');
statuses.push(await status(tellDesk('order.changed', { orderId: '#W2378156' })));
await desk.close();
console.log(JSON.stringify({ found: searchProducts.items.length, added: Boolean(added.addShopEventKey.shopEventKey.id), statuses }));
`;

describe('the guide about shops', { timeout: 60_000 }, () => {
  test('connects a shop, adds an event key and sends events that are taken, refused and not believed', async () => {
    const asks = 'const nativeFetch = globalThis.fetch;\n';
    const connect = block('connect')
      .replaceAll('./.shopdesk', folder)
      .replaceAll('https://shop.example', shop.url)
      .replace('filesFolder:', 'background: false, filesFolder:')
      .replace("orderEvents: 'WEBHOOK'", "orderEvents: 'WEBHOOK', fetch: nativeFetch");
    const answer = await run(
      `${asks}${connect}\n${block('event').replace('export ', '')}\nconst KEY = ${JSON.stringify(block('key'))};\n${USE}`,
    );
    expect(answer).toEqual({ found: 1, added: true, statuses: [200, 200, 400, 404, 400, 401] });
  });

  test('sends and proves as the demo shop does', () => {
    expect(textOf('examples/demo-shop/src/shop-adapter.ts')).toContain(block('send'));
    expect(textOf('examples/demo-shop/src/shop-contract.test.ts')).toContain(block('contract'));
  });

  test('names every change, every code and every event', () => {
    const guide = textOf(GUIDE);
    for (const word of [
      'cancelOrder',
      'changeAddress',
      'changePayment',
      'changeItems',
      'requestReturn',
      'requestExchange',
      'refund',
      'updateCustomerAddress',
      'NOT_FOUND',
      'REFUSED',
      'INVALID',
      'UNAVAILABLE',
      'order.changed',
      'payment.received',
      'refund.paid',
    ])
      expect(guide).toContain(`\`${word}\``);
  });
});
