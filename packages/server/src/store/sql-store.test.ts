import { randomUUID } from 'node:crypto';
import {
  StoreUnavailableError,
  UniqueViolationError,
  VersionConflictError,
  type RowOf,
  type Write,
  defineEntity,
  instant,
} from '@shopdesk/core';
import { ContractThing, storeContract } from '@shopdesk/core/testing';
import { createTestDatabase, DATABASE_KINDS } from 'shopdesk-test/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDatabase, type Database } from '../database/database.ts';
import { migrate } from './migrate.ts';
import { SqlStore } from './sql-store.ts';

type Thing = RowOf<typeof ContractThing>;
const AT = '2025-03-10T01:02:03.456Z';

function thing(tenantId: string, n: number, values: Partial<Thing> = {}): Thing {
  const base = { id: `${tenantId}-${String(n).padStart(4, '0')}`, tenantId, version: 1, createdAt: AT, updatedAt: AT };
  return {
    ...base,
    label: `thing ${n}`,
    code: null,
    state: 'DONE',
    amount: n,
    share: 0.5,
    on: true,
    at: AT,
    tags: [],
    look: null,
    ...values,
  };
}

const DueThing = defineEntity({
  name: 'DueThing',
  title: { en: 'Thing that may be due', zh: '可能到时的事项' },
  schema: z.object({ dueAt: instant().nullable(), lastAt: instant() }),
  index: [['dueAt', '-lastAt']],
  visible: () => 'all',
});

/** Every value of one key in a plan. */
const numbersIn = (plan: string, key: string): number[] =>
  [...plan.matchAll(new RegExp(`"${key}":\\s*([0-9.]+)`, 'g'))].map(([, value]) => Number(value));

const insert = (row: Thing): Write => ({ kind: 'insert', entity: ContractThing, row });
const at = (row: Thing, expectedVersion = row.version) => ({
  entity: ContractThing,
  tenantId: row.tenantId,
  id: row.id,
  expectedVersion,
});
const update = (row: Thing, changes: Partial<Thing>): Write => ({ kind: 'update', ...at(row), changes });
const remove = (row: Thing): Write => ({ kind: 'delete', ...at(row) });

function causesOf(error: unknown): { code?: string }[] {
  return error instanceof Error ? [error as { code?: string }, ...causesOf(error.cause)] : [];
}

