import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallSignal } from '../../kernel/host.ts';
import { ShopError, type Shop } from '../../ports/shop.ts';
import { Effect } from '../../kernel/effect.ts';
import { shopScene } from '../orders/testing/scene.ts';
import { AfterSalesCase } from './entities.ts';
import { acting, submit } from './testing/steps.ts';

const HANGS_MS = 20_000;
/** What an approval may take, in milliseconds. */
const ANSWER_MS = 300;
/** How late a clock of the desk may be, in milliseconds. */
const LATE_MS = 1000;

let server: Server;
let calls: string[] = [];

/** A shop over real HTTP that takes a refund and says nothing for twenty seconds. */
beforeAll(async () => {
  server = createServer((request, response) => {
    calls.push(request.url ?? '');
    const timer = setTimeout(() => response.end('{}'), HANGS_MS);
    response.once('close', () => clearTimeout(timer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const hanging = (shop: Shop): Shop => ({
  ...shop,
  refund: async ({ idempotencyKey }, { signal }: { signal?: CallSignal } = {}) => {
    const { port } = server.address() as AddressInfo;
    try {
      await fetch(`http://127.0.0.1:${port}/${encodeURIComponent(idempotencyKey)}`, { signal: signal as AbortSignal });
    } catch (error) {
      throw new ShopError('UNAVAILABLE', 'The shop does not answer', { cause: error });
    }
    throw new ShopError('UNAVAILABLE', 'It never answers in this test');
  },
});

async function took<T>(work: () => Promise<T>): Promise<{ readonly answer: T; readonly ms: number }> {
  const from = performance.now();
  const answer = await work();
  return { answer, ms: performance.now() - from };
}

const COMPENSATION = {
  type: 'COMPENSATION',
  reason: 'LATE',
  compensationFor: 'DELAY',
  compensationAmount: 2_000,
} as const;

describe('a shop that hangs for twenty seconds', () => {
  test('keeps nobody waiting: an approval answers, the clocks of other cases run, and the refund goes on', async () => {
    calls = [];
    const scene = await shopScene({ line: hanging });
    const by = acting(scene);
    const agent = await scene.people('AA1');
    const [paid, other] = [
      await submit(scene, agent, { ...COMPENSATION, items: [{ lineId: 'l2' }] }),
      await submit(scene, scene.lily, { type: 'REFUND_ONLY', reason: 'MISSING', items: [{ lineId: 'l1' }] }),
    ];
    const approval = await took(() => by('AA1', 'approveCase', { id: paid.id }));
    expect(approval.answer).toMatchObject({ state: 'REFUND_PENDING', shopState: 'PENDING' });
    expect(approval.ms).toBeLessThan(ANSWER_MS);
    // The first call is under way all the time; the deadline of the other case is over.
    scene.clock.set(new Date(Date.parse(other.decisionDueAt ?? '') + 1000).toISOString());
    const timers = await took(() => scene.desk.runTimers());
    expect(timers.answer).toBeGreaterThan(0);
    expect(timers.ms).toBeLessThan(LATE_MS);
    const read = scene.desk.read(scene.system);
    expect((await read.get(AfterSalesCase, other.id)).escalatedAt).not.toBeNull();
    expect(await read.all(Effect, { where: { entityId: paid.id } })).toMatchObject([{ state: 'FLYING' }]);
    // Within the day for which the shop keeps the key.
    scene.clock.set(paid.submittedAt);
    await scene.desk.stopEffects(0);
    expect(await read.all(Effect, { where: { entityId: paid.id } })).toMatchObject([{ state: 'READY', attempts: 1 }]);
    expect(await read.get(AfterSalesCase, paid.id)).toMatchObject({ state: 'REFUND_PENDING', shopState: 'AWAY' });
    expect(calls).toHaveLength(1);
  });
});
