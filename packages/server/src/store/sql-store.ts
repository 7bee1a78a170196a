/**
 * @module The store port on SQL, the same on PGlite and PostgreSQL.
 */
import { createHash } from 'node:crypto';
import {
  StoreUnavailableError,
  UniqueViolationError,
  VersionConflictError,
  type BaseRow,
  type DeskStore,
  type Query,
  type Write,
} from '@shopdesk/core';
import {
  DatabaseUnavailableError,
  UniqueConstraintError,
  WriteConflictError,
  type Database,
  type QueryResult,
} from '../database/database.ts';
import { commitStatement, type Statement } from './commit.ts';
import { afterSql, keysOf, orderSql, Parameters, whereSql } from './condition.ts';
import { tableOf } from './table.ts';

/** Every prepared statement costs memory in each of the server's connections. */
const MAX_PREPARED = 300;
const DEFAULT_LIMIT = 100;
const DEFAULT_COUNT_LIMIT = 1000;

export class SqlStore implements DeskStore {
  readonly #database: Database;
  readonly #names = new Map<string, string>();

  constructor(database: Database) {
    this.#database = database;
  }

  async find({ entity, tenantId, where, order = [], after, limit = DEFAULT_LIMIT }: Query): Promise<BaseRow[]> {
    const table = tableOf(entity);
    const parameters = new Parameters();
    const keys = keysOf(table, order);
    const condition = whereSql(table, { where, ...(tenantId === undefined ? {} : { tenantId }) }, parameters);
    const behind = after ? ` AND ${afterSql(keys, after, parameters)}` : '';
    // The limit is part of the text: with a parameter the planner would prepare for a tenth of the table.
    const text = `SELECT ${table.selected} FROM ${table.sql} WHERE ${condition}${behind} ORDER BY ${orderSql(keys)} LIMIT ${whole(limit)}`;
    return (await this.#run<BaseRow>({ text, values: parameters.values })).rows;
  }

  async count({ entity, tenantId, where, limit = DEFAULT_COUNT_LIMIT }: Query): Promise<number> {
    const table = tableOf(entity);
    const parameters = new Parameters();
    const condition = whereSql(table, { where, ...(tenantId === undefined ? {} : { tenantId }) }, parameters);
    const text = `SELECT count(*) AS n FROM (SELECT 1 FROM ${table.sql} WHERE ${condition} LIMIT ${whole(limit)}) AS matching`;
    return (await this.#run<{ n: number }>({ text, values: parameters.values })).rows[0]?.n ?? 0;
  }

  async commit(writes: readonly Write[]): Promise<void> {
    if (writes.length === 0) return;
    try {
      await this.#run(commitStatement(writes));
    } catch (error) {
      throw error instanceof UniqueConstraintError
        ? new UniqueViolationError(keyOf(writes, error.constraint), { cause: error })
        : error;
    }
  }

  async #run<R>({ text, values }: Statement): Promise<QueryResult<R>> {
    try {
      return await this.#database.query<R>(text, values, this.#prepared(text));
    } catch (error) {
      if (error instanceof WriteConflictError) throw new VersionConflictError({ cause: error });
      if (error instanceof DatabaseUnavailableError) throw new StoreUnavailableError({ cause: error });
      throw error;
    }
  }

  #prepared(text: string): { name: string } | undefined {
    const known = this.#names.get(text);
    if (known) return { name: known };
    if (this.#names.size >= MAX_PREPARED) return undefined;
    const name = `store_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
    this.#names.set(text, name);
    return { name };
  }
}

function whole(limit: number): number {
  if (!Number.isSafeInteger(limit) || limit < 0) throw new TypeError(`${limit} is not a limit.`);
  return limit;
}

function keyOf(writes: readonly Write[], constraint: string): string {
  for (const { entity } of writes) {
    const key = tableOf(entity).keyOfIndex.get(constraint);
    if (key) return key;
  }
  return constraint;
}
