/**
 * @module Databases that older desks have written open with nothing lost. Each folder beside this file is one of them,
 * written by `write.ts` before the tables changed.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import {
  endedStates,
  MetricCell,
  Notice,
  Placed,
  SlaClock,
  Team,
  Tenant,
  WorkItem,
  type BaseRow,
  type Desk,
  type Entity,
} from '@shopdesk/core';
import { createTestDatabase } from 'shopdesk-test/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../packages/server/src/audit/verify.ts';
import { takeBackup } from '../../packages/server/src/backup/backup.ts';
import { places, readLines } from '../../packages/server/src/backup/format.ts';
import { restoreBackup } from '../../packages/server/src/backup/restore.ts';
import { openDatabase, type Database } from '../../packages/server/src/database/database.ts';
import { openRuntime, type Runtime } from '../../packages/server/src/runtime.ts';
import { migrate } from '../../packages/server/src/store/migrate.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const versions = (await readdir(here, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const cleanUp: (() => Promise<void>)[] = [];
let scratch = '';

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'shopdesk-kept-'));
});

afterAll(async () => {
  for (const clean of cleanUp) await clean();
  await rm(scratch, { recursive: true, force: true });
});

async function unpack(archive: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const input = brotliDecompressSync(await readFile(archive));
  execFileSync('tar', ['-xf', '-', '-C', folder, '--no-same-owner'], { input, maxBuffer: 1 << 29 });
  return folder;
}

type Rows = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

async function rowsOf(file: string): Promise<Rows> {
  const rows = new Map<string, Record<string, unknown>>();
  for await (const line of readLines(file)) rows.set((line as { id: string }).id, line as Record<string, unknown>);
  return rows;
}

async function tablesOf(backup: string): Promise<ReadonlyMap<string, Rows>> {
  const { tables } = JSON.parse(await readFile(places(backup).manifest, 'utf8')) as { tables: Record<string, number> };
  const found = new Map<string, Rows>();
  for (const name of Object.keys(tables)) found.set(name, await rowsOf(places(backup).table(name)));
  return found;
}

/** Tables whose rows get what this version derives, and so a later version of the row. */
const MOVED: readonly string[] = ['AfterSalesCase', 'Rating', 'SlaClock', 'TransferAttempt', 'User'];

/** Everything that stood in the old backup stands in the runtime's database, value by value. */
async function expectNothingLost(runtime: Runtime, before: ReadonlyMap<string, Rows>): Promise<void> {
  const { database, desk, blobs } = runtime;
  const folder = join(await mkdtemp(join(scratch, 'after-')), 'backup');
  await takeBackup({ database: database as Database, entities: desk.entities, blobs, folder, now: new Date() });
  const after = await tablesOf(folder);
  for (const [table, rows] of before) {
    const now = after.get(table);
    for (const [id, { version, updatedAt, ...row }] of rows) {
      const kept = MOVED.includes(table) ? row : { ...row, version, updatedAt };
      expect(now?.get(id), `${table} ${id}`).toMatchObject(kept);
      expect(Number(now?.get(id)?.['version'])).toBeGreaterThanOrEqual(Number(version));
    }
  }
}

/** What is open of an older desk is found among all work; ends are not. */
async function expectIndexed({ desk }: Runtime): Promise<string[]> {
  const anybody = { kind: 'system', tenantId: '', name: 'test' } as const;
  const found: string[] = [];
  for (const { id: tenantId } of await desk.read(anybody).lookupAll(Tenant, {}, 100)) {
    const read = desk.read({ ...anybody, tenantId });
    const items = new Map((await read.all(WorkItem, {})).map((item) => [item.id, item]));
    for (const kind of desk.entities.filter(({ work }) => work))
      for (const row of (await read.all(kind, {})) as (BaseRow & { readonly state: string })[]) {
        const open = !endedStates(kind).includes(row.state);
        expect(items.get(row.id)?.open ?? false, `${kind.name} ${row.id} ${row.state}`).toBe(open);
        if (open) found.push(kind.name);
      }
  }
  return found;
}

/** The codes of teams that an older desk read from a person: by role, and by skill. */
const CODE_OF_ROLE = { PA: 'PRE_SALE', AA: 'AFTER_SALE', CO: 'COMPLAINT', TS: 'TECH', SM: 'SOCIAL' } as const;
const CODES: readonly string[] = Object.values(CODE_OF_ROLE);

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Every code that rows of an older desk name is a team now, with as many people as had it. */
async function expectTeams({ desk }: Runtime, before: ReadonlyMap<string, Rows>): Promise<number> {
  const rowsIn = (table: string) => [...(before.get(table)?.values() ?? [])];
  const anybody = { kind: 'system', tenantId: '', name: 'test' } as const;
  let counted = 0;
  for (const { id: tenantId } of await desk.read(anybody).lookupAll(Tenant, {}, 100)) {
    const read = desk.read({ ...anybody, tenantId });
    const own = (table: string) => rowsIn(table).filter((row) => row['tenantId'] === tenantId);
    const named = [...own('Transfer').map((row) => row['toTeam']), ...own('QueueEntry').map((row) => row['team'])];
    for (const code of [...CODES, ...named.filter((one) => one).map(String)])
      expect(await read.maybe(Team, code), `${tenantId} ${code}`).toBeDefined();
    for (const code of CODES) {
      const had = own('User').filter(
        (row) =>
          textsIn(row['roles']).some((role) => CODE_OF_ROLE[role as keyof typeof CODE_OF_ROLE] === code) ||
          textsIn(row['skills']).some(
            (skill) =>
              skill
                .trim()
                .toUpperCase()
                .replaceAll(/[\s-]+/g, '_') === code,
          ),
      );
      const have = await read.all(Placed, { where: { teams: { has: code } } });
      expect(have.map(({ id }) => id).toSorted(), code).toEqual(had.map((row) => String(row['id'])).toSorted());
      counted += had.length;
    }
  }
  return counted;
}

