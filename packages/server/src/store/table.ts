/**
 * @module The table of an entity: its columns, indexes and unique keys, derived once.
 */
import { createHash } from 'node:crypto';
import type { Entity, UniqueKey } from '@shopdesk/core';
import { quote, snakeCase, type Column } from './column.ts';
import { columnNamed, columnsOf } from './columns.ts';

export interface TableIndex {
  readonly name: string;
  /** Everything behind `CREATE INDEX name ON table`. */
  readonly definition: string;
  readonly unique: boolean;
}

export interface Table {
  readonly entity: Entity;
  readonly name: string;
  /** Quoted. */
  readonly sql: string;
  readonly columns: readonly Column[];
  readonly byField: ReadonlyMap<string, Column>;
  /** The list of a SELECT: every column under the name of its field. */
  readonly selected: string;
  readonly indexes: readonly TableIndex[];
  /** The columns of the primary key, in parentheses: the tenant leads, so that no row of another one is ever met. */
  readonly key: string;
  /** Names of the fields that hold an instant. */
  readonly instants: readonly string[];
  /** Which unique key an index enforces; the primary key is `id`. */
  readonly keyOfIndex: ReadonlyMap<string, string>;
}

const tables = new WeakMap<Entity, Table>();

export function tableOf(entity: Entity): Table {
  let table = tables.get(entity);
  if (!table) tables.set(entity, (table = derive(entity)));
  return table;
}

function derive(entity: Entity): Table {
  const name = snakeCase(entity.plural);
  const byField = columnsOf(entity);
  const columns = [...byField.values()];
  const context = { entity, name, byField };
  const uniques = entity.unique.map((key) => ({ key: key.name, index: uniqueIndex(context, key) }));
  return {
    entity,
    name,
    sql: quote(name),
    columns,
    byField,
    selected: columns.map((column) => `${quote(column.name)} AS ${quote(column.field)}`).join(', '),
    key: '("tenant_id", "id")',
    instants: columns.filter(({ type }) => type === 'timestamptz(3)').map(({ field }) => field),
    indexes: [...uniques.map(({ index }) => index), ...entity.index.map((fieldList) => plainIndex(context, fieldList))],
    keyOfIndex: new Map([[`${name}_pkey`, 'id'], ...uniques.map(({ key, index }) => [index.name, key] as const)]),
  };
}

type IndexContext = Pick<Table, 'entity' | 'name' | 'byField'>;

function uniqueIndex(context: IndexContext, key: UniqueKey): TableIndex {
  const fields = key.global ? key.fields : ['tenantId', ...key.fields];
  const columns = fields.map((field) => quote(columnNamed(context, field).name));
  const where = key.where
    ? ` WHERE ${quote(columnNamed(context, key.where.field).name)} IN (${key.where.in.map(literal).join(', ')})`
    : '';
  const definition = `(${columns.join(', ')})${where}`;
  return { name: indexName(context.name, key.name, `unique ${definition}`), definition, unique: true };
}

/**
 * An array is found by its elements, in a GIN index of its own. Else the tenant leads, except for entities that are
 * found before the tenant is known. The id comes last in the direction of what is ordered, so that a page is read from
 * the index alone.
 */
function plainIndex(context: IndexContext, fields: readonly string[]): TableIndex {
  const [only = ''] = fields;
  if (fields.length === 1 && columnNamed(context, only.replace(/^-/, '')).type === 'text[]')
    return wordIndex(context, only);
  const descending = fields.some((field) => field.startsWith('-'));
  const own = [...(context.entity.lookup ? [] : ['tenantId']), ...fields];
  const keys = fields.includes('id') ? own : [...own, descending ? '-id' : 'id'];
  const columns = keys.map((key) => {
    const field = key.replace(/^-/, '');
    return `${quote(columnNamed(context, field).name)}${field === key ? '' : ' DESC'}`;
  });
  const definition = `(${columns.join(', ')})`;
  return {
    name: indexName(context.name, fields.map((field) => snakeCase(field.replace(/^-/, ''))).join('_'), definition),
    definition,
    unique: false,
  };
}

/** An index of one list of texts finds the rows that have a text in it. */
function wordIndex(context: IndexContext, field: string): TableIndex {
  const definition = `USING gin (${quote(columnNamed(context, field).name)})`;
  return { name: indexName(context.name, snakeCase(field), definition), definition, unique: false };
}

/** The definition is part of the name, so that a changed index is another index. PostgreSQL keeps 63 bytes. */
function indexName(table: string, what: string, definition: string): string {
  const hash = createHash('sha256').update(definition).digest('hex').slice(0, 8);
  return `${`${table}_${what}`.slice(0, 50)}_${hash}`;
}

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
