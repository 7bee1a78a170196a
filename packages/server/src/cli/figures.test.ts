import { MetricCell, Store, type SystemActor } from '@shopdesk/core';
import { createTestDesk, MemoryStore } from '@shopdesk/core/testing';
import { expect, test } from 'vitest';
import type { Runtime } from '../runtime.ts';
import { inspectFigures } from './figures.ts';
import { wordsOf } from './words.ts';

test('the doctor names a figure whose cells are not what its rows say, and none that is right', async () => {
  const store = new MemoryStore();
  const { desk, system } = await createTestDesk({ store });
  const runtime = { desk } as unknown as Runtime;
  expect(await inspectFigures(runtime, wordsOf('en'))).toEqual([]);
  const { id: storeId } = (await desk.read(system as SystemActor).first(Store, {})) ?? { id: '' };
  const day = new Date().toISOString().slice(0, 10);
  const now = new Date().toISOString();
  const begin = {
    id: `K_05@1|DESK|${storeId}|${day}||`,
    tenantId: system.tenantId,
    version: 1,
    createdAt: now,
    updatedAt: now,
    formula: 'K_05@1',
    seen: 'DESK',
    storeId,
    day,
    channel: '',
    agentId: '',
    num: 0,
    den: 0,
    n: 0,
  };
  await store.commit([{ kind: 'add', entity: MetricCell, begin, amounts: { num: 1, den: 1, n: 1 } }]);
  expect(await inspectFigures(runtime, wordsOf('en'))).toEqual([
    `K-05 of S1 on ${day} is not what its rows say: recount that day.`,
  ]);
});
