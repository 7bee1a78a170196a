import { WidgetSighting } from '@shopdesk/core';
import { MemoryStore } from '@shopdesk/core/testing';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Audience } from '../graphql/audiences.ts';
import type { DeskServerOptions } from '../options.ts';
import { createTestServer, TEST_PASSWORD, type TestServer } from '../testing/test-server.ts';

const SHOP = 'https://shop.example';
const START =
  'mutation ($key: String!) { r: startShopperSession(input: { storeKey: $key }) { shopperToken { __typename token } denied { __typename code details } } }';

let desk: TestServer;
afterEach(() => desk.close());

/** Store 1 names its shop, store 2 another one. */
async function start(options: DeskServerOptions = {}) {
  desk = await createTestServer({ store: new MemoryStore(), ...options });
  const system = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
  await desk.server.desk.perform(system, 'createStore', {
    name: 'S2',
    key: 'store-2',
    allowedOrigins: ['https://other.example/path'],
  });
  const admin = await desk.staff('AD1', ['AD']);
  const update = (allowedOrigins: string[]) =>
    desk.gql(
      'mutation ($i: UpdateStoreInput!) { updateStore(input: $i) { denied { __typename code } } }',
      { i: { id: desk.store.id, allowedOrigins } },
      { token: admin.token },
    );
  await update([SHOP]);
  return { update, admin };
}

const from = (origin: string, more: Readonly<Record<string, string>> = {}) =>
  desk.gql('{ __typename }', {}, { headers: { origin, ...more }, audience: 'shopper' });
const preflight = (origin: string) =>
  desk.server.fetch(
    new Request('http://desk.test/shopper', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    }),
  );

describe('a page that asks for the widget of a store', () => {
  const ask = (key: string, origin: string, method = 'OPTIONS') =>
    desk.server.fetch(
      new Request(`http://desk.test/shopper?store=${key}`, {
        method,
        headers: { origin, 'content-type': 'application/json' },
        ...(method === 'POST' ? { body: JSON.stringify({ query: '{ __typename }' }) } : {}),
      }),
    );
  const seen = async () =>
    (
      await desk.server.desk
        .read({ kind: 'system', tenantId: 'tenant-1', name: 'test' })
        .all(WidgetSighting, { order: [['origin', 'asc']] })
    ).map(({ origin, admitted, version, storeId }) => [origin, admitted, version, storeId]);
  const soon = (expected: unknown) => vi.waitFor(async () => expect(await seen()).toEqual(expected));

  test('is remembered with whether it was answered, and written once however often it asks', async () => {
    await start();
    for (let times = 0; times < 20; times += 1) expect((await ask('store-1', SHOP, 'POST')).status).toBe(200);
    expect((await ask('store-1', 'https://stranger.example')).status).toBe(403);
    // A page of another store is a stranger here.
    expect((await ask('store-1', 'https://other.example')).status).toBe(204);
    const { id } = desk.store;
    await soon([
      ['https://other.example', false, 1, id],
      [SHOP, true, 1, id],
      ['https://stranger.example', false, 1, id],
    ]);
  });

  test('is remembered nowhere for a store that is not there, or without an origin', async () => {
    await start();
    for (const origin of ['null', 'https://shop.example']) await ask('no-such-store', origin);
    await ask('store-1', 'null');
    await ask('store-1', SHOP);
    await soon([[SHOP, true, 1, desk.store.id]]);
  });
});

