/**
 * @module Brings the tables to what the entities say. Only what loses nothing is done by itself – new tables, columns
 * and indexes, and loosened constraints; anything else is a problem that an explicit migration must solve.
 */
import type { Entity } from '@shopdesk/core';
import type { Queryable } from '../database/database.ts';
import { collated, quote, toColumn, type Column, type ColumnType } from './column.ts';
import { literal, tableOf, type Table } from './table.ts';

export interface SchemaPlan {
  readonly statements: string[];
  /** What stands in the way; nothing may be executed then. */
  readonly problems: string[];
}

interface StoredColumn {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly hasDefault: boolean;
}

interface StoredTable {
  readonly columns: ReadonlyMap<string, StoredColumn>;
  readonly indexes: readonly string[];
  /** The name of the primary key, and its columns as they are written in a definition. */
  readonly key: { readonly name: string; readonly columns: string } | undefined;
}

/** Compares the definitions with what is stored. */
export async function planSchema(db: Queryable, entities: readonly Entity[]): Promise<SchemaPlan> {
  const plan: SchemaPlan = { statements: [], problems: clashes(entities) };
  const stored = await storedTables(
    db,
    entities.map((entity) => tableOf(entity).name),
  );
  for (const entity of entities) {
    const table = tableOf(entity);
    const existing = stored.get(table.name);
    if (existing) await planChange(db, { plan, table, existing });
    else plan.statements.push(createTable(table), ...table.indexes.map((index) => createIndex(table, index)));
  }
  return plan;
}

function clashes(entities: readonly Entity[]): string[] {
  const byTable = Map.groupBy(entities, (entity) => tableOf(entity).name);
  return [...byTable]
    .filter(([, sharing]) => sharing.length > 1)
    .map(([name, sharing]) => `${sharing.map((entity) => entity.name).join(' and ')} would share the table ${name}`);
}

function createTable({ sql, name, columns, key }: Table): string {
  const lines = columns.map((column) => columnSql(column));
  return `CREATE TABLE ${sql} (${[...lines, `CONSTRAINT ${quote(`${name}_pkey`)} PRIMARY KEY ${key}`].join(', ')})`;
}

const columnSql = ({ name, type, nullable }: Column) =>
  `${quote(name)} ${collated(type)}${nullable ? '' : ' NOT NULL'}`;

const createIndex = (table: Table, { name, definition, unique }: Table['indexes'][number]) =>
  `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${quote(name)} ON ${table.sql} ${definition}`;

interface Change {
  readonly plan: SchemaPlan;
  readonly table: Table;
  readonly existing: StoredTable;
}

async function planChange(db: Queryable, { plan, table, existing }: Change): Promise<void> {
  const declared = new Set(table.columns.map(({ name }) => name));
  for (const column of table.columns) {
    const stored = existing.columns.get(column.name);
    if (stored) await planColumnChange(db, { plan, table, column, stored });
    else await planNewColumn(db, { plan, table, column });
  }
  for (const { name, required, hasDefault } of existing.columns.values())
    if (!declared.has(name) && required && !hasDefault) plan.statements.push(alterColumn(table, name, 'DROP NOT NULL'));
  if (existing.key && existing.key.columns !== table.key)
    plan.statements.push(
      `ALTER TABLE ${table.sql} DROP CONSTRAINT ${quote(existing.key.name)}, ADD CONSTRAINT ${quote(existing.key.name)} PRIMARY KEY ${table.key}`,
    );
  const wanted = new Set(table.indexes.map(({ name }) => name));
  const stale = existing.indexes.filter((name) => OWN_INDEX.test(name) && !wanted.has(name));
  plan.statements.push(...stale.map((name) => `DROP INDEX ${quote(name)}`));
  plan.statements.push(
    ...table.indexes.filter(({ name }) => !existing.indexes.includes(name)).map((index) => createIndex(table, index)),
  );
}

/** Ends in the hash of its definition; indexes that a host added by hand do not. */
const OWN_INDEX = /_[0-9a-f]{8}$/;

const alterColumn = (table: Table, name: string, change: string) =>
  `ALTER TABLE ${table.sql} ALTER COLUMN ${quote(name)} ${change}`;

