/**
 * @module A database that is filled by itself, row by row of SQL, with a desk on it, for figures of large lists.
 */
import { createDesk, standardFeatures, type Desk } from '@shopdesk/core';
import { testPorts } from '@shopdesk/core/testing';
import type { Database } from '../../packages/server/src/database/database.ts';
import { SqlStore } from '../../packages/server/src/store/sql-store.ts';
import { percentile } from './figure.ts';

const CALLS = 200;

export function newDesk(db: Database): Desk {
  let ids = 0;
  return createDesk({
    features: standardFeatures,
    store: new SqlStore(db),
    clock: () => new Date(),
    newId: () => `id-${(ids += 1)}`,
    ports: testPorts(),
  }) as unknown as Desk;
}

/** What fills a column that this bench has nothing to say about and that may not be null. */
const FILLERS: Readonly<Record<string, string>> = {
  boolean: 'false',
  integer: '0',
  bigint: '0',
  'double precision': '0',
  text: `''`,
  jsonb: `'[]'`,
  ARRAY: `'{}'`,
  'timestamp with time zone': 't',
};

export interface Sql {
  rows(sql: string): Promise<readonly Record<string, unknown>[]>;
}

/**
 * Inserts one row for each row of `from`: what `values` says of a column, else a filler where the table wants a value.
 */
export async function insertRows(sql: Sql, table: string, values: Readonly<Record<string, string>>, from: string) {
  const columns = await sql.rows(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = '${table}' AND is_nullable = 'NO'`,
  );
  const all = new Map(columns.map(({ name, type }) => [String(name), FILLERS[String(type)] ?? 'NULL']));
  for (const [name, value] of Object.entries(values)) all.set(name, value);
  await sql.rows(
    `INSERT INTO ${table} (${[...all.keys()].join(', ')}) SELECT ${[...all.values()].join(', ')} FROM ${from}`,
  );
}

/** Median milliseconds of a page of fifty, over many calls. */
export async function timed(work: () => Promise<unknown[]>): Promise<number> {
  const times: number[] = [];
  for (let call = 0; call < CALLS; call += 1) {
    const at = performance.now();
    const rows = await work();
    times.push(performance.now() - at);
    if (rows.length !== 50) throw new Error(`A page of ${rows.length}`);
  }
  return percentile(times, 50);
}