describe('a page', () => {
  test('that a store names may call, by its own name and without credentials', async () => {
    await start();
    const { status, headers } = await from(SHOP);
    expect([
      status,
      headers.get('access-control-allow-origin'),
      headers.get('access-control-allow-credentials'),
      headers.get('vary'),
    ]).toEqual([200, SHOP, null, 'Origin']);
    const asked = await preflight(SHOP);
    expect([
      asked.status,
      asked.headers.get('access-control-allow-origin'),
      asked.headers.get('access-control-allow-methods'),
    ]).toEqual([204, SHOP, 'GET, POST']);
    expect(asked.headers.get('access-control-allow-headers')).toContain('authorization');
  });

  test.each([
    ['https://evil.example'],
    ['http://shop.example'],
    ['https://shop.example.evil.example'],
    ['https://sub.shop.example'],
    ['null'],
    ['http://localhost:3000'],
  ])('that none names may not: %s', async (origin) => {
    await start();
    const { status, headers } = await from(origin);
    expect([status, headers.get('access-control-allow-origin')]).toEqual([403, null]);
    expect((await preflight(origin)).status).toBe(403);
  });

  test('of the desk itself may, by its host or the browser’s word', async () => {
    await start();
    expect((await from('https://behind-a-proxy.example', { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await from('https://desk.test', { host: 'desk.test' })).status).toBe(200);
  });

  test('of a name that somebody points at the server is no page of the desk, once its address is configured', async () => {
    await start({ publicUrl: 'https://desk.example/app' });
    expect((await from('https://desk.example')).status).toBe(200);
    expect((await from('https://desk.example', { host: '10.0.0.7:4000' })).status).toBe(200);
    expect((await from('http://evil.example', { host: 'evil.example' })).status).toBe(403);
    expect((await from('http://evil.example', { host: 'evil.example', 'sec-fetch-site': 'same-origin' })).status).toBe(
      403,
    );
    expect((await from('http://desk.example', { host: 'desk.example' })).status).toBe(403);
  });

  test('of one store cannot start a session in another', async () => {
    await start();
    const session = async (origin: string, key: string) =>
      (await desk.gql<{ r: object }>(START, { key }, { headers: { origin } })).data.r;
    expect(await session(SHOP, 'store-1')).toMatchObject({ __typename: 'ShopperToken' });
    expect(await session(SHOP, 'store-2')).toMatchObject({
      __typename: 'Denied',
      code: 'FORBIDDEN',
      details: { origin: SHOP },
    });
    expect(await session('https://other.example', 'store-2')).toMatchObject({ __typename: 'ShopperToken' });
  });

  test('of one store cannot use a session of another', async () => {
    await start();
    const { token } = await desk.shopper();
    const { status, errors } = await desk.gql(
      '{ serviceState { open } }',
      {},
      { token, headers: { origin: 'https://other.example' } },
    );
    expect([status, errors]).toMatchObject([403, [{ extensions: { code: 'FORBIDDEN' } }]]);
  });

  test('may call from the moment it is named, and no longer than that', async () => {
    const { update } = await start();
    await update(['https://new.example']);
    expect([(await from('https://new.example')).status, (await from(SHOP)).status]).toEqual([200, 403]);
  });

  test('of this machine, or of a store that names none, may call in development', async () => {
    const { update } = await start({ development: true });
    expect((await from('http://localhost:3000')).status).toBe(200);
    expect((await from('https://anything.example')).status).toBe(403);
    await update([]);
    expect((await from('https://anything.example')).status).toBe(200);
  });

  test('with a stolen cookie gets nothing for it: only a bearer token counts', async () => {
    const { admin } = await start();
    const { errors } = await desk.gql(
      '{ currentUser { id } }',
      {},
      { headers: { cookie: `token=${admin.token}; authorization=${admin.token}` } },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

const SIGN_IN =
  'mutation ($i: SignInInput!) { r: signIn(input: $i) { signedIn { __typename token } denied { __typename code message details } } }';
const GENERIC = 'mutation ($i: JSON!) { r: performAction(name: "signIn", input: $i) { denied { __typename code } } }';

describe('what staff do', () => {
  const credentials = { email: 'ad1@example.com', password: TEST_PASSWORD };
  const signIn = async (
    headers: Readonly<Record<string, string>>,
    ask: { query?: string; audience?: Audience } = {},
  ) => {
    const { query = SIGN_IN, audience = 'staff' } = ask;
    const { status, data, errors } = await desk.gql<{ r: { __typename: string } } | null>(
      query,
      { i: credentials },
      { headers, audience },
    );
    return { status, ...errors[0]?.extensions, message: errors[0]?.message, ...data?.r };
  };

  test('begins on the desk’s own pages only: no page of a shop can sign them in', async () => {
    await start({ publicUrl: 'https://desk.example' });
    for (const origin of [SHOP, 'https://other.example'])
      for (const query of [SIGN_IN, GENERIC]) {
        expect(await signIn({ origin }, { query })).toMatchObject({ status: 403, code: 'FORBIDDEN' });
        expect(await signIn({ origin }, { query, audience: 'shopper' })).not.toHaveProperty('token');
      }
    expect(await signIn({ origin: SHOP }, { query: GENERIC, audience: 'shopper' })).toMatchObject({
      __typename: 'Denied',
      code: 'NOT_FOUND',
    });
    expect(await signIn({ origin: SHOP, 'x-desk-locale': 'zh-CN' })).toMatchObject({
      message: '员工只能在客服系统自己的页面上操作。',
      details: { origin: SHOP },
    });
    expect(await signIn({ origin: 'https://desk.example' })).toMatchObject({ __typename: 'SignedIn' });
    expect(await signIn({})).toMatchObject({ __typename: 'SignedIn' });
  });

  test('is refused from a shop’s page also with a token that somebody has got hold of', async () => {
    const { admin } = await start({ publicUrl: 'https://desk.example' });
    const customers = (origin: string) =>
      desk.gql('{ customers(first: 1) { nodes { id } } }', {}, { token: admin.token, headers: { origin } });
    expect(await customers(SHOP)).toMatchObject({ status: 403, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect(await customers('https://desk.example')).toMatchObject({ status: 200, errors: [] });
  });

  test('may come from the back office that the host names', async () => {
    const { admin } = await start({ publicUrl: 'https://desk.example', staffOrigins: ['https://office.example/desk'] });
    const who = (origin: string) => desk.gql('{ currentUser { id } }', {}, { token: admin.token, headers: { origin } });
    expect((await who('https://office.example')).status).toBe(200);
    expect((await who('https://other-office.example')).status).toBe(403);
  });

  test('is refused in development too, where a store that names no page admits every page to its chat', async () => {
    const { update, admin } = await start({ development: true });
    await update([]);
    const origin = 'https://anything.example';
    expect((await desk.gql<{ r: object }>(START, { key: 'store-1' }, { headers: { origin } })).data.r).toMatchObject({
      __typename: 'ShopperToken',
    });
    expect(await signIn({ origin })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await desk.gql('{ currentUser { id } }', {}, { token: admin.token, headers: { origin } })).status).toBe(
      403,
    );
    expect(await signIn({ origin: 'http://localhost:5173' })).toMatchObject({ __typename: 'SignedIn' });
  });
});