async function planNewColumn(
  db: Queryable,
  { plan, table, column }: Omit<Change, 'existing'> & { column: Column },
): Promise<void> {
  const add = `ALTER TABLE ${table.sql} ADD COLUMN ${columnSql(column)}`;
  if (column.nullable || !(await hasRows(db, table, 'TRUE'))) {
    plan.statements.push(add);
  } else if (column.fallback !== undefined) {
    plan.statements.push(`${add} DEFAULT ${constant(column)}`, alterColumn(table, column.name, 'DROP DEFAULT'));
  } else {
    plan.problems.push(
      `${table.entity.name}.${column.field} is required, but stored rows have no value for it: give it a default or a migration`,
    );
  }
}

async function planColumnChange(
  db: Queryable,
  { plan, table, column, stored }: Omit<Change, 'existing'> & { column: Column; stored: StoredColumn },
): Promise<void> {
  const where = `${table.entity.name}.${column.field}`;
  if (stored.type !== SERVER_NAMES[column.type]) {
    plan.problems.push(
      `${where} is ${stored.type} in the database and ${column.type} in the definition: write a migration`,
    );
  } else if (stored.required && column.nullable) {
    plan.statements.push(alterColumn(table, column.name, 'DROP NOT NULL'));
  } else if (!stored.required && !column.nullable) {
    if (await hasRows(db, table, `${quote(column.name)} IS NULL`))
      plan.problems.push(`${where} is required now, but stored rows lack it: write a migration`);
    else plan.statements.push(alterColumn(table, column.name, 'SET NOT NULL'));
  }
}

async function hasRows(db: Queryable, table: Table, condition: string): Promise<boolean> {
  const { rows } = await db.query<{ found: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM ${table.sql} WHERE ${condition}) AS found`,
  );
  return rows[0]?.found ?? false;
}

function constant(column: Column): string {
  const value = toColumn(column, column.fallback);
  if (Array.isArray(value))
    return `ARRAY[${value.map((element) => literal(String(element))).join(', ')}]::${column.type}`;
  return `${literal(String(value))}::${column.type}`;
}

/** As `format_type` prints them. */
const SERVER_NAMES: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  bigint: 'bigint',
  'double precision': 'double precision',
  boolean: 'boolean',
  'timestamptz(3)': 'timestamp(3) with time zone',
  'text[]': 'text[]',
  jsonb: 'jsonb',
};

const STORED_COLUMNS = `
SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required, a.atthasdef AS "hasDefault"
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace AND c.relname = ANY($1::text[])`;

const STORED_INDEXES =
  'SELECT tablename::text AS "table", indexname::text AS name FROM pg_indexes WHERE schemaname = current_schema() AND tablename = ANY($1::text[])';

const STORED_KEYS = `
SELECT c.relname::text AS "table", k.conname::text AS name,
  '(' || string_agg(format('"%s"', a.attname), ', ' ORDER BY array_position(k.conkey, a.attnum)) || ')' AS columns
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey)
WHERE k.contype = 'p' AND c.relnamespace = current_schema()::regnamespace AND c.relname = ANY($1::text[])
GROUP BY c.relname, k.conname`;

async function storedTables(db: Queryable, names: readonly string[]): Promise<Map<string, StoredTable>> {
  const columns = await db.query<StoredColumn & { table: string }>(STORED_COLUMNS, [names]);
  const indexes = await db.query<{ table: string; name: string }>(STORED_INDEXES, [names]);
  const keys = await db.query<{ table: string; name: string; columns: string }>(STORED_KEYS, [names]);
  const keyOf = new Map(keys.rows.map((key) => [key.table, key]));
  const indexesOf = Map.groupBy(indexes.rows, ({ table }) => table);
  return new Map(
    [...Map.groupBy(columns.rows, ({ table }) => table)].map(([table, found]) => [
      table,
      {
        columns: new Map(found.map((column) => [column.name, column])),
        indexes: (indexesOf.get(table) ?? []).map(({ name }) => name),
        key: keyOf.get(table),
      },
    ]),
  );
}
