/**
 * @module What each action costs: the statements and rows of its valid call on SQL, with what a desk keeps ready
 * already there. The figures are committed, so that a change says what it costs.
 * `vitest run test/figures.test.ts --update` writes them anew.
 */
import { createDesk, type BaseRow, type Desk, type Write } from '@shopdesk/core';
import { createTestDatabase } from 'shopdesk-test/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { standardScenes } from '../packages/core/src/features/testing/scenes.ts';
import { validCases, type ValidCase } from '../packages/core/src/features/testing/valid-cases.ts';
import { createWorld, nameOf, type World } from '../packages/core/src/features/testing/world.ts';
import { openDatabase, type Database, type Queryable } from '../packages/server/src/database/database.ts';
import { SqlStore } from '../packages/server/src/store/sql-store.ts';

let database: Database;
let free: () => Promise<unknown>;
let world: World;
let cases: ReadonlyMap<string, ValidCase>;
let before: ReadonlyMap<string, { row: BaseRow }>;
beforeAll(async () => {
  world = await createWorld();
  cases = await validCases(world, standardScenes);
  const made = await createTestDatabase('pglite', { tables: true });
  database = await openDatabase(made.options);
  free = async () => {
    await database.close();
    await made.remove();
  };
  const all = await world.all();
  await new SqlStore(database).commit(all.map(({ entity, row }) => ({ kind: 'put', entity, row })));
  before = new Map(all.map(({ entity, row }) => [`${entity.name} ${row.id}`, { row }]));
});
afterAll(() => free());

interface Cost {
  statements: number;
  read: number;
  written: number;
}

/** A store inside one transaction that counts. What a server keeps at hand (`kept`) is asked for, and not counted. */
function countingStore(tx: Queryable, cost: Cost) {
  const quiet = new SqlStore({ ...database, query: tx.query.bind(tx) });
  const loud = new SqlStore({
    ...database,
    query: async (...about: Parameters<Database['query']>) => {
      cost.statements += 1;
      return tx.query(...about);
    },
  } as Database);
  const rows = <T extends BaseRow[]>(found: T): T => {
    cost.read += found.length;
    return found;
  };
  return {
    find: async (query: Parameters<SqlStore['find']>[0]) =>
      query.entity.kept ? quiet.find(query) : rows(await loud.find(query)),
    count: (query: Parameters<SqlStore['count']>[0]) => loud.count(query),
    answer: async (questions: Parameters<SqlStore['answer']>[0]) => {
      const answers = await loud.answer(questions);
      for (const answer of answers) if (Array.isArray(answer)) rows(answer);
      return answers;
    },
    commit: (writes: readonly Write[]) => {
      cost.written += writes.length;
      return loud.commit(writes);
    },
  };
}

/** The shop remembers what it has answered under a key, so that no two calls may have the same ids. */
let ids = 0;

class RolledBack extends Error {}

/** The difference between two worlds, as writes. */
function changesTo(before: ReadonlyMap<string, { row: BaseRow }>, after: Awaited<ReturnType<World['all']>>): Write[] {
  return after
    .filter(({ entity, row }) => before.get(`${entity.name} ${row.id}`)?.row !== row)
    .filter(({ entity, row }) => JSON.stringify(before.get(`${entity.name} ${row.id}`)?.row) !== JSON.stringify(row))
    .map(({ entity, row }) => ({ kind: 'put', entity, row }));
}

function deskOn(tx: Queryable, cost: Cost, { desk, now, ports: fresh }: World, ports = fresh()): Desk {
  return createDesk({
    features: desk.features,
    store: countingStore(tx, cost),
    clock: () => new Date(now),
    newId: () => `id-c${String((ids += 1)).padStart(6, '0')}`,
    ports,
    onError: (error, where) => {
      throw new Error(where, { cause: error });
    },
  });
}

async function costOf(world: World, valid: ValidCase, before: ReadonlyMap<string, { row: BaseRow }>): Promise<Cost> {
  const call = await valid.prepare();
  const changes = changesTo(before, await world.all());
  const cost: Cost = { statements: 0, read: 0, written: 0 };
  const ports = world.ports();
  // The first call fills what the desk keeps ready, the second is measured.
  for (let run = 0; run < 2; run += 1) {
    const work = database.transaction(async (tx) => {
      if (changes.length > 0) await countingStore(tx, { ...cost }).commit(changes);
      Object.assign(cost, { statements: 0, read: 0, written: 0 });
      const desk = deskOn(tx, cost, world, ports);
      await desk.perform(call.actor, valid.name, call.input);
      await desk.stopEffects();
      throw new RolledBack();
    });
    await work.catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw new Error(valid.name, { cause: error });
    });
    world.undo();
  }
  return cost;
}

test('what each action costs on SQL is what is written down', async () => {
  const lines: string[] = [];
  for (const valid of [...cases.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const { statements, read, written } = await costOf(world, valid, before);
    lines.push([valid.name, statements, read, written].join(','));
  }
  await expect(`action,statements,rows read,rows written\n${lines.join('\n')}\n`).toMatchFileSnapshot(
    'figures/actions.csv',
  );
});

/**
 * Whether a draft may be submitted is asked of its text, and its text of the packs that it stands on; whether a ticket
 * may be moved up, of the flow on which it runs.
 */
const DEARER: Readonly<Record<string, number>> = { PolicyVersion: 3, Ticket: 3 };

test('what can be done with a row is known with two statements at most, however many actions it has', async () => {
  const entities = new Set([...world.desk.actions.values()].flatMap(({ on }) => on?.name ?? []));
  const dear: string[] = [];
  for (const name of entities) {
    const row = world.rows.get(name);
    if (!row) continue;
    for (const actor of world.actors) {
      const cost: Cost = { statements: 0, read: 0, written: 0 };
      const desk = deskOn(database, cost, world);
      await desk.availableActionsOf(actor, name, [row.id]);
      if (cost.statements > (DEARER[name] ?? 2)) dear.push(`${name} by ${nameOf(actor)}: ${cost.statements}`);
    }
  }
  expect(dear).toEqual([]);
});
