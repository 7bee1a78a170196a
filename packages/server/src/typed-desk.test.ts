import { defineAction, defineFeature, standardFeatures, value, type Desk, type SystemActor } from '@shopdesk/core';
import { anyWords, MemoryStore } from '@shopdesk/core/testing';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { nodeListener } from './node.ts';
import { createDeskServer } from './server.ts';

const SYSTEM: SystemActor = { kind: 'system', tenantId: 'tenant-1', name: 'test' };
const common = () =>
  ({ store: new MemoryStore(), assets: false, background: false, logger: pino({ level: 'silent' }) }) as const;
const earn = defineAction({
  title: { en: 'Earn', zh: '积分' },
  allow: { system: true },
  input: z.object({ points: z.int() }),
  output: value('Earned', z.object({ points: z.int() })),
  run: async (_ctx, { points }) => ({ points }),
});
const loyalty = defineFeature({ words: anyWords, name: 'loyalty', actions: { earn } });

test('the desk of a server is typed by the standard features when none are given', async () => {
  const server = await createDeskServer(common());
  const { access } = server.desk.as(SYSTEM);
  await access.createTenant({ name: 'Test', slug: 'test' });
  const store = await access.createStore({ name: 'S1', key: 'store-1' });
  const key: string = store.key;
  expect(key).toBe('store-1');
  // @ts-expect-error an action that the feature does not have
  expect(access.earn).toBeTypeOf('function');
  // @ts-expect-error a feature that the desk does not have
  expect(server.desk.as(SYSTEM).loyalty).toBeTypeOf('object');
  await server.close();
});

test('the desk of a server is typed by the features that are given, and serves wherever a desk does', async () => {
  const server = await createDeskServer({ ...common(), features: [...standardFeatures, loyalty] });
  const earned = await server.desk.as(SYSTEM).loyalty.earn({ points: 3 });
  const points: number = earned.points;
  expect(points).toBe(3);
  // @ts-expect-error an input of another type
  await expect(server.desk.as(SYSTEM).loyalty.earn({ points: 'three' })).rejects.toThrow('VALIDATION_FAILED');
  const desk: Desk = server.desk;
  expect(desk.actions.has('earn')).toBe(true);
  expect(nodeListener(server)).toBeTypeOf('function');
  await server.close();
});

test('an action or a view is typed by its name alone, whichever feature has it', async () => {
  const server = await createDeskServer({ ...common(), features: [...standardFeatures, loyalty] });
  const { desk } = server;
  await desk.perform(SYSTEM, 'createTenant', { name: 'Test', slug: 'test' });
  const store = await desk.perform(SYSTEM, 'createStore', { name: 'S1', key: 'store-1' });
  const key: string = store.key;
  const { points } = await desk.perform(SYSTEM, 'earn', { points: 3 });
  const more: number = points + 1;
  expect([key, more]).toEqual(['store-1', 4]);
  // @ts-expect-error an action that no feature has
  await expect(desk.perform(SYSTEM, 'spend', { points: 3 })).rejects.toThrow('NOT_FOUND');
  // @ts-expect-error an input of another type
  await expect(desk.perform(SYSTEM, 'earn', { points: 'three' })).rejects.toThrow('VALIDATION_FAILED');
  // @ts-expect-error an input without what the action needs
  expect((await desk.check(SYSTEM, 'earn', {}))?.code).toBe('VALIDATION_FAILED');
  // @ts-expect-error an answer without this
  expect((await desk.perform(SYSTEM, 'earn', { points: 3 })).store).toBeUndefined();
  // @ts-expect-error an action is no view
  await expect(desk.show(SYSTEM, 'earn', { points: 3 })).rejects.toThrow('NOT_FOUND');
  const untyped: Desk = desk;
  const name: string = 'earn';
  expect(await untyped.perform(SYSTEM, name, { points: 3 })).toEqual({ points: 3 });
  await server.close();
});
