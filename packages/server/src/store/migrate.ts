/**
 * @module Migrations go forward only, in one transaction under a lock: the explicit ones in order, then what the
 * definitions add by themselves. Several processes may start at once; one migrates and the others find it done.
 */
import { ConfigError, type Entity } from '@shopdesk/core';
import type { Database, Queryable } from '../database/database.ts';
import { REQUIRE_ROWS } from './commit.ts';
import { literal } from './table.ts';
import { planSchema } from './schema.ts';

/** A change that the definitions cannot say: a renamed field, a new type, a back-fill. */
export interface Migration {
  /** Sorts by time and is never used again: `2026-11-22-rename-nick`. */
  readonly id: string;
  /** SQL statements, in order. They meet the schema of the version before. */
  readonly statements: readonly string[];
}

export interface MigrateOptions {
  readonly migrations?: readonly Migration[];
  /** Finds out what would be done, does it, and takes it back. */
  readonly dryRun?: boolean;
}

export interface MigrationReport {
  /** Explicit migrations that were applied. */
  readonly applied: readonly string[];
  /** Every statement that was executed. */
  readonly statements: readonly string[];
}

/** Any number will do; it is the lock's name among the advisory locks of the database. */
const LOCK = 7_239_411;

const HISTORY = `CREATE TABLE IF NOT EXISTS desk_migrations (
  id text COLLATE "C" PRIMARY KEY, applied_at timestamptz(3) NOT NULL DEFAULT now(), statements text[] NOT NULL)`;

class TakeBack extends Error {}

/**
 * Brings the database to the present definitions.
 * @throws ConfigError naming everything that only a migration can solve.
 */
export async function migrate(
  db: Database,
  entities: readonly Entity[],
  { migrations = [], dryRun = false }: MigrateOptions = {},
): Promise<MigrationReport> {
  const report = { applied: [] as string[], statements: [] as string[] };
  const work = db.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(${LOCK})`, [], UNHURRIED);
    const run = async (statement: string) => {
      await tx.query(statement, [], UNHURRIED);
      report.statements.push(statement);
    };
    await migrateIn({ tx, run, report, entities, migrations });
    if (dryRun) throw new TakeBack();
  });
  await work.catch((error: unknown) => {
    if (!(error instanceof TakeBack)) throw error;
  });
  return report;
}

/** An index over a large table takes its time. */
const UNHURRIED = { timeoutMs: 0 };

interface Run {
  readonly tx: Queryable;
  readonly run: (statement: string) => Promise<void>;
  readonly report: { applied: string[]; statements: string[] };
  readonly entities: readonly Entity[];
  readonly migrations: readonly Migration[];
}

async function migrateIn({ tx, run, report, entities, migrations }: Run): Promise<void> {
  const isNew = !(await exists(tx, 'desk_migrations'));
  if (isNew) await run(HISTORY);
  if (!(await hasFunction(tx))) await run(REQUIRE_ROWS);
  const done = new Set((await tx.query<{ id: string }>('SELECT id FROM desk_migrations')).rows.map(({ id }) => id));
  for (const { id, statements } of migrations.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (done.has(id)) continue;
    // A new database is made in its present shape; there is nothing to migrate, now or later.
    if (!isNew) {
      for (const statement of statements) await run(statement);
      report.applied.push(id);
    }
    await record(tx, id, isNew ? [] : statements);
  }
  const { statements, problems } = await planSchema(tx, entities);
  if (problems.length > 0) throw new ConfigError(problems);
  for (const statement of statements) await run(statement);
  if (statements.length > 0) await record(tx, await nextSchemaId(tx), statements);
}

async function record(tx: Queryable, id: string, statements: readonly string[]): Promise<void> {
  await tx.query('INSERT INTO desk_migrations (id, statements) VALUES ($1, $2)', [id, statements]);
}

async function nextSchemaId(tx: Queryable): Promise<string> {
  const { rows } = await tx.query<{ n: number }>(
    `SELECT count(*) + 1 AS n FROM desk_migrations WHERE id LIKE 'schema-%'`,
  );
  return `schema-${String(rows[0]?.n ?? 1).padStart(4, '0')}`;
}

async function exists(tx: Queryable, table: string): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(`SELECT to_regclass(${literal(table)}) IS NOT NULL AS found`);
  return rows[0]?.found ?? false;
}

async function hasFunction(tx: Queryable): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    `SELECT to_regprocedure('desk_require_rows(bigint, bigint)') IS NOT NULL AS found`,
  );
  return rows[0]?.found ?? false;
}
