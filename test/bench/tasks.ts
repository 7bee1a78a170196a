/**
 * @module A page of the tasks out of 100,000, as the desk gives it to a member of staff (rights, mapping), beside the
 * bare SQL for the same rows.
 */
import { FollowUpTask, type Desk, type Filter, type StaffActor } from '@shopdesk/core';
import { openDatabase, type Database } from '../../packages/server/src/database/database.ts';
import { migrate } from '../../packages/server/src/store/migrate.ts';
import { eachDatabase, type BenchDatabase } from './databases.ts';
import { compared, inTurn, print } from './figure.ts';
import { insertRows, newDesk, timed } from './filled.ts';

const TASKS = 100_000;
const STORES = ['store-a', 'store-b'] as const;
const OPEN = ['SCHEDULED', 'DUE', 'IN_PROGRESS', 'SNOOZED'] as const;

const agent: StaffActor = {
  kind: 'staff',
  tenantId: 'bench',
  userId: 'agent-7',
  name: 'Bench',
  agentNo: 'B7',
  roles: ['PA'],
  permissions: new Set(['task.read']),
  storeIds: STORES,
};

interface Page {
  readonly name: string;
  readonly where: Filter;
  readonly order: 'doneBy' | 'createdAt';
  readonly sql: string;
}

const IS_OPEN = `state IN (${OPEN.map((state) => `'${state}'`).join(', ')})`;
const PAGES: readonly Page[] = [
  {
    name: 'mine, the first due first',
    where: { ownerId: 'agent-7', state: { in: OPEN } },
    order: 'doneBy',
    sql: `owner_id = 'agent-7' AND ${IS_OPEN}`,
  },
  {
    name: 'overdue in a store',
    where: { storeId: 'store-a', overdue: true },
    order: 'doneBy',
    sql: `store_id = 'store-a' AND overdue`,
  },
  { name: 'all, the newest first', where: {}, order: 'createdAt', sql: 'TRUE' },
];

/** Half of them are done; of the open ones each tenth is late. */
async function fill(db: Database): Promise<void> {
  const at = `timestamptz '2025-01-01' + n * interval '13 seconds'`;
  await insertRows(
    { rows: async (text) => (await db.query(text)).rows as Record<string, unknown>[] },
    'follow_up_tasks',
    {
      id: `'task-' || lpad(n::text, 8, '0')`,
      tenant_id: `'bench'`,
      version: '1',
      created_at: 't',
      updated_at: 't',
      store_id: `CASE WHEN n % 2 = 0 THEN 'store-a' ELSE 'store-b' END`,
      number: `'T-' || n`,
      kind: `'PROMISE'`,
      priority: `'NORMAL'`,
      state: `(ARRAY['DONE','DUE','DONE','SCHEDULED','CANCELLED','SNOOZED','DONE','IN_PROGRESS','DONE','DUE'])[1 + n % 10]`,
      owner_id: `'agent-' || n % 20`,
      start_at: 't',
      done_by: `t + interval '1 hour'`,
      first_done_by: `t + interval '1 hour'`,
      late_at: `t + interval '2 hours'`,
      overdue: 'n % 20 = 6',
    },
    `(SELECT n, ${at} AS t FROM generate_series(1, ${TASKS}) n) rows`,
  );
  await db.query('ANALYZE follow_up_tasks');
}

async function pageFigure(db: Database, desk: Desk, { name, where, order, sql }: Page): Promise<void> {
  const down = order === 'createdAt';
  const ours = () =>
    timed(() => desk.read(agent).find(FollowUpTask, { where, order: [[order, down ? 'desc' : 'asc']], limit: 50 }));
  const column = down ? 'created_at' : 'done_by';
  const way = down ? 'DESC' : 'ASC';
  const text = `SELECT * FROM follow_up_tasks WHERE tenant_id = 'bench' AND store_id IN ('store-a', 'store-b') AND ${sql} ORDER BY ${column} ${way}, id ${way} LIMIT 50`;
  const bare = () => timed(async () => (await db.query(text, [], { name: `bench ${name}` })).rows);
  const { ours: value, baseline } = await inTurn(3, ours, bare);
  print(
    compared({
      name: `page of 50 tasks of 100,000, ${name}, p50`,
      database: db.kind,
      value,
      unit: 'ms',
      baseline,
      goal: '≤ 1.5 × bare SQL',
    }),
  );
}

async function measure({ options }: BenchDatabase): Promise<void> {
  const db = await openDatabase(options);
  try {
    const desk = newDesk(db);
    await migrate(db, desk.entities);
    await fill(db);
    for (const page of PAGES) await pageFigure(db, desk, page);
  } finally {
    await db.close();
  }
}

if (import.meta.main) await eachDatabase(measure);
