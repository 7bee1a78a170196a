import { describe, expect, test } from 'vitest';
import { DeniedError } from '../../kernel/denial.ts';
import { actionContract, MemoryStore } from '../../testing/index.ts';
import { OrderWatch } from '../orders/entities.ts';
import { shopScene, type Scene, type SceneOptions } from '../orders/testing/scene.ts';
import { ShopEventKey, ShopFeed } from './entities.ts';

const SHIPMENT = {
  id: 'O-PAID/s1',
  carrier: 'SF',
  trackingNumbers: ['SF777'],
  lineIds: ['l1'],
  shippedAt: '2025-05-03T05:00:00.000Z',
  expectedAt: '2025-05-05T20:00:00.000Z',
  events: [],
};
const SECRET = `whsec_${'A'.repeat(43)}=`;
const SHIPPED = '您的订单 O-PAID 已发货：SF SF777，预计5月6日送达。';

async function chatting(options: SceneOptions = {}) {
  const scene = await shopScene({ ...options, shop: { capabilities: { orderEvents: 'WEBHOOK' }, ...options.shop } });
  await scene.people('PA1');
  const conversation = await scene.desk.as(scene.lily).conversations.openConversation({});
  const told = async () => {
    const messages = await scene.desk.as(scene.lily).conversations.messages({ conversationId: conversation.id });
    return messages
      .filter(({ sender, kind }) => sender === 'SYSTEM' && kind === 'TEXT')
      .map(({ body }) => body)
      .filter((body) => body.includes('O-'));
  };
  const shop = { kind: 'system', tenantId: scene.store.tenantId, name: `shop:${scene.store.key}` } as const;
  const event = (eventId: string, orderId = 'O-PAID') =>
    scene.loose.perform(shop, 'noteOrderChange', { storeId: scene.store.id, orderId }, { idempotencyKey: eventId });
  const pay = (input: object) =>
    scene.loose.perform(shop, 'notePayment', {
      storeId: scene.store.id,
      orderId: 'O-PAID',
      paymentId: 'O-PAID/1',
      amount: { amount: 10_000, currency: 'CNY' },
      ...input,
    });
  return { ...scene, conversation, told, event, pay };
}

const ship = ({ shop }: Pick<Scene, 'shop'>) =>
  shop.set('O-PAID', { status: 'SHIPPED', shopStatus: 'shipped', shipments: [SHIPMENT] }, 'SHIPPED');
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof DeniedError ? error.denial : error),
  );

