/**
 * @module A new database for one test file, of either kind.
 */
import { randomUUID } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import { inject } from 'vitest';

/** Suites that must hold on both loop over these. */
export const DATABASE_KINDS = ['pglite', 'postgres'] as const;
export type DatabaseKind = (typeof DATABASE_KINDS)[number];

export interface TestDatabase {
  readonly kind: DatabaseKind;
  /** For `openDatabase`, `createDeskServer` or the command line. */
  readonly options: { readonly url: string } | { readonly dataDir: string; readonly flush: boolean };
  /** Frees it before the end of the run, which removes everything anyway. */
  remove(): Promise<void>;
}

export interface TestDatabaseOptions {
  readonly flush?: boolean;
  /** With the tables of the standard features, which take a second to make and an instant to copy. */
  readonly tables?: boolean;
}

/** Makes a database with no rows; nothing of it is shared with other test files. */
export function createTestDatabase(
  kind: DatabaseKind,
  { flush = false, tables = false }: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  return kind === 'postgres' ? createPostgres(tables) : createPglite(flush, tables);
}

/** Holds while one test file makes what all of them copy. */
const MAKING_TABLES = 4_711;
const WITH_TABLES = 'with_tables';

async function createPostgres(tables: boolean): Promise<TestDatabase> {
  const { postgresUrl } = inject('testDatabases');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(postgresUrl, async (sql) => {
    if (tables) await postgresWithTables(postgresUrl, sql);
    await sql(`CREATE DATABASE ${name}${tables ? ` TEMPLATE ${WITH_TABLES}` : ''}`);
  });
  return {
    kind: 'postgres',
    options: { url: urlOf(postgresUrl, name) },
    remove: () =>
      administer(postgresUrl, async (sql) => void (await sql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}

function urlOf(postgresUrl: string, name: string): string {
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return url.href;
}

type Sql = (text: string) => Promise<{ readonly rowCount: number | null }>;

async function administer(connectionString: string, work: (sql: Sql) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await work((text) => client.query(text));
  } finally {
    await client.end();
  }
}

/** Makes it if nobody has; the lock ends with the connection. */
async function postgresWithTables(postgresUrl: string, sql: Sql): Promise<void> {
  await sql(`SELECT pg_advisory_lock(${MAKING_TABLES})`);
  const { rowCount } = await sql(`SELECT 1 FROM pg_database WHERE datname = '${WITH_TABLES}'`);
  if (rowCount === 0) {
    const unfinished = `${WITH_TABLES}_unfinished`;
    await sql(`DROP DATABASE IF EXISTS ${unfinished}`);
    await sql(`CREATE DATABASE ${unfinished}`);
    await makeTables({ url: urlOf(postgresUrl, unfinished) });
    await sql(`ALTER DATABASE ${unfinished} RENAME TO ${WITH_TABLES}`);
  }
  await sql(`SELECT pg_advisory_unlock(${MAKING_TABLES})`);
}

async function pgliteWithTables(): Promise<string> {
  const { pgliteTemplate, folder } = inject('testDatabases');
  const made = join(folder, WITH_TABLES);
  if (existsSync(made)) return made;
  const unfinished = join(folder, randomUUID());
  await cp(pgliteTemplate, unfinished, { recursive: true, mode: constants.COPYFILE_FICLONE });
  await makeTables({ dataDir: unfinished, flush: false });
  // Another test file may have been as quick; theirs is as good.
  await rename(unfinished, made).catch((error: unknown) => {
    if (!existsSync(made)) throw error;
  });
  return made;
}

/** As a desk does that starts for the first time. */
async function makeTables(database: TestDatabase['options']): Promise<void> {
  const { createDeskServer } = await import('@shopdesk/server');
  const filesFolder = await mkdtemp(join(tmpdir(), 'shopdesk-tables-'));
  const server = await createDeskServer({
    database,
    filesFolder,
    logger: pino({ level: 'silent' }),
    assets: false,
    background: false,
    development: false,
  });
  await server.close();
  await rm(filesFolder, { recursive: true, force: true });
}

async function createPglite(flush: boolean, tables: boolean): Promise<TestDatabase> {
  const { pgliteTemplate, folder } = inject('testDatabases');
  const dataDir = join(folder, randomUUID());
  const from = tables ? await pgliteWithTables() : pgliteTemplate;
  await cp(from, dataDir, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const remove = async () => {
    for (const path of [dataDir, `${dataDir}.lock`, `${dataDir}.holder.json`])
      await rm(path, { recursive: true, force: true });
  };
  return { kind: 'pglite', options: { dataDir, flush }, remove };
}
