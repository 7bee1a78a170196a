import { describe, expect, test } from 'vitest';
import { OrderWatch } from './entities.ts';
import { newsOf } from './order-news.ts';
import { orderOf, OTHER_ADDRESS, shopScene, type Scene, type SceneOptions } from './testing/scene.ts';

const SHIPMENT = {
  id: 'O-PAID/s1',
  carrier: 'SF',
  trackingNumbers: ['SF777'],
  lineIds: ['l1'],
  shippedAt: '2025-05-03T05:00:00.000Z',
  events: [],
};

const ZONE = 'Asia/Shanghai';

async function chatting(options: SceneOptions = {}) {
  const scene = await shopScene(options);
  await scene.people('PA1');
  const conversation = await scene.desk.as(scene.lily).conversations.openConversation({});
  const told = async () => {
    const messages = await scene.desk.as(scene.lily).conversations.messages({ conversationId: conversation.id });
    return messages.filter(({ sender, kind }) => sender === 'SYSTEM' && kind === 'TEXT').map(({ body }) => body);
  };
  return { ...scene, conversation, told };
}

const ship = ({ shop }: Pick<Scene, 'shop'>) =>
  shop.set('O-PAID', { status: 'SHIPPED', shopStatus: 'shipped', shipments: [SHIPMENT] }, 'SHIPPED');

describe('an order that somebody watches', () => {
  test('is asked for from time to time, and what is new appears in the chat once, with carrier and number (R-MID-10)', async () => {
    const scene = await chatting();
    await scene.desk.as(scene.lily).orders.watchOrder({ orderId: 'O-PAID' });
    ship(scene);
    for (let round = 0; round < 3; round += 1) {
      scene.clock.advance(30_000);
      await scene.desk.runTimers();
      await scene.desk.runEffects();
    }
    expect(await scene.told()).toEqual(['您的订单 O-PAID 已发货：SF SF777。']);
    scene.shop.set('O-PAID', { status: 'DELIVERED', shopStatus: 'delivered' }, 'DELIVERED');
    scene.clock.advance(30_000);
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.told()).toEqual(['您的订单 O-PAID 已发货：SF SF777。', '您的订单 O-PAID 已送达。']);
  });

  test('survives a shop that is down, and is asked for no more once it is over', async () => {
    const scene = await chatting();
    const { id } = await scene.desk.as(scene.lily).orders.watchOrder({ orderId: 'O-PAID' });
    scene.shop.line = () => 'DOWN';
    scene.clock.advance(30_000);
    expect(await scene.desk.runTimers()).toBe(1);
    scene.shop.line = () => 'UP';
    scene.shop.set('O-PAID', { status: 'CANCELLED', shopStatus: 'cancelled' }, 'CANCELLED');
    scene.clock.advance(30_000);
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.told()).toEqual(['您的订单 O-PAID 已取消。']);
    scene.clock.advance(3_600_000);
    expect(await scene.desk.runTimers()).toBe(0);
    expect(await scene.desk.read(scene.lily).get(OrderWatch, id)).toMatchObject({ status: 'CANCELLED' });
  });

  test('is on the list of the staff who follow it', async () => {
    const scene = await shopScene();
    const pa = await scene.people('PA1');
    const api = scene.desk.as(pa).orders;
    const { id } = await api.watchOrder({ storeId: scene.store.id, orderId: 'O-BOB' });
    const mine = () => scene.desk.read(pa).all(OrderWatch, { where: { followerIds: { has: pa.userId } } });
    expect((await mine()).map((watch) => watch.orderId)).toEqual(['O-BOB']);
    await api.unwatchOrder({ id });
    expect(await mine()).toEqual([]);
  });
});

describe('what was done for a customer', () => {
  test('is said in his chat, in his language, without saying it twice when the shop is asked again', async () => {
    const scene = await chatting();
    const api = scene.desk.as(scene.lily).orders;
    const asked = {
      orderId: 'O-PAID',
      change: 'ADDRESS',
      address: OTHER_ADDRESS,
      conversationId: scene.conversation.id,
    } as const;
    const { confirmation } = await api.previewOrderChange(asked);
    await api.requestOrderChange({ ...asked, confirmation });
    scene.clock.advance(30_000);
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.told()).toEqual(['您的订单 O-PAID 的收货地址已修改。']);
  });

  test('knows every kind of event, and a parcel only once', () => {
    const order = orderOf({ id: 'X', lines: [{ id: 'l1', productId: 'shirt', quantity: 1 }] });
    const kinds = [
      'PLACED',
      'SHIPPED',
      'DELIVERED',
      'CANCELLED',
      'ADDRESS_CHANGED',
      'PAYMENT_CHANGED',
      'ITEMS_CHANGED',
      'RETURN_REQUESTED',
      'EXCHANGE_REQUESTED',
      'REFUNDED',
      'OTHER',
    ] as const;
    const history = kinds.map((kind) => ({
      at: '2025-05-01T00:00:00.000Z',
      kind,
      ...(kind === 'OTHER' ? { text: 'note' } : {}),
    }));
    const news = newsOf({ ...order, history }, { seen: 0, shipmentsTold: [] }, ZONE);
    expect(news).toHaveLength(10);
    expect(new Set(news.map(({ key }) => key)).size).toBe(10);
    for (const { zh, en } of news) {
      expect(zh).toContain('X');
      expect(en).toMatch(/X.*[.]?$/);
      expect(`${zh}${en}`).not.toContain('{order}');
    }
    expect(newsOf({ ...order, history, shipments: [] }, { seen: 1, shipmentsTold: [] }, ZONE)[0]?.en).toBe(
      'Your order X has been shipped.',
    );
    expect(newsOf(order, { seen: 1, shipmentsTold: ['X/s1'] }, ZONE)).toEqual([]);
  });
});