/** Alerts of an older desk are notices, one for one, and say the same. */
async function expectAlertsMoved({ desk }: Runtime, before: ReadonlyMap<string, Rows>): Promise<void> {
  const alerts = [...(before.get('StaffAlert') ?? [])];
  expect(alerts.length).toBeGreaterThan(0);
  const tenants = new Set(alerts.map(([, row]) => row['tenantId'] as string));
  const moved: BaseRow[] = [];
  for (const tenantId of tenants) {
    // The tenant that `write.ts` made up is none that the start knows.
    const actor = { kind: 'system', tenantId, name: 'test' } as const;
    await desk.perform(actor, 'moveStaffAlerts', {});
    const read = desk.read(actor);
    moved.push(
      ...(await read.find(Notice, { where: { key: { in: alerts.map(([id]) => `alert:${id}`) } }, limit: 1000 })),
    );
  }
  expect(moved).toHaveLength(alerts.length);
}

/**
 * The past of an older desk is counted in the background, a slice at a time; one that is begun anew in the middle, as
 * after a kill, counts nothing twice.
 */
async function expectCounted(runtime: Runtime): Promise<void> {
  const desk = runtime.desk as unknown as Desk;
  const anybody = { kind: 'system', tenantId: '', name: 'test' } as const;
  let rounds = 0;
  for (const { id: tenantId } of await desk.read(anybody).lookupAll(Tenant, {}, 100)) {
    const actor = { ...anybody, tenantId };
    const filling = async () => ((await desk.show(actor, 'figureList', {})) as { filling: string[] }).filling.length;
    for (let slices = 0; slices < 200 && (await filling()) > 0; slices += 1)
      await desk.perform(actor, 'fillFigures', {} as never);
    expect(await filling()).toBe(0);
    type Round = BaseRow & { readonly day: string | null; readonly storeId: string };
    const clocks = (await desk.read(actor).all(SlaClock as Entity, {})) as Round[];
    expect(clocks.filter(({ day }) => day === null)).toEqual([]);
    for (const { storeId, day } of clocks)
      expect(await desk.show(actor, 'figureDrift', { storeId, day })).toMatchObject({ wrong: [] });
    const cells = await desk.read(actor).all(MetricCell, { where: { formula: 'CONVERSATIONS@1', seen: 'DESK' } });
    rounds += cells.reduce((sum, { n }) => sum + n, 0);
  }
  expect(rounds).toBeGreaterThan(0);
}

/** What `shopdesk doctor` asks of a database. */
async function expectHealthy({ database, desk }: Runtime): Promise<void> {
  const { statements } = await migrate(database as Database, desk.entities, { dryRun: true });
  expect(statements, 'nothing is left to migrate').toEqual([]);
  const broken = (await verifyAudit(database as Database)).flatMap(({ tenantId, broken: link }) =>
    link ? [{ tenantId, ...link }] : [],
  );
  // The tenant that `write.ts` made up was founded by no action: nothing stands in its trail until a server has
  // started on it, which installs its forms.
  const unfounded = { tenantId: 'kept-Tenant', chainSeq: 1, id: undefined, cause: 'removed' };
  expect([[], [unfounded]]).toContainEqual(broken);
}

async function open(options: Parameters<typeof openRuntime>[0]): Promise<Runtime> {
  const runtime = await openRuntime({ ...options, filesFolder: await mkdtemp(join(scratch, 'files-')) });
  cleanUp.unshift(() => runtime.close());
  return runtime;
}

async function emptyPostgres(): Promise<{ readonly url: string }> {
  const { options, remove } = await createTestDatabase('postgres');
  cleanUp.push(remove);
  return options as { readonly url: string };
}

describe.each(versions)('a database kept from %s', (version) => {
  const archive = (name: string) => join(here, version, name);
  let backup = '';
  let before: ReadonlyMap<string, Rows> = new Map();

  beforeAll(async () => {
    backup = await unpack(archive('backup.tar.br'), join(scratch, `${version}-backup`));
    before = await tablesOf(backup);
  });

  it('had rows of every kind', () => {
    expect([...before].filter(([, rows]) => rows.size === 0).map(([name]) => name)).toEqual([]);
  });

  it('opens as the folder of the embedded database with nothing lost', async () => {
    const dataDir = await unpack(archive('embedded.tar.br'), join(scratch, `${version}-embedded`));
    const runtime = await open({ database: { dataDir, flush: false } });
    expect(await expectIndexed(runtime)).toContain('AfterSalesCase');
    await expectNothingLost(runtime, before);
    await expectAlertsMoved(runtime, before);
    await expectHealthy(runtime);
    expect(await expectTeams(runtime, before), 'people of teams').toBeGreaterThan(0);
  });

  it('opens as a dump of PostgreSQL with nothing lost', async () => {
    const place = await emptyPostgres();
    const empty = await openDatabase(place);
    await empty.exec(gunzipSync(await readFile(archive('postgres.sql.gz'))).toString());
    await empty.close();
    const runtime = await open({ database: place });
    await expectNothingLost(runtime, before);
    await expectCounted(runtime);
    await expectHealthy(runtime);
  });

  it('is restored from its backup with nothing lost', async () => {
    const runtime = await open({ database: await emptyPostgres() });
    const { database, desk, blobs } = runtime;
    await restoreBackup({ database: database as Database, entities: desk.entities, blobs, folder: backup });
    await expectNothingLost(runtime, before);
    await expectHealthy(runtime);
  });
});
