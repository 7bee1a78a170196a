/**
 * @module The two databases of a benchmark: a PostgreSQL of its own with fsync on, and an embedded one that flushes.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../support/postgres.ts';

export interface BenchDatabase {
  readonly kind: 'pglite' | 'postgres';
  readonly options: { readonly url: string } | { readonly dataDir: string };
}

/** Runs `measure` on PostgreSQL and on the embedded database, each empty; `--database=…` picks one. */
export async function eachDatabase(measure: (database: BenchDatabase) => Promise<void>): Promise<void> {
  const only = process.argv.find((argument) => argument.startsWith('--database='))?.slice('--database='.length);
  if (only !== 'pglite') await onPostgres(measure);
  if (only !== 'postgres') await onPglite(measure);
}

async function onPostgres(measure: (database: BenchDatabase) => Promise<void>): Promise<void> {
  const server = await startPostgres({ fsync: true });
  try {
    await measure({ kind: 'postgres', options: { url: server.url } });
  } finally {
    await server.stop();
  }
}

async function onPglite(measure: (database: BenchDatabase) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'shopdesk-bench-'));
  try {
    await measure({ kind: 'pglite', options: { dataDir: join(folder, 'db') } });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
