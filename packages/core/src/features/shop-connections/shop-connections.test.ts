import { describe, expect, test, vi } from 'vitest';
import { AuditEvent } from '../../kernel/audit.ts';
import { sayEnglish } from '../../kernel/sentence.ts';
import type { Said } from '../../kernel/said.ts';
import { DeniedError } from '../../kernel/denial.ts';
import { ShopError, type Shop } from '../../ports/shop.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import { TEST_ADAPTER, testConnector } from '../../testing/test-connector.ts';
import { TestShop } from '../../testing/test-shop.ts';
import { PRODUCTS, orderOf } from '../orders/testing/scene.ts';
import { ConnectedShop } from './entities.ts';

const SECRET = 'open sesame';
const typed = { url: 'https://shop.example/', secret: SECRET, channel: ' main ' };
const settingsOf = (values: Record<string, string>) => Object.entries(values).map(([name, value]) => ({ name, value }));

async function scene({ shop, wired = false }: { shop?: () => Shop | undefined; wired?: boolean } = {}) {
  const opened: string[] = [];
  const connector = testConnector({ isWired: () => wired });
  const test = await createTestDesk({
    ports: {
      shop: () => shop?.(),
      shopConnector: {
        ...connector,
        open: (storeId, sealed) => (opened.push(sealed), connector.open(storeId, sealed)),
      },
    },
  });
  const admin = test.desk.as(await test.staff('AD1', ['AD'])).shopConnections;
  const connect = (values: Record<string, string>, more: object = {}) =>
    admin.connectShop({
      storeId: test.store.id,
      adapter: TEST_ADAPTER.code,
      settings: settingsOf(values),
      ...more,
    });
  const row = () => test.desk.read(test.system).first(ConnectedShop, { storeId: test.store.id });
  const sealedNow = async () => (JSON.parse((await row())?.sealed ?? '{}') as { secrets?: unknown }).secrets;
  return { ...test, admin, connect, row, sealedNow };
}

const denial = async (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof DeniedError ? error.denial : error),
  );
const problems = async (work: Promise<unknown>) => {
  const refused = (await denial(work)) as { code?: string; fields?: { path: string; text: Said }[] } | undefined;
  return refused?.code === 'VALIDATION_FAILED'
    ? Object.fromEntries((refused.fields ?? []).map(({ path, text }) => [path, sayEnglish(text)]))
    : refused;
};

describe('the first hour of a store', () => {
  test('has a step for the shop, which ticks once one is connected, by people or by the operator', async () => {
    const owned = async (made: Awaited<ReturnType<typeof scene>>) => {
      const { setup } = made.desk.as(await made.staff('AD2', ['AD']));
      return async () =>
        (await setup.firstSteps({ storeId: made.store.id })).steps.find(({ code }) => code === 'shop')?.done;
    };
    const open = await scene();
    const done = await owned(open);
    expect(await done()).toBe(false);
    await open.connect(typed);
    expect(await done()).toBe(true);
    expect(await (await owned(await scene({ wired: true })))()).toBe(true);
  });
});

