import { describe, expect, test } from 'vitest';
import type { ShopCustomer } from '../../ports/shop.ts';
import { shopScene } from './testing/scene.ts';

const denied = (code: string) => ({ denial: { code } });

describe('searching orders', () => {
  test('lists a page of the shop’s orders with flags and buyers, and where to go on', async () => {
    const { desk, store, people } = await shopScene({ shop: { lists: true } });
    const agent = await people('PA1');
    await desk.as(agent).orders.addOrderRemark({ storeId: store.id, orderId: 'O-PAID', reason: '客户改地址' });
    const page = await desk.as(agent).orders.searchOrders({ storeId: store.id, first: 3 });
    expect(page.items).toHaveLength(3);
    expect(page.source).toBe('SHOP');
    const rest = await desk.as(agent).orders.searchOrders({ storeId: store.id, first: 50, after: page.next ?? '' });
    const ids = [...page.items, ...rest.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(7);
    expect(rest.next).toBeNull();
    expect([...page.flags, ...rest.flags]).toMatchObject([
      { orderId: 'O-PAID', flag: 'RED', reason: '客户改地址', needsAcknowledgement: false },
    ]);
    expect(new Set([...page.buyers, ...rest.buyers].map(({ shopCustomerId }) => shopCustomerId))).toEqual(
      new Set(['lily', 'bob']),
    );
  });

  test('finds by a part of the number, the buyer’s e-mail and the state', async () => {
    const { desk, store, people } = await shopScene({ shop: { lists: true } });
    const find = async (search: object) =>
      (await desk.as(await people('PA1')).orders.searchOrders({ storeId: store.id, ...search })).items.map(
        ({ id }) => id,
      );
    expect(await find({ text: 'PRINT' })).toEqual(['O-PRINTED']);
    expect(await find({ text: ' ＰＲＩＮＴ\u200b， ' })).toEqual(['O-PRINTED']);
    expect(await find({ text: 'bob@example.com' })).toEqual(['O-BOB']);
    expect(await find({ status: 'SHIPPED' })).toEqual(['O-SHIPPED']);
    expect(await find({ placedFrom: '2025-04-29T00:00:00.000Z' })).toEqual([]);
  });

  test('knows single orders, and those it has heard of, where the shop cannot list them', async () => {
    const { desk, store, people, lily } = await shopScene();
    const agent = await people('PA1');
    const find = (search: object) => desk.as(agent).orders.searchOrders({ storeId: store.id, ...search });
    expect((await find({})).items).toEqual([]);
    await desk.as(lily).orders.watchOrder({ orderId: 'O-SHIPPED' });
    const heard = await find({});
    expect(heard).toMatchObject({ source: 'KNOWN', next: null });
    expect(heard.items.map(({ id }) => id)).toEqual(['O-SHIPPED']);
    expect((await find({ text: 'O-MUG' })).items.map(({ id }) => id)).toEqual(['O-MUG']);
    expect((await find({ text: 'O-NONE' })).items).toEqual([]);
    expect((await find({ text: 'bob@example.com' })).items.map(({ id }) => id)).toEqual(['O-BOB']);
    expect((await find({ text: 'nobody@example.com' })).items).toEqual([]);
  });

  test('lists flagged orders, the last flagged first, page by page', async () => {
    const { desk, store, people, clock } = await shopScene({ shop: { lists: true } });
    const { orders } = desk.as(await people('PA1'));
    for (const orderId of ['O-PAID', 'O-MUG', 'O-BOB']) {
      await orders.addOrderRemark({
        storeId: store.id,
        orderId,
        reason: 'call first',
        flag: orderId === 'O-MUG' ? 'BLUE' : 'RED',
      });
      clock.advance(1000);
    }
    const first = await orders.searchOrders({ storeId: store.id, flag: 'RED', first: 1 });
    expect(first.items.map(({ id }) => id)).toEqual(['O-BOB']);
    const second = await orders.searchOrders({ storeId: store.id, flag: 'RED', first: 1, after: first.next ?? '' });
    expect(second.items.map(({ id }) => id)).toEqual(['O-PAID']);
    expect(second.next).toBeNull();
  });

  test('finds orders of all stores by number, whatever shop does not answer', async () => {
    const { desk, store, people, shop, staff, lily } = await shopScene({ shop: { lists: true } });
    const agent = await people('PA1');
    const found = async (text: string) =>
      (await desk.as(agent).orders.findOrders({ text })).orders.map(({ storeId, orderId }) => [storeId, orderId]);
    expect(await found('PRINT')).toEqual([[store.id, 'O-PRINTED']]);
    expect((await found('O-')).length).toBe(5);
    expect(await found('bob@example.com')).toEqual([]);
    const elsewhere = await staff('PA9', ['PA'], { storeIds: ['another-store'] });
    expect((await desk.as(elsewhere).orders.findOrders({ text: 'PRINT' })).orders).toEqual([]);
    await expect(desk.as(lily).orders.findOrders({ text: 'PRINT' })).rejects.toMatchObject(denied('FORBIDDEN'));
    await expect(desk.as(agent).orders.findOrders({ text: 'P' })).rejects.toMatchObject(denied('VALIDATION_FAILED'));
    shop.line = () => 'DOWN';
    expect(await found('PRINT')).toEqual([]);
  });

  test('says that the shop does not answer', async () => {
    const { desk, store, people, shop } = await shopScene({ shop: { lists: true } });
    shop.line = () => 'DOWN';
    await expect(desk.as(await people('PA1')).orders.searchOrders({ storeId: store.id })).rejects.toMatchObject(
      denied('SHOP_UNAVAILABLE'),
    );
  });

  test('is for staff of the store, not for shoppers', async () => {
    const { desk, store, lily, staff } = await shopScene({ shop: { lists: true } });
    await expect(desk.as(lily).orders.searchOrders({ storeId: store.id })).rejects.toMatchObject(denied('FORBIDDEN'));
    const elsewhere = await staff('PA9', ['PA'], { storeIds: ['another-store'] });
    await expect(desk.as(elsewhere).orders.searchOrders({ storeId: store.id })).rejects.toMatchObject(
      denied('NOT_FOUND'),
    );
  });

  test('by an e-mail is for those who read customers, and is no oracle for the others', async () => {
    const { desk, store, people, shop } = await shopScene({ shop: { lists: true } });
    const find = async (name: string, text: string) =>
      desk.as(await people(name)).orders.searchOrders({ storeId: store.id, text });
    for (const text of ['bob@example.com', 'nobody@example.com', 'bob＠example.com', '@'])
      await expect(find('WH1', text)).rejects.toMatchObject({
        denial: { code: 'FORBIDDEN', details: { permission: 'customer.read' } },
      });
    expect((await find('PA1', 'bob@example.com')).items.map(({ id }) => id)).toEqual(['O-BOB']);
    // A shop that finds by a part of the e-mail, though the port asks for the number.
    shop.customers.set('bob', { ...(shop.customers.get('bob') as ShopCustomer), email: 'zed' });
    expect((await find('PA1', 'zed')).items.map(({ id }) => id)).toEqual(['O-BOB']);
    expect((await find('WH1', 'zed')).items).toEqual([]);
    expect((await find('WH1', 'O-BO')).items.map(({ id }) => id)).toEqual(['O-BOB']);
  });

  test('names the buyer and his ways to pay', async () => {
    const { desk, store, people, lily } = await shopScene();
    const buyer = await desk.as(await people('PA1')).orders.orderBuyer({ storeId: store.id, orderId: 'O-PAID' });
    expect(buyer).toMatchObject({ shopCustomerId: 'lily', customerId: lily.customerId, name: 'Lily Wang' });
    expect(buyer.paymentMethods.map(({ id }) => id)).toEqual(['lily-card', 'lily-gift']);
  });
});
