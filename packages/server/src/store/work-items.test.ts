import {
  createDesk,
  standardFeatures,
  WorkItem,
  WorkStep,
  type BaseRow,
  type Desk,
  type StaffActor,
} from '@shopdesk/core';
import { createTestDesk, testPorts } from '@shopdesk/core/testing';
import { createTestDatabase, DATABASE_KINDS } from 'shopdesk-test/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Loan, loans } from '../../../core/src/features/work/testing/loans.ts';
import { openDatabase, type Database } from '../database/database.ts';
import { migrate } from './migrate.ts';
import { SqlStore } from './sql-store.ts';

const features = [...standardFeatures, loans] as const;

describe.each(DATABASE_KINDS)('work items on %s', (kind) => {
  let connections: Database[] = [];
  let remove = async () => {};
  let desks: Desk[] = [];
  let scene: Awaited<ReturnType<typeof createTestDesk<typeof features>>>;
  let agent: StaffActor;
  let other: StaffActor;
  beforeAll(async () => {
    const { options, remove: gone } = await createTestDatabase(kind);
    remove = gone;
    const first = await openDatabase(options);
    connections = [first, ...(kind === 'postgres' ? [await openDatabase(options)] : [])];
    const parts = { features, clock: () => scene.clock.now(), ports: testPorts() };
    let ids = 0;
    const newId = () => `w-${String((ids += 1)).padStart(6, '0')}`;
    const [one, two = new SqlStore(first)] = connections.map((database) => new SqlStore(database));
    await migrate(first, createDesk({ ...parts, newId, store: one as SqlStore }).entities);
    scene = await createTestDesk({ features, store: one as SqlStore });
    desks = [scene.desk as unknown as Desk, createDesk({ ...parts, newId, store: two }) as unknown as Desk];
    agent = await scene.staff('AA1', ['AA'], { presence: 'OFFLINE' });
    other = await scene.staff('AA2', ['AA'], { presence: 'OFFLINE' });
  });
  afterAll(async () => {
    await Promise.all(connections.map((database) => database.close()));
    await remove();
  });

  const begin = (desk = desks[0] as Desk) =>
    desk.perform(agent, 'askForLoan', { storeId: scene.store.id, customerId: null, thing: 'Tent' }) as Promise<
      BaseRow & { readonly number: string }
    >;

  test('have a number each, whichever process gives it', async () => {
    const begun = await Promise.all(Array.from({ length: 8 }, (_, n) => begin(desks[n % 2])));
    expect(new Set(begun.map(({ number }) => number)).size).toBe(8);
    expect(begun.map(({ number }) => Number(number.slice(2))).toSorted((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
  });

  test('are taken by one of two who take them at once in two processes', async () => {
    const { id } = await begin();
    const taken = await Promise.allSettled([
      desks[0]?.perform(agent, 'takeLoan', { id }),
      desks[1]?.perform(other, 'takeLoan', { id }),
    ]);
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { ownerId } = await scene.desk.read(scene.system).get(WorkItem, id);
    expect(ownerId).toBe(taken[0]?.status === 'fulfilled' ? agent.userId : other.userId);
  });

  test('stand in the index as they are after whatever was done with them', async () => {
    const read = scene.desk.read(scene.system);
    let state = 7;
    const random = (below: number) => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % below;
    const ids = [await begin(), await begin(), await begin()].map(({ id }) => id);
    const deeds = ['takeLoan', 'lendThing', 'sendThing', 'receiveThing', 'endLoan'];
    for (let n = 0; n < 60; n += 1) {
      if (random(5) === 0) {
        scene.clock.advance(random(40) * 3_600_000);
        await Promise.all(desks.map((desk) => desk.runTimers()));
      }
      const calls = desks.map((desk) =>
        desk.perform(random(2) ? agent : other, deeds[random(deeds.length)] as string, {
          id: ids[random(3)] as string,
        }),
      );
      await Promise.allSettled(calls);
    }
    for (const id of ids) {
      const [loan, item] = [await read.get(Loan, id), await read.get(WorkItem, id)];
      const { state: now, ownerId, dueAt, number } = loan;
      expect(item).toMatchObject({ state: now, ownerId, dueAt, number, open: now !== 'BACK' });
      const steps = await read.all(WorkStep, { where: { workItemId: id }, order: [['at', 'asc']] });
      expect(steps.filter(({ from, to }) => from !== to).at(-1)?.to).toBe(now);
    }
  });

  test('are paged by what is due first, in one statement, whatever their kinds', async () => {
    const read = scene.desk.read(agent);
    const where = { open: true, storeId: scene.store.id };
    const all = await read.all(WorkItem, { where, order: [['dueAt', 'asc']] });
    const paged: string[] = [];
    for (let after: readonly (string | null)[] | undefined; ;) {
      const rows = await read.find(WorkItem, {
        where,
        order: [['dueAt', 'asc']],
        limit: 3,
        ...(after ? { after } : {}),
      });
      paged.push(...rows.map(({ id }) => id));
      const last = rows.at(-1);
      if (!last) break;
      after = [last.dueAt, last.id];
    }
    expect(paged).toEqual(all.map(({ id }) => id));
    expect(paged.length).toBeGreaterThan(8);
  });
});
