/**
 * @module A figure of thirty days, by day, as the desk shows it from its cells, beside its recount from every row.
 */
import { createDesk, SlaClock, standardFeatures, type Desk, type StaffActor, type SystemActor } from '@shopdesk/core';
import { testPorts } from '@shopdesk/core/testing';
import { openDatabase } from '../../packages/server/src/database/database.ts';
import { migrate } from '../../packages/server/src/store/migrate.ts';
import { SqlStore } from '../../packages/server/src/store/sql-store.ts';
import { eachDatabase, type BenchDatabase } from './databases.ts';
import { compared, inTurn, print } from './figure.ts';

const DAYS = 30;
const A_DAY = 600;
const AGENTS = 20;
const CALLS = 5;
const DAY_MS = 86_400_000;
const BEGIN = Date.parse('2025-03-01T04:00:00.000Z');

const system: SystemActor = { kind: 'system', tenantId: 'bench', name: 'bench' };
const reader: StaffActor = {
  kind: 'staff',
  tenantId: 'bench',
  userId: 'lead',
  name: 'Bench',
  agentNo: 'B1',
  roles: ['SV'],
  permissions: new Set(['kpi.read']),
};

/** A round that was answered, with what its commit has written on it. */
function round(storeId: string, day: number, n: number) {
  const startedAt = new Date(BEGIN + day * DAY_MS + n * 30_000).toISOString();
  const ms = 1000 * ((n * 37) % 400);
  return {
    id: `round-${day}-${n}`,
    tenantId: 'bench',
    version: 1,
    createdAt: startedAt,
    updatedAt: startedAt,
    storeId,
    conversationId: `talk-${day}-${n}`,
    target: 'FIRST_REPLY',
    state: ms <= 180_000 ? 'MET' : 'MISSED',
    policy: null,
    agentId: `agent-${n % AGENTS}`,
    startedAt,
    queuedAt: startedAt,
    assignedAt: null,
    takenOver: false,
    aimAt: null,
    lateAt: null,
    warnAt: null,
    dueAt: null,
    escalateAt: null,
    warnedAt: null,
    breachedAt: null,
    stoppedAt: new Date(Date.parse(startedAt) + ms).toISOString(),
    customerMessages: 0,
    agentMessages: 0,
    day: new Date(BEGIN + day * DAY_MS).toISOString().slice(0, 10),
    minute: 720,
    channel: 'WEB_CHAT',
    intent: 'PRODUCT',
    voided: false,
    inService: true,
    waitedMs: ms,
    ownMs: ms,
    ownFirstMs: ms,
    sameDay: true,
    silentSeconds: 0,
  };
}

async function measure({ kind, options }: BenchDatabase): Promise<void> {
  const database = await openDatabase(options);
  let ids = 0;
  const desk = createDesk({
    features: standardFeatures,
    store: new SqlStore(database),
    clock: () => new Date(BEGIN + DAYS * DAY_MS),
    newId: () => `id-${(ids += 1)}`,
    ports: testPorts(),
  }) as unknown as Desk;
  await migrate(database, desk.entities);
  await desk.perform(system, 'createTenant', { name: 'Bench', slug: 'bench' } as never);
  const made = (await desk.perform(system, 'createStore', { name: 'S1', key: 'store-1' } as never)) as unknown;
  const { id: storeId } = made as { readonly id: string };
  const entity = desk.entities.find(({ name }) => name === SlaClock.name) ?? SlaClock;
  const store = new SqlStore(database);
  for (let day = 0; day < DAYS; day += 1)
    await store.commit(
      Array.from({ length: A_DAY }, (_, n) => ({ kind: 'insert' as const, entity, row: round(storeId, day, n) })),
    );
  const days = Array.from({ length: DAYS }, (_, day) => new Date(BEGIN + day * DAY_MS).toISOString().slice(0, 10));
  for (const day of days) await desk.perform(system, 'recountDay', { metric: 'K_05', storeId, day } as never);
  await database.exec('ANALYZE');
  const asked = { metrics: ['K_05'], from: days[0], to: days.at(-1), by: ['DAY'] };
  const ask = async (more: object) => {
    const start = performance.now();
    const { figures } = (await desk.show(reader, 'figures', { ...asked, ...more })) as unknown as {
      readonly figures: readonly { readonly n: number }[];
    };
    if (figures[0]?.n !== DAYS * A_DAY) throw new Error(`${figures[0]?.n} rows instead of ${DAYS * A_DAY}`);
    return performance.now() - start;
  };
  // With the last minute of the last day asked for, cells do not say it and every row is read.
  const times = await inTurn(
    CALLS,
    () => ask({}),
    () => ask({ toMinute: 1440 }),
  );
  print(
    compared({
      name: 'metrics.30-days',
      database: kind,
      value: times.ours,
      baseline: times.baseline,
      unit: 'ms',
      goal: 'far below its recount',
      note: `${DAYS * A_DAY} rows of ${AGENTS} people`,
    }),
  );
  await database.close();
}

await eachDatabase(measure);
