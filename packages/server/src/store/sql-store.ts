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
  type Question,
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
import { instantFromText } from '../database/value.ts';
import { quote } from './column.ts';
import { columnNamed } from './columns.ts';
import { tableOf, type Table } from './table.ts';

/** Every prepared statement costs memory in each of the server's connections. */
const MAX_PREPARED = 300;
/** Questions of one statement; with more its plan costs more than the way to the database. */
const MOST_AT_ONCE = 12;

export class SqlStore implements DeskStore {
  readonly checks = true;
  readonly #database: Database;
  readonly #names = new Map<string, string>();

  constructor(database: Database) {
    this.#database = database;
  }

  async find(query: Query): Promise<BaseRow[]> {
    const parameters = new Parameters();
    const text = selectSql(query, parameters);
    return (await this.#run<BaseRow>({ text, values: parameters.values })).rows;
  }

  /** Each question is a column of the one row that comes back, with its rows as JSON. */
  async answer(questions: readonly Question[]): Promise<(BaseRow[] | number)[]> {
    const found: (BaseRow[] | number)[] = [];
    for (let at = 0; at < questions.length; at += MOST_AT_ONCE) {
      const asked = questions.slice(at, at + MOST_AT_ONCE);
      const parameters = new Parameters();
      const columns = asked.map((question, n) => `(${columnSql(question, parameters)}) AS "${n}"`);
      const statement = { text: `SELECT ${columns.join(', ')}`, values: parameters.values };
      const [row = {}] = (await this.#run<Record<number, JsonRow[] | number | null>>(statement)).rows;
      found.push(...asked.map(({ entity }, n) => answerOf(tableOf(entity), row[n] ?? [])));
    }
    return found;
  }

  async count(query: Query): Promise<number> {
    const parameters = new Parameters();
    const text = countSql(query, parameters);
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

const columnSql = (question: Question, parameters: Parameters): string =>
  question.kind === 'count'
    ? countSql(question, parameters)
    : `SELECT json_agg(r) FROM (${selectSql(question, parameters)}) r`;

const answerOf = (table: Table, answer: JsonRow[] | number): BaseRow[] | number =>
  typeof answer === 'number' ? answer : answer.map((row) => rowFromJson(table, row));

/** As JSON, all values are what they are, but instants are written in another way. */
type JsonRow = Record<string, unknown>;

function rowFromJson({ instants }: Table, row: JsonRow): BaseRow {
  for (const field of instants) {
    const value = row[field];
    if (typeof value === 'string') row[field] = instantFromText(value.replace('T', ' ').replace(/:00$/, ''));
  }
  return row as unknown as BaseRow;
}

function selectSql({ entity, tenantId, where, order = [], after, limit, each }: Query, parameters: Parameters): string {
  const table = tableOf(entity);
  const keys = keysOf(table, order);
  const condition = whereSql(table, { where, ...(tenantId === undefined ? {} : { tenantId }) }, parameters);
  const behind = after ? ` AND ${afterSql(keys, after, parameters)}` : '';
  // The limit is part of the text: with a parameter the planner would prepare for a tenth of the table.
  const rows = (more: string) =>
    `SELECT ${table.selected} FROM ${table.sql} WHERE ${condition}${behind}${more} ` +
    `ORDER BY ${orderSql(keys)} LIMIT ${whole(limit)}`;
  if (!each) return rows('');
  // A loop over the values, each of which reads from an index no more than it is asked for.
  const column = quote(columnNamed(table, each.field).name);
  const found = rows(` AND ${column} = wanted.value`);
  const wanted = `unnest(${parameters.add(each.of)}::text[]) AS wanted (value)`;
  return `SELECT found.* FROM ${wanted} CROSS JOIN LATERAL (${found}) AS found`;
}

function countSql({ entity, tenantId, where, limit }: Query, parameters: Parameters): string {
  const table = tableOf(entity);
  const condition = whereSql(table, { where, ...(tenantId === undefined ? {} : { tenantId }) }, parameters);
  return `SELECT count(*) AS n FROM (SELECT 1 FROM ${table.sql} WHERE ${condition} LIMIT ${whole(limit)}) AS matching`;
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