describe('a shop that somebody connects', () => {
  test('is kept with what was typed, its secret sealed apart and in no entry of the audit trail', async () => {
    const { connect, sealedNow, desk, system } = await scene();
    const row = await connect(typed);
    expect(row).toMatchObject({
      adapter: 'TEST_SHOP',
      settings: [
        { name: 'url', value: 'https://shop.example' },
        { name: 'channel', value: 'main' },
        { name: 'news', value: 'POLL' },
      ],
      disconnectedAt: null,
    });
    expect(await sealedNow()).toEqual({ secret: SECRET });
    const trail = await desk.read(system).all(AuditEvent, { where: { action: 'connectShop' } });
    expect(trail[0]?.changes[0]?.after).toMatchObject({ adapter: 'TEST_SHOP' });
    expect(JSON.stringify(trail)).not.toContain(SECRET);
    expect(JSON.stringify(trail)).not.toContain('sealed');
  });

  test('keeps its secret where that is left empty, and asks for it again where the address has changed', async () => {
    const { connect, sealedNow, row } = await scene();
    await connect(typed);
    await connect({ url: typed.url, secret: '', channel: 'other' });
    expect(await sealedNow()).toEqual({ secret: SECRET });
    const moved = await problems(connect({ url: 'https://thief.example', secret: '' }));
    expect(moved).toEqual({ 'settings.secret': expect.stringContaining('The address has changed') });
    expect((await row())?.settings[0]?.value).toBe('https://shop.example');
    await connect({ url: 'https://new.example', secret: 'another' });
    expect(await sealedNow()).toEqual({ secret: 'another' });
  });

  test.each([
    ['nothing', {}, { 'settings.url': 'Please fill this in.', 'settings.secret': 'Please fill this in.' }],
    [
      'an address of this machine',
      { ...typed, url: 'http://127.0.0.1:8080' },
      { 'settings.url': expect.stringContaining('may not call') },
    ],
    ['no address', { ...typed, url: 'shop' }, { 'settings.url': expect.stringContaining('begins with https://') }],
    [
      'an address with a question',
      { ...typed, url: 'https://shop.example/?a=1' },
      { 'settings.url': expect.stringContaining('begins with https://') },
    ],
    ['a value that is no choice', { ...typed, news: 'PIGEON' }, { 'settings.news': 'Choose one of the values.' }],
    ['a setting that there is not', { ...typed, colour: 'red' }, { 'settings.colour': 'There is no such setting.' }],
  ])('is refused where %s was typed, and nothing is kept', async (_what, values, expected) => {
    const { connect, row } = await scene();
    expect(await problems(connect(values as Record<string, string>))).toEqual(expected);
    expect(await row()).toBeUndefined();
  });

  test('is of a kind that the server has', async () => {
    const { connect } = await scene();
    expect(await problems(connect(typed, { adapter: 'NO_SHOP' }))).toEqual({
      adapter: 'There is no such kind of shop.',
    });
  });

  test('stands back behind one that the operator has set in code', async () => {
    const { connect, row } = await scene({ wired: true });
    expect(await denial(connect(typed))).toMatchObject({ code: 'SHOP_SET_BY_OPERATOR' });
    expect(await row()).toBeUndefined();
  });

  test('is disconnected with its secret forgotten, and connected again only with a new one', async () => {
    const { connect, admin, row, store } = await scene();
    const { id } = await connect(typed);
    await admin.disconnectShop({ id });
    expect(await row()).toMatchObject({ sealed: null, disconnectedAt: expect.any(String) });
    expect(await denial(admin.disconnectShop({ id }))).toMatchObject({ code: 'INVALID_TRANSITION' });
    expect(await admin.shopState({ storeId: store.id })).toMatchObject({ source: 'NONE', connectionId: null });
    expect(await problems(connect({ url: typed.url }))).toEqual({ 'settings.secret': 'Please fill this in.' });
    await connect(typed);
    expect(await admin.shopState({ storeId: store.id })).toMatchObject({ source: 'PANEL' });
  });
});

describe('who may connect a shop', () => {
  test('are administrators of the store alone; others read whether one is connected, but not how', async () => {
    const { desk, staff, store, connect, other } = await withOtherStore();
    const { id } = await connect(typed);
    const lead = desk.as(await staff('TL1', ['TL'])).shopConnections;
    const away = desk.as(await staff('AD2', ['AD'], { storeIds: [other.id] })).shopConnections;
    const call = { storeId: store.id, adapter: TEST_ADAPTER.code, settings: settingsOf(typed) };
    for (const work of [
      lead.connectShop(call),
      lead.disconnectShop({ id }),
      lead.testShop({ storeId: store.id }),
      lead.shopAdapters({}),
    ])
      expect(await denial(work)).toMatchObject({ code: 'FORBIDDEN' });
    for (const work of [
      away.connectShop(call),
      away.disconnectShop({ id }),
      away.testShop({ storeId: store.id }),
      away.shopState({ storeId: store.id }),
    ])
      expect(await denial(work)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await lead.shopState({ storeId: store.id })).toMatchObject({
      source: 'PANEL',
      adapterName: { en: 'Test shop' },
      connectionId: null,
      settings: [],
    });
  });

  test('read the kinds of shops with their forms, in which no value stands', async () => {
    const { admin } = await scene();
    const { adapters } = await admin.shopAdapters({});
    expect(adapters).toMatchObject([
      {
        code: 'TEST_SHOP',
        name: { en: 'Test shop', zh: '测试商城' },
        settings: [
          { name: 'url', kind: 'ADDRESS', required: true, hint: { en: 'As in the browser.' } },
          { name: 'secret', kind: 'SECRET', required: true },
          { name: 'channel', kind: 'TEXT', required: false },
          { name: 'news', kind: 'CHOICE', choices: [{ value: 'POLL' }, { value: 'WEBHOOK' }] },
        ],
      },
    ]);
  });
});

async function withOtherStore() {
  const opened = await scene();
  const other = await opened.desk.as(opened.system).access.createStore({ name: 'S2', key: 'store-2' });
  return { ...opened, other };
}

