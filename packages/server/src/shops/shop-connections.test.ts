import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  addressSetting,
  defineShopAdapter,
  secretSetting,
  ConnectedShop,
  ShopError,
  type Shop,
  type SystemActor,
} from '@shopdesk/core';
import { MemoryStore } from '@shopdesk/core/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defineServerFeature } from '../feature.ts';
import { standardServerFeatures } from '../features/index.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { Vault } from './vault.ts';

const SECRET = 'only-the-shop-knows-it';
const SYSTEM: SystemActor = { kind: 'system', tenantId: 'tenant-1', name: 'test' };

/** A shop of one product, which knows nobody else. */
let answer: (path: string, secret: string | undefined) => { status: number; body: string };
let server: Server;
let url = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    const { status, body } = answer(request.url ?? '', request.headers.authorization);
    response.writeHead(status, status === 302 ? { location: 'http://169.254.169.254/' } : {}).end(body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const kind = defineShopAdapter({
  code: 'LITTLE_SHOP',
  words: { en: 'Little shop', zh: '小商城' },
  settings: { url: addressSetting({ en: 'Address', zh: '网址' }), secret: secretSetting({ en: 'Secret', zh: '密钥' }) },
  connect: ({ url: at, secret }, { fetch }): Shop => {
    const ask = async (path: string): Promise<never> => {
      const response = await fetch(`${at}${path}`, { headers: { authorization: secret } }).catch((cause: unknown) => {
        throw new ShopError('UNAVAILABLE', 'no answer', { cause });
      });
      if (response.status === 404) throw new ShopError('NOT_FOUND', 'not here');
      if (!response.ok) throw new ShopError('UNAVAILABLE', 'no', { cause: { status: response.status } });
      return (await response.json()) as never;
    };
    return {
      capabilities: { changes: [] },
      customer: (id) => ask(`/customers/${id}`),
      customerByEmail: () => ask('/customers/by-email'),
      customersByName: () => ask('/customers'),
      order: (id) => ask(`/orders/${id}`),
      ordersOf: () => ask('/orders'),
      product: (id) => ask(`/products/${id}`),
      variant: (id) => ask(`/variants/${id}`),
      searchProducts: () => ask('/products'),
    };
  },
});
const little = defineServerFeature({ name: 'littleShop', shopAdapters: [kind] });

const good: typeof answer = (path, secret) => {
  if (secret !== SECRET) return { status: 401, body: '' };
  if (path !== '/products') return { status: 404, body: '' };
  return { status: 200, body: JSON.stringify({ items: [{ id: 'p', title: 'Kettle', variants: [] }] }) };
};

const STATE = `query ($s: ID!) { shopState(storeId: $s) { source adapter adapterName { en } settings { name value }
  capabilities { capability has } failing fault answeredAt checks { subject fault example } } }`;
const DENIED = 'denied { code fields { path message } }';
const CONNECT = `mutation ($i: ConnectShopInput!) { r: connectShop(input: $i) { connectedShop { __typename id adapter
  settings { name value } } ${DENIED} } }`;
const TEST = `mutation ($i: TestShopInput!) { r: testShop(input: $i) { shopHealth { fault checks { subject fault example
  } } ${DENIED} } }`;
const settings = (at: string, secret = SECRET) => [
  { name: 'url', value: at },
  { name: 'secret', value: secret },
];

let desk: TestServer;
let token = '';
let agent = '';
const options = () => ({
  serverFeatures: [...standardServerFeatures, little],
  outgoing: { allowedHosts: [new URL(url).host], timeoutMs: 1000 },
});
async function open(more: object = {}) {
  desk = await createTestServer({ store: new MemoryStore(), ...options(), ...more });
  ({ token } = await desk.staff('AD1', ['AD']));
  ({ token: agent } = await desk.staff('TL1', ['TL']));
}
beforeEach(() => {
  answer = good;
});
afterEach(() => desk.close());

type Result = Readonly<Record<string, unknown>>;
const ask = async (query: string, variables: object): Promise<Result> =>
  (await desk.gql<{ r: Result; shopState: Result }>(query, variables, { token })).data as unknown as Result;
const done = ({ r }: Result) => r as Result;
const connect = async (at = url, secret = SECRET) =>
  done(await ask(CONNECT, { i: { storeId: desk.store.id, adapter: 'LITTLE_SHOP', settings: settings(at, secret) } }));
const tested = async () => done(await ask(TEST, { i: { storeId: desk.store.id } }));
/** As somebody who answers customers asks for them. */
const products = async () =>
  (
    await desk.gql<Result>(
      'query ($s: ID) { searchProducts(storeId: $s) { items { title } } }',
      { s: desk.store.id },
      { token: agent },
    )
  ).data;
const state = async () => (await ask(STATE, { s: desk.store.id }))['shopState'] as Result;

describe('a shop that is connected in the panel', () => {
  test('is there at once, tested by really asking it, and gone when it is disconnected', async () => {
    await open();
    expect(await state()).toMatchObject({ source: 'NONE', capabilities: [] });
    const made = (await connect()) as Result;
    expect(made).toMatchObject({ __typename: 'ConnectedShop', settings: [{ name: 'url', value: url }] });
    expect(await tested()).toMatchObject({
      fault: null,
      checks: [
        { subject: 'PRODUCTS', fault: null, example: 'Kettle' },
        { subject: 'CUSTOMERS', fault: null },
        { subject: 'ORDERS', fault: null },
      ],
    });
    expect(await products()).toEqual({ searchProducts: { items: [{ title: 'Kettle' }] } });
    expect(await state()).toMatchObject({ source: 'PANEL', adapter: 'LITTLE_SHOP', failing: false });
    const leave = 'mutation ($i: DisconnectShopInput!) { r: disconnectShop(input: $i) { connectedShop { id } } }';
    await ask(leave, { i: { id: made['id'] } });
    expect(await state()).toMatchObject({ source: 'NONE', capabilities: [] });
    expect(desk.server.internals.runtime.ports.shop(desk.store.id)).toBeUndefined();
  });

  test('shows its secret to nobody: not in an answer, a log line, the audit trail or the database', async () => {
    await open();
    await connect();
    await connect(url, 'wrong');
    await tested();
    await connect(url);
    const everything = `{ connectedShops { nodes { id adapter settings { name value } } }
      auditEvents { nodes { action changes { before after } } } }`;
    const { data, errors } = await desk.gql(everything, {}, { token });
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).toContain('LITTLE_SHOP');
    const [row] = await desk.server.desk.read(SYSTEM).all(ConnectedShop, {});
    for (const place of [data, desk.log, row, await state()]) expect(JSON.stringify(place)).not.toContain(SECRET);
    const schema = await desk.gql('{ __type(name: "ConnectedShop") { fields { name } } }', {}, { token });
    expect(JSON.stringify(schema)).not.toContain('sealed');
  });

  test.each([
    ['does not accept the secret', () => ({ status: 401, body: '' }), 'UNAUTHORISED'],
    ['answers nonsense', () => ({ status: 200, body: '<html>' }), /NOT_UNDERSTOOD|UNKNOWN/],
    ['sends the desk elsewhere', () => ({ status: 302, body: '' }), 'REDIRECTED'],
    ['fails', () => ({ status: 503, body: '' }), 'FAILED'],
  ] as const)('that %s is told as that, and noted', async (_what, wrong, fault) => {
    await open();
    await connect();
    answer = wrong;
    const { checks } = (await tested()) as { checks: { fault: string }[] };
    expect(checks[0]?.fault).toMatch(fault);
    expect(await state()).toMatchObject({ failing: true, answeredAt: null });
    answer = good;
    desk.clock.advance(60_000);
    await tested();
    expect(await state()).toMatchObject({ failing: false, fault: checks[0]?.fault });
  });

  test.each([
    'http://127.0.0.1:1',
    'http://2130706433',
    'http://[::1]:80',
    'http://169.254.169.254',
    'http://me:pw@shop.example',
  ])('is refused at %s, where nobody may be led to', async (at) => {
    await open();
    expect(await connect(at)).toMatchObject({ code: 'VALIDATION_FAILED', fields: [{ path: 'settings.url' }] });
  });

  test('is not reached through a name that leads into the operator’s network', async () => {
    await open({ outgoing: { resolve: async () => [{ address: '10.1.2.3', family: 4 }] } });
    expect(await connect('http://shop.example')).toMatchObject({ __typename: 'ConnectedShop' });
    expect(await tested()).toMatchObject({ checks: [{ fault: 'ADDRESS_REFUSED' }, {}, {}] });
  });

  test('is noted as answering while the desk uses it, without anybody testing it', async () => {
    await open();
    await connect();
    await products();
    await expect.poll(async () => (await state())['answeredAt']).toEqual(expect.any(String));
    answer = () => ({ status: 500, body: '' });
    await products();
    await expect.poll(async () => (await state())['fault']).toBe('FAILED');
    expect(desk.log.filter(({ msg }) => msg === 'the shop does not answer')).toMatchObject([{ fault: 'FAILED' }]);
  });

  test('stands back behind the shop that the operator has given in code, which is told as theirs', async () => {
    const shop = kind.connect({ url, secret: SECRET }, { fetch });
    await open({ shops: { 'store-1': shop } });
    expect(await connect()).toMatchObject({ code: 'SHOP_SET_BY_OPERATOR' });
    expect(await tested()).toMatchObject({ fault: null });
    expect(await state()).toMatchObject({ source: 'OPERATOR', adapter: null, settings: [], failing: false });
  });

  test('whose secret was sealed by another key, or whose kind the server has no more, is told as such and left alone', async () => {
    const store = new MemoryStore();
    await open({ store, secret: 'a'.repeat(40) });
    await connect();
    await desk.server.close();
    const again = async (more: object) => {
      const { createDeskServer } = await import('../server.ts');
      return createDeskServer({
        store,
        background: false,
        assets: false,
        secret: 'a'.repeat(40),
        ...options(),
        ...more,
      });
    };
    for (const [more, fault] of [
      [{ secret: 'b'.repeat(40) }, 'SECRET_LOST'],
      [{ serverFeatures: standardServerFeatures }, 'ADAPTER_MISSING'],
      [{}, null],
    ] as const) {
      const other = await again(more);
      const health = (await other.desk.perform(SYSTEM, 'testShop', { storeId: desk.store.id })) as { checks: Result[] };
      expect([fault, health.checks[0]?.['fault']]).toEqual([fault, fault]);
      await other.close();
    }
  });

  test('two features may not bring the same kind', async () => {
    await open();
    const twice = [...standardServerFeatures, little, defineServerFeature({ name: 'other', shopAdapters: [kind] })];
    await expect(createTestServer({ store: new MemoryStore(), serverFeatures: twice })).rejects.toThrow(
      'the kind of shop LITTLE_SHOP is declared by littleShop and by other',
    );
  });
});

test('what is sealed opens for its place and its secret only', () => {
  const vault = new Vault(Buffer.from('one secret'), 'test');
  const sealed = vault.seal('store-1', SECRET);
  expect(sealed).not.toContain(SECRET);
  expect(vault.seal('store-1', SECRET)).not.toBe(sealed);
  expect(vault.open('store-1', sealed)).toBe(SECRET);
  const strangers = [
    vault.open('store-2', sealed),
    vault.open('store-1', sealed.slice(0, -2)),
    vault.open('store-1', ''),
    vault.open('store-1', '{}'),
    new Vault(Buffer.from('another secret'), 'test').open('store-1', sealed),
    new Vault(Buffer.from('one secret'), 'other').open('store-1', sealed),
  ];
  expect(strangers).toEqual(strangers.map(() => undefined));
});
