import { describe, expect, test } from 'vitest';
import { shopScene } from '../features/orders/testing/scene.ts';
import type { ShopperActor } from '../kernel/actor.ts';
import { shopFor, type Shop } from './shop.ts';

/** A shop that writes down what it is asked. */
function listeningShop(): { readonly shop: Shop; readonly heard: unknown[][] } {
  const heard: unknown[][] = [];
  const shop = new Proxy({} as Shop, {
    has: () => true,
    get: (_, name) =>
      name === 'capabilities'
        ? { changes: [] }
        : async (...given: unknown[]) => void heard.push([String(name), ...given]),
  });
  return { shop, heard };
}

const reader = { kind: 'shopper', locale: 'zh-CN' } as ShopperActor;

describe('a shop that is asked for somebody', () => {
  test('is asked for every title in the reader’s language, beside what was asked before', async () => {
    const { shop, heard } = listeningShop();
    const asked = shopFor(reader, shop);
    const { signal } = new AbortController();
    await asked.order('1', { signal });
    await asked.ordersOf('lily');
    await asked.ordersOf('lily', { first: 5 });
    await asked.product('p');
    await asked.variant('v');
    await asked.searchProducts({ text: 'tea' });
    await asked.searchOrders?.({ text: '1' });
    const call = { locale: 'zh-CN' };
    expect(heard).toEqual([
      ['order', '1', { signal, ...call }],
      ['ordersOf', 'lily', undefined, call],
      ['ordersOf', 'lily', { first: 5 }, call],
      ['product', 'p', call],
      ['variant', 'v', call],
      ['searchProducts', { text: 'tea' }, call],
      ['searchOrders', { text: '1' }, call],
    ]);
  });

  test('is asked in its own language where nobody reads, and changes say nothing of a language', async () => {
    const { shop, heard } = listeningShop();
    expect(shopFor({ kind: 'system', tenantId: 't', name: 'timer' }, shop)).toBe(shop);
    const input = { orderId: '1', reason: 'no longer needed', idempotencyKey: 'k' };
    await shopFor(reader, shop).cancelOrder?.(input);
    await shopFor(reader, shop).customer('lily');
    expect(heard).toEqual([
      ['cancelOrder', input],
      ['customer', 'lily'],
    ]);
  });

  test('answers a shopper in their language through the desk', async () => {
    const scene = await shopScene();
    const lily = { ...scene.lily, locale: 'zh-CN' as const };
    expect((await scene.desk.as(lily).orders.order({ orderId: 'O-PAID' })).number).toBe('O-PAID');
    expect((await scene.desk.as(lily).customers.customerOrders({})).shop).toBe('CONNECTED');
  });
});