describe('an event of the shop', () => {
  test('is told in the open chat, with carrier, number and day of arrival in the store’s zone, once per shipment (R-MID-10)', async () => {
    const scene = await chatting();
    ship(scene);
    for (const id of ['evt-1', 'evt-1', 'evt-2']) await scene.event(id);
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    await scene.event('evt-3');
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.told()).toEqual([SHIPPED]);
  });

  test('is kept while the shop cannot be read, and told when it can', async () => {
    const scene = await chatting();
    ship(scene);
    scene.shop.line = () => 'DOWN';
    await scene.event('evt-1');
    for (let round = 0; round < 3; round += 1) {
      await scene.desk.runTimers();
      await scene.desk.runEffects();
      scene.clock.advance(120_000);
    }
    expect(await scene.told()).toEqual([]);
    scene.shop.line = () => 'UP';
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.told()).toEqual([SHIPPED]);
    scene.clock.advance(7_200_000);
    expect(await scene.desk.runTimers()).toBe(0);
  });

  test('that never arrived is found by the look that a watched order gets', async () => {
    const scene = await chatting();
    await scene.desk.as(scene.lily).orders.watchOrder({ orderId: 'O-PAID' });
    ship(scene);
    scene.clock.advance(300_000);
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.told()).toEqual([]);
    scene.clock.advance(300_000);
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.told()).toEqual([SHIPPED]);
  });

  test('of a customer who is in no chat waits for their next visit, and what happens once they are here is told there', async () => {
    const scene = await chatting();
    const bob = (kind: 'SHIPPED' | 'DELIVERED') => scene.shop.set('O-BOB', {}, kind);
    bob('SHIPPED');
    await scene.event('evt-1', 'O-BOB');
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    const [left] = await scene.desk.as(scene.bob).conversations.myConversations({});
    expect(left).toMatchObject({ state: 'CLOSED', unreadForCustomer: 1 });
    expect(left?.preview).toContain('您的订单 O-BOB 已发货');
    const { id } = await scene.desk.as(scene.bob).conversations.openConversation({});
    bob('DELIVERED');
    await scene.event('evt-2', 'O-BOB');
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    const messages = await scene.desk.as(scene.bob).conversations.messages({ conversationId: id });
    expect(messages.map(({ body }) => body).filter((body) => body.includes('O-BOB'))).toEqual([
      '您的订单 O-BOB 已送达。',
    ]);
    expect(await scene.desk.read(scene.system).all(OrderWatch, {})).toHaveLength(1);
  });

  test('of an order that nobody has is forgotten', async () => {
    const scene = await chatting();
    await scene.event('evt-1', 'O-NOWHERE');
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.told()).toEqual([]);
    expect(await scene.desk.runTimers()).toBe(0);
  });

  test('is not told to a customer who wants no order messages, until he wants them again; what he asked for himself is', async () => {
    const scene = await chatting();
    const api = scene.desk.as(scene.lily);
    await api.outreach.setConsent({ purpose: 'ORDER_NEWS', given: false });
    ship(scene);
    await scene.event('evt-1');
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.told()).toEqual([]);
    await api.outreach.setConsent({ purpose: 'ORDER_NEWS', given: true });
    scene.shop.set('O-PAID', { status: 'DELIVERED', shopStatus: 'delivered' }, 'DELIVERED');
    await scene.event('evt-2');
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.told()).toEqual(['您的订单 O-PAID 已送达。']);
  });
});

describe('a payment callback', () => {
  test('that comes twice is one message', async () => {
    const scene = await chatting();
    expect([await scene.pay({}), await scene.pay({})]).toEqual([{ told: 1 }, { told: 0 }]);
    expect(await scene.told()).toEqual(['已收到您的订单 O-PAID 的付款。']);
  });

  test.each([
    [
      'another amount',
      { amount: { amount: 9_999, currency: 'CNY' } },
      { code: 'VALIDATION_FAILED', fields: [{ path: 'amount' }] },
    ],
    [
      'another currency',
      { amount: { amount: 10_000, currency: 'USD' } },
      { code: 'VALIDATION_FAILED', fields: [{ path: 'amount' }] },
    ],
    [
      'a payment that the order does not have',
      { paymentId: 'p-9' },
      { code: 'VALIDATION_FAILED', fields: [{ path: 'paymentId' }] },
    ],
    ['an order that does not exist', { orderId: 'O-NOWHERE' }, { code: 'NOT_FOUND' }],
  ])('for %s is refused with its reason, and changes nothing', async (_what, input, denial) => {
    const scene = await chatting();
    expect(await refusal(scene.pay(input))).toMatchObject(denial);
    expect(await scene.told()).toEqual([]);
  });

  test('while the shop is away is to be sent again', async () => {
    const scene = await chatting();
    scene.shop.line = () => 'DOWN';
    expect(await refusal(scene.pay({}))).toMatchObject({ code: 'SHOP_UNAVAILABLE' });
    scene.shop.line = () => 'UP';
    expect(await scene.pay({})).toEqual({ told: 1 });
  });
});

