/**
 * @module An empty database for one test file, of either kind.
 */
import { cp, rm } from 'node:fs/promises';
import { constants } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
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

/** Makes an empty database; nothing of it is shared with other test files. */
export function createTestDatabase(
  kind: DatabaseKind,
  { flush = false }: { flush?: boolean } = {},
): Promise<TestDatabase> {
  return kind === 'postgres' ? createPostgres() : createPglite(flush);
}

async function createPostgres(): Promise<TestDatabase> {
  const { postgresUrl } = inject('testDatabases');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(postgresUrl, `CREATE DATABASE ${name}`);
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return {
    kind: 'postgres',
    options: { url: url.href },
    remove: () => administer(postgresUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function administer(connectionString: string, sql: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function createPglite(flush: boolean): Promise<TestDatabase> {
  const { pgliteTemplate, folder } = inject('testDatabases');
  const dataDir = join(folder, randomUUID());
  await cp(pgliteTemplate, dataDir, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const remove = async () => {
    for (const path of [dataDir, `${dataDir}.lock`, `${dataDir}.holder.json`])
      await rm(path, { recursive: true, force: true });
  };
  return { kind: 'pglite', options: { dataDir, flush }, remove };
}