describe.each(DATABASE_KINDS)('the store on %s', (kind) => {
  let db: Database;
  let store: SqlStore;
  beforeAll(async () => {
    db = await openDatabase((await createTestDatabase(kind)).options);
    await migrate(db, [ContractThing]);
    store = new SqlStore(db);
  });
  afterAll(() => db.close());

  for (const { title, run } of storeContract(
    () => store,
    () => randomUUID(),
  ))
    it(title, run);

  const seed = async (count: number, values: (n: number) => Partial<Thing> = () => ({})) => {
    const tenantId = randomUUID();
    const rows = Array.from({ length: count }, (_, n) => thing(tenantId, n, values(n)));
    await store.commit(rows.map(insert));
    return { tenantId, rows };
  };
  const all = async (tenantId: string) =>
    (await store.find({ entity: ContractThing, tenantId, where: [], limit: 1000 })) as Thing[];

  it('updates and deletes many rows of a kind as one set', async () => {
    const { tenantId, rows } = await seed(40);
    const changed = rows
      .slice(0, 20)
      .map((row, n) =>
        update(row, { amount: 100 + n, tags: ['x,y', `t${n}`], look: { colour: '"', deep: { n } }, at: null }),
      );
    await store.commit([...changed, ...rows.slice(20, 30).map(remove)]);
    const now = await all(tenantId);
    expect(now).toHaveLength(30);
    expect(now[7]).toEqual({
      ...rows[7],
      amount: 107,
      tags: ['x,y', 't7'],
      look: { colour: '"', deep: { n: 7 } },
      at: null,
      version: 2,
    });
    expect(now[25]).toEqual(rows[35]);
  });

  it('refuses a large set for one stale row in it, with all the rest', async () => {
    const { tenantId, rows } = await seed(20);
    await store.commit([update(rows[11] as Thing, { amount: 1 })]);
    await expect(store.commit(rows.map((row) => update(row, { amount: 500 })))).rejects.toThrow(VersionConflictError);
    await expect(store.commit(rows.map(remove))).rejects.toThrow(VersionConflictError);
    expect((await all(tenantId)).filter(({ amount }) => amount === 500)).toEqual([]);
  });

  it('frees a unique key and takes it again in the same commit', async () => {
    const { tenantId, rows } = await seed(2, (n) => ({
      label: 'one at a time',
      state: n === 0 ? 'OPEN' : 'DONE',
      code: n === 1 ? 'C' : null,
    }));
    const [open, coded] = rows as [Thing, Thing];
    await store.commit([
      insert(thing(tenantId, 8, { label: 'one at a time', state: 'OPEN', code: 'C' })),
      update(open, { state: 'DONE' }),
      remove(coded),
    ]);
    expect((await all(tenantId)).map(({ state, code }) => [state, code])).toEqual([
      ['DONE', null],
      ['OPEN', 'C'],
    ]);
  });

  it('calls a row that exists already a violation of its id', async () => {
    const { rows } = await seed(1);
    await expect(store.commit([insert(rows[0] as Thing)])).rejects.toMatchObject({
      name: UniqueViolationError.name,
      key: 'id',
    });
  });

  it('never lets two commits over the same rows wait for each other', async () => {
    const { tenantId, rows } = await seed(2);
    const [a, b] = rows as [Thing, Thing];
    for (let version = 1; version <= 20; version += 1) {
      const touch = (...order: Thing[]) =>
        store.commit(order.map((row) => update({ ...row, version }, { amount: version })));
      const results = await Promise.allSettled([touch(a, b), touch(b, a), touch(a, b), touch(b, a)]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const causes = results.flatMap((result) => (result.status === 'rejected' ? causesOf(result.reason) : []));
      expect(causes.filter(({ code }) => code === '40P01')).toEqual([]);
    }
    expect((await all(tenantId)).map(({ version }) => version)).toEqual([21, 21]);
  });

  it.each(['asc', 'desc'] as const)('pages %s through an order with nulls without gap or repeat', async (direction) => {
    const { tenantId, rows } = await seed(23, (n) => ({
      at: n % 3 === 0 ? null : `2025-03-10T01:02:0${n % 4}.000Z`,
      amount: n % 2,
    }));
    const seen: Thing[] = [];
    for (let after: (string | number | null)[] | undefined; seen.length < 100;) {
      const order = [
        ['at', direction],
        ['amount', 'asc'],
      ] as const;
      const page = (await store.find({
        entity: ContractThing,
        tenantId,
        where: [],
        order,
        limit: 2,
        ...(after ? { after } : {}),
      })) as Thing[];
      const last = page.at(-1);
      if (!last) break;
      seen.push(...page);
      after = [last.at, last.amount, last.id];
    }
    expect(seen.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id));
    const instants = seen.map((row) => row.at ?? '9999');
    expect(instants).toEqual(direction === 'asc' ? instants.toSorted() : instants.toSorted().toReversed());
  });

  it('pages by due time and behind it by the newest from an index, also deep among what is not due', async () => {
    const tenantId = randomUUID();
    const minute = (n: number) => new Date(Date.parse(AT) + n * 60_000).toISOString();
    const base = { tenantId, version: 1, createdAt: AT, updatedAt: AT };
    const rows = Array.from({ length: 6000 }, (_, n) => ({
      ...base,
      id: `${tenantId}-${String(n).padStart(4, '0')}`,
      dueAt: n < 10 ? minute(10 - n) : null,
      lastAt: minute(n % 3000),
    }));
    await migrate(db, [DueThing]);
    await store.commit(rows.map((row) => ({ kind: 'insert', entity: DueThing, row })));
    await db.query('ANALYZE due_things');
    const order = [
      ['dueAt', 'asc'],
      ['lastAt', 'desc'],
    ] as const;
    const query = { entity: DueThing, tenantId, where: [], order, limit: 20 };
    const expected = rows.toSorted(
      (a, b) =>
        (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') || b.lastAt.localeCompare(a.lastAt) || a.id.localeCompare(b.id),
    );
    const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id);
    for (const place of [5, 10, 3000]) {
      const { dueAt, lastAt, id } = expected[place - 1] as (typeof rows)[number];
      const after = [dueAt, lastAt, id];
      expect(ids(await store.find({ ...query, after }))).toEqual(ids(expected.slice(place, place + 20)));
      const read: unknown[] = [];
      const explained: Pick<Database, 'query'> = {
        query: async (text, values) => {
          const { rows: lines } = await db.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
          read.push(...lines);
          return { rows: [] } as never;
        },
      };
      await new SqlStore(explained as Database).find({ ...query, after });
      const plan = JSON.stringify(read);
      expect(plan).not.toContain('Seq Scan');
      // Rows of the page, the next ones of equal time, and at most those that are due before.
      expect(Math.max(...numbersIn(plan, 'Actual Rows'), ...numbersIn(plan, 'Rows Removed by Filter'))).toBeLessThan(
        40,
      );
    }
  });

  it('takes nothing but values from a filter', async () => {
    const { tenantId } = await seed(3);
    const find = (where: object) =>
      store.find({ entity: ContractThing, tenantId, where: [where as never], limit: 1000 });
    const hostile = `x' OR 1=1; DROP TABLE contract_things; --`;
    expect(await find({ label: hostile })).toEqual([]);
    expect(await find({ label: { contains: hostile } })).toEqual([]);
    await expect(find({ [`label" = '' OR "label`]: 'x' })).rejects.toThrow('no field');
    await expect(find({ amount: { 'IS NOT NULL --': 1 } })).rejects.toThrow('Unknown condition');
    await expect(store.find({ entity: ContractThing, tenantId, where: [], limit: '1; DROP' as never })).rejects.toThrow(
      'not a limit',
    );
    await expect(
      store.find({ entity: ContractThing, tenantId, where: [], order: [['amount"; --', 'asc']], limit: 1000 }),
    ).rejects.toThrow('no field');
  });

  it('compares without case in every script', async () => {
    const { tenantId } = await seed(3, (n) => ({ label: ['ÉCLAIR Крем', 'Straße ΑΒΓ', '退货 ABC'][n] ?? '' }));
    const found = async (contains: string) =>
      (
        (await store.find({
          entity: ContractThing,
          tenantId,
          where: [{ label: { contains } }],
          limit: 1000,
        })) as Thing[]
      ).map(({ amount }) => amount);
    expect([await found('éclair'), await found('кРЕМ'), await found('αβγ'), await found('退货 abc')]).toEqual([
      [0],
      [0],
      [1],
      [2],
    ]);
  });

  it('answers far more kinds of questions than it keeps prepared', async () => {
    const { tenantId } = await seed(1);
    for (let limit = 1; limit <= 400; limit += 1)
      expect(await store.find({ entity: ContractThing, tenantId, where: [], limit })).toHaveLength(1);
    expect(
      Number((await db.query<{ n: number }>('SELECT count(*) AS n FROM pg_prepared_statements')).rows[0]?.n),
    ).toBeLessThanOrEqual(301);
  });

  it('says that it is not available when the database is closed', async () => {
    const closed = await openDatabase((await createTestDatabase(kind)).options);
    await closed.close();
    await expect(
      new SqlStore(closed).find({ entity: ContractThing, tenantId: 't', where: [], limit: 1000 }),
    ).rejects.toThrow(StoreUnavailableError);
  });
});