describe('a shop that lists its changes', () => {
  const FEED = { shop: { feeds: true, capabilities: { orderEvents: 'POLL' } } } as const;
  const rounds = async ({ clock, desk }: Pick<Scene, 'clock' | 'desk'>, count: number) => {
    for (let round = 0; round < count; round += 1) {
      clock.advance(2500);
      await desk.runTimers();
      await desk.runEffects();
    }
  };

  test('is asked while somebody chats, and what is new appears within five seconds, once', async () => {
    const scene = await chatting(FEED);
    await rounds(scene, 2);
    ship(scene);
    await rounds(scene, 2);
    expect(await scene.told()).toEqual([SHIPPED]);
    await rounds(scene, 4);
    expect(await scene.told()).toEqual([SHIPPED]);
  });

  test('loses nothing while it is away', async () => {
    const scene = await chatting(FEED);
    await rounds(scene, 2);
    scene.shop.line = () => 'DOWN';
    ship(scene);
    await rounds(scene, 2);
    const [away] = await scene.desk.read(scene.system).all(ShopFeed, {});
    expect(away?.awaySince).not.toBeNull();
    scene.shop.line = () => 'UP';
    await rounds(scene, 8);
    expect(await scene.told()).toEqual([SHIPPED]);
    const [back] = await scene.desk.read(scene.system).all(ShopFeed, {});
    expect(back?.awaySince).toBeNull();
  });

  test('is asked once a minute when nobody chats, and no order is asked for by itself', async () => {
    const scene = await chatting(FEED);
    await scene.desk.as(scene.lily).orders.watchOrder({ orderId: 'O-PAID' });
    let asked: string[] = [];
    scene.shop.line = (call) => (asked.push(call), 'UP');
    await rounds(scene, 4);
    expect(asked.filter((call) => call === 'orderChanges').length).toBeGreaterThanOrEqual(3);
    expect(asked).not.toContain('order');
    await scene.desk.as(scene.lily).conversations.abandonConversation({ id: scene.conversation.id });
    await rounds(scene, 1);
    asked = [];
    await rounds(scene, 48);
    expect(asked.filter((call) => call === 'orderChanges')).toHaveLength(2);
  });

  test('is asked by one of two desks on one database, and tells once', async () => {
    const store = new MemoryStore();
    const scene = await chatting({ ...FEED, store });
    await rounds(scene, 2);
    ship(scene);
    scene.clock.advance(2500);
    await Promise.all([scene.desk.runTimers(), scene.desk.runTimers()]);
    await rounds(scene, 2);
    expect(await scene.told()).toEqual([SHIPPED]);
    expect(await scene.desk.read(scene.system).all(OrderWatch, { where: { orderId: 'O-PAID' } })).toHaveLength(1);
  });
});

describe('keys of shop events', () => {
  test('hide their secret, and refuse one that is too short', async () => {
    const { desk, admin, store } = await shopScene();
    const api = desk.as(admin).shopEvents;
    const key = await api.addShopEventKey({ storeId: store.id, name: 'first', secret: SECRET });
    expect(await desk.read(admin).get(ShopEventKey, key.id)).toMatchObject({ name: 'first', revokedAt: null });
    expect(await refusal(api.addShopEventKey({ storeId: store.id, name: 'first', secret: SECRET }))).toMatchObject({
      code: 'DUPLICATE',
    });
    expect(
      await refusal(api.addShopEventKey({ storeId: store.id, name: 'short', secret: 'whsec_AAAA' })),
    ).toMatchObject({ code: 'VALIDATION_FAILED', fields: [{ path: 'secret' }] });
    expect((await api.revokeShopEventKey({ id: key.id })).revokedAt).not.toBeNull();
  });
});

describe('actions of shop events', () => {
  const prepare = (make: (scene: Scene) => Promise<object>) => async () => {
    const scene = await shopScene();
    return { desk: scene.loose, actor: scene.admin, wrongRole: await scene.people('PA1'), ...(await make(scene)) };
  };
  const adding = ({ store }: Scene) => ({ storeId: store.id, name: 'first', secret: SECRET });
  const cases = {
    addShopEventKey: prepare(async (scene) => ({ input: adding(scene) })),
    revokeShopEventKey: prepare(async (scene) => ({
      input: { id: ((await scene.loose.perform(scene.admin, 'addShopEventKey', adding(scene))) as { id: string }).id },
    })),
  };
  for (const [action, make] of Object.entries(cases))
    for (const { title, run } of actionContract({ action, prepare: make as never })) test(title, run);
});
