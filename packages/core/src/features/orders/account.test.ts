import { describe, expect, test } from 'vitest';
import { ADDRESS, shopScene } from './testing/scene.ts';
import { denialOf } from '../aftersales/testing/steps.ts';

describe('the shopper’s account in the shop', () => {
  test('names his address and how he can pay', async () => {
    const scene = await shopScene();
    expect(await scene.desk.as(scene.lily).orders.shopAccount({})).toMatchObject({
      name: 'Lily Wang',
      address: ADDRESS,
      paymentMethods: [
        { id: 'lily-card', kind: 'CARD' },
        { id: 'lily-gift', kind: 'GIFT_CARD' },
      ],
    });
  });

  test('is nobody’s where the shop has not said who he is, and not for staff', async () => {
    const scene = await shopScene();
    expect((await denialOf(scene.desk.as(await scene.shopper()).orders.shopAccount({}))).code).toBe('NOT_FOUND');
    expect((await denialOf(scene.desk.as(await scene.people('PA1')).orders.shopAccount({}))).code).toBe('FORBIDDEN');
  });

  test('cannot be told while the shop is down', async () => {
    const scene = await shopScene();
    scene.shop.line = () => 'DOWN';
    expect((await denialOf(scene.desk.as(scene.lily).orders.shopAccount({}))).code).toBe('SHOP_UNAVAILABLE');
  });
});

describe('reasons for a cancellation', () => {
  test('are only those that the shop takes', async () => {
    const scene = await shopScene({
      shop: { capabilities: { cancelReasons: ['no longer needed', 'ordered by mistake'] } },
    });
    const { cancelReasons } = await scene.desk.as(scene.lily).orders.orderOptions({ orderId: 'O-PAID' });
    expect(cancelReasons.map(({ code }) => code).toSorted()).toEqual(['NO_LONGER_NEEDED', 'ORDERED_BY_MISTAKE']);
  });
});

describe('a customer’s orders', () => {
  test('come page by page', async () => {
    const scene = await shopScene();
    const api = scene.desk.as(scene.lily).customers;
    const first = await api.customerOrders({ first: 2 });
    expect(first.orders.map(({ id }) => id)).toEqual(['O-DELIVERED', 'O-PAID']);
    const second = await api.customerOrders({ first: 50, ...(first.next ? { after: first.next } : {}) });
    expect(second.orders.map(({ id }) => id)).toEqual(['O-PRINTED', 'O-SHIPPED', 'O-UNPAID', 'O-MUG']);
    expect(second.next).toBeNull();
  });
});
