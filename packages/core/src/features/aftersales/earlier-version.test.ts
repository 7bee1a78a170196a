import { describe, expect, test } from 'vitest';
import { Effect } from '../../kernel/effect.ts';
import { Timer } from '../../kernel/timer.ts';
import { MemoryStore } from '../../testing/memory-store.ts';
import { OrderServiceRequest } from '../orders/entities.ts';
import { shopScene } from '../orders/testing/scene.ts';
import { AfterSalesCase } from './entities.ts';
import { acting, sendBack, submit } from './testing/steps.ts';

type Scene = Awaited<ReturnType<typeof shopScene>>;

/** Leaves the rows as an earlier version did: a timer that tries again, and no effect. */
async function asBefore({ clock, system, desk }: Scene, store: MemoryStore, key: string, action: string, id: string) {
  const { tenantId } = system;
  for (const row of await desk.read(system).all(Effect, {}))
    await store.commit([{ kind: 'delete', entity: Effect, tenantId, id: row.id, expectedVersion: row.version }]);
  const at = clock.now().toISOString();
  const row = { id: `${tenantId}:${key}`, tenantId, version: 1, createdAt: at, updatedAt: at };
  await store.commit([
    { kind: 'insert', entity: Timer, row: { ...row, key, dueAt: at, action, input: { id } } as never },
  ]);
}

async function run({ desk, clock }: Scene): Promise<void> {
  clock.advance(1000);
  await desk.runTimers();
  await desk.runEffects();
}

describe('what an earlier version has left half done', () => {
  test('a refund whose answer was lost goes on under the same key and is paid once', async () => {
    const store = new MemoryStore();
    const scene = await shopScene({ store });
    const { id } = await submit(scene, scene.lily, { items: [{ lineId: 'l2' }] });
    await sendBack(scene, id);
    scene.shop.line = (call) => (call === 'refund' ? 'DEAF' : 'UP');
    await acting(scene)('AA1', 'settleReturn', { id });
    const [first] = scene.shop.done.filter(({ name }) => name === 'refund');
    const { refundNo } = await scene.desk.read(scene.system).get(AfterSalesCase, id);
    // The key of the version before: what the shop knows must not change with a new release.
    expect(first?.key).toBe(`${refundNo}:lily-card:0`);
    await asBefore(scene, store, `refund:${id}`, 'payRefund', id);
    scene.shop.line = () => 'UP';
    await run(scene);
    expect(await scene.desk.read(scene.system).get(AfterSalesCase, id)).toMatchObject({ state: 'REFUNDED' });
    expect(scene.shop.done.filter(({ name }) => name === 'refund')).toHaveLength(1);
  });

  test('a return that the shop was not told of yet is announced once', async () => {
    const store = new MemoryStore();
    const scene = await shopScene({ store });
    scene.shop.line = (call) => (call === 'requestReturn' ? 'DEAF' : 'UP');
    const { id } = await submit(scene, scene.lily);
    expect(scene.shop.done.at(-1)?.key).toBe(`case:${id}:0`);
    await asBefore(scene, store, `case:${id}`, 'advanceCase', id);
    scene.shop.line = () => 'UP';
    await run(scene);
    expect(await scene.desk.read(scene.system).get(AfterSalesCase, id)).toMatchObject({ state: 'AWAITING_RETURN' });
    expect(scene.shop.order('O-DELIVERED').returns).toHaveLength(1);
  });

  test('a change of an order is made once', async () => {
    const store = new MemoryStore();
    const scene = await shopScene({ store });
    const api = scene.desk.as(scene.lily).orders;
    const input = { orderId: 'O-PAID', change: 'CANCEL', reason: 'no longer needed' } as const;
    scene.shop.line = (call) => (call === 'cancelOrder' ? 'DEAF' : 'UP');
    const { confirmation } = await api.previewOrderChange(input);
    const { id } = await api.requestOrderChange({ ...input, confirmation });
    expect(scene.shop.done.at(-1)?.key).toBe(`desk:${id}`);
    await asBefore(scene, store, `order-request:${id}`, 'settleOrderChange', id);
    scene.shop.line = () => 'UP';
    await run(scene);
    expect(await scene.desk.read(scene.system).get(OrderServiceRequest, id)).toMatchObject({ state: 'DONE' });
    expect(scene.shop.done.filter(({ name }) => name === 'cancelOrder')).toHaveLength(1);
  });
});