describe('the test of a connection', () => {
  const shopOf = () =>
    new TestShop({
      now: () => new Date('2025-05-05T00:00:00.000Z'),
      customers: [],
      products: PRODUCTS,
      orders: [orderOf({ id: 'O-1', lines: [{ id: 'l1', productId: 'shirt', quantity: 1 }] })],
      lists: true,
    });
  const said = async (shop: Shop) => {
    const { admin, store, clock } = await scene({ shop: () => shop });
    const { checks } = await admin.testShop({ storeId: store.id });
    const state = await admin.shopState({ storeId: store.id });
    return { checks, state, admin, store, clock };
  };

  test('asks the shop for a product, a customer and an order, and tells what it answered with', async () => {
    const { checks, state } = await said(shopOf().port);
    expect(checks).toEqual([
      { subject: 'PRODUCTS', fault: null, example: '衬衫' },
      { subject: 'CUSTOMERS', fault: null, example: null },
      { subject: 'ORDERS', fault: null, example: 'O-1' },
    ]);
    expect(state).toMatchObject({
      failing: false,
      fault: null,
      answeredAt: expect.any(String),
      testedAt: expect.any(String),
    });
  });

  test('takes an order that is not there for an answer, where the shop lists none', async () => {
    const { searchOrders: _none, ...shop } = shopOf().port;
    expect((await said({ ...shop, order: shopOf().port.order } as Shop)).checks.map(({ fault }) => fault)).toEqual([
      null,
      null,
      null,
    ]);
  });

  test.each([
    [
      'is down',
      async () => Promise.reject(new ShopError('UNAVAILABLE', 'down', { cause: { code: 'ECONNREFUSED' } })),
      'NOT_REACHABLE',
    ],
    [
      'does not accept the secret',
      async () => Promise.reject(new ShopError('UNAVAILABLE', 'no', { fault: 'UNAUTHORISED' })),
      'UNAUTHORISED',
    ],
    ['answers nonsense', async () => ({ items: [{ hello: 'world' }] }), 'NOT_UNDERSTOOD'],
    ['answers nothing', async () => null, 'NOT_UNDERSTOOD'],
    [
      'is given up by its adapter',
      async () => Promise.reject(new ShopError('UNAVAILABLE', 'slow', { cause: new DOMException('', 'TimeoutError') })),
      'TOO_SLOW',
    ],
    ['throws what no shop may throw', async () => Promise.reject(new Error('a bug')), 'UNKNOWN'],
  ])('tells in a word that the shop %s', async (_what, answer, fault) => {
    const shop = shopOf().port;
    const { checks, state, admin, store, clock } = await said({ ...shop, searchProducts: answer as never });
    expect(checks[0]).toEqual({ subject: 'PRODUCTS', fault, example: null });
    expect(state).toMatchObject({ failing: true, fault, faultAt: expect.any(String) });
    clock.advance(1000);
    expect((await admin.shopState({ storeId: store.id })).failing).toBe(true);
  });

  test('waits no longer than anybody would', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      const work = said({ ...shopOf().port, searchProducts: () => new Promise(() => {}) });
      await vi.advanceTimersByTimeAsync(20_000);
      expect((await work).checks[0]).toMatchObject({ fault: 'TOO_SLOW' });
    } finally {
      vi.useRealTimers();
    }
  });

  test('refuses where no shop is connected', async () => {
    const { admin, store } = await scene();
    expect(await denial(admin.testShop({ storeId: store.id }))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('what is told of a connected shop', () => {
  test('is each capability, whether the adapter has it or not', async () => {
    const shop = new TestShop({
      now: () => new Date(0),
      customers: [],
      products: [],
      orders: [],
      capabilities: { changes: ['cancelOrder', 'refund'] },
    }).port;
    const { admin, store } = await scene({ shop: () => shop });
    const { capabilities } = await admin.shopState({ storeId: store.id });
    const has = capabilities.filter((one) => one.has).map(({ capability }) => capability);
    expect(has).toEqual(['PRODUCTS', 'CUSTOMERS', 'ORDERS', 'CANCEL_ORDER', 'REFUNDS']);
    expect(capabilities.filter((one) => !one.has).map(({ capability }) => capability)).toContain('RETURNS');
  });

  test('is the last error beside the last answer, of which the later one counts', async () => {
    const { admin, store, desk, system } = await scene();
    const note = (fault: 'TOO_SLOW' | null) =>
      desk.as(system).shopConnections.noteShopCall({ storeId: store.id, fault });
    // Nothing is told of a shop that nobody has connected.
    await note('TOO_SLOW');
    expect(await admin.shopState({ storeId: store.id })).toMatchObject({ source: 'NONE', fault: null });
    const other = await scene({
      shop: () => new TestShop({ now: () => new Date(0), customers: [], products: [], orders: [] }).port,
    });
    const noted = (fault: 'TOO_SLOW' | null) =>
      other.desk.as(other.system).shopConnections.noteShopCall({ storeId: other.store.id, fault });
    const state = () => other.admin.shopState({ storeId: other.store.id });
    await noted(null);
    expect(await state()).toMatchObject({ failing: false, fault: null });
    other.clock.advance(1000);
    await noted('TOO_SLOW');
    expect(await state()).toMatchObject({ failing: true, fault: 'TOO_SLOW' });
    other.clock.advance(1000);
    await noted(null);
    expect(await state()).toMatchObject({ failing: false, fault: 'TOO_SLOW', faultAt: expect.any(String) });
  });
});
