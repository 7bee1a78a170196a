/**
 * @module Filters and keysets as SQL. Only names of declared fields reach the text; every value is a parameter.
 */
import { comparisonsOf, type Filter, type Query } from '@shopdesk/core';
import { quote, type Column } from './column.ts';
import { columnNamed } from './columns.ts';
import type { Table } from './table.ts';

/** Collects parameters while a statement is written. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

const COMPARISONS: Readonly<Record<string, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

/** Everything that a row must meet, as one expression; the empty list meets all. */
export function whereSql(
  table: Table,
  { tenantId, where }: Pick<Query, 'tenantId' | 'where'>,
  parameters: Parameters,
): string {
  const tenant = tenantId === undefined ? [] : [`"tenant_id" = ${parameters.add(tenantId)}`];
  return [...tenant, ...where.flatMap((filter) => filterSql(table, filter, parameters))].join(' AND ') || 'TRUE';
}

function filterSql(table: Table, filter: Filter, parameters: Parameters): string[] {
  return Object.entries(filter).flatMap(([field, condition]) => {
    if (condition === undefined) return [];
    if (field === 'or') return [anyOf(table, condition as readonly Filter[], parameters)];
    return [conditionSql(columnNamed(table, field), condition, parameters)];
  });
}

function anyOf(table: Table, filters: readonly Filter[], parameters: Parameters): string {
  const parts = filters.map((filter) => filterSql(table, filter, parameters).join(' AND ') || 'TRUE');
  return parts.length > 0 ? `((${parts.join(') OR (')}))` : 'FALSE';
}

function conditionSql(column: Column, condition: unknown, parameters: Parameters): string {
  const name = quote(column.name);
  if (condition === null) return `${name} IS NULL`;
  if (typeof condition !== 'object') return `${name} = ${parameters.add(condition)}`;
  return comparisonsOf(condition)
    .map(([operator, operand]) => comparisonSql(name, operator, operand, parameters))
    .join(' AND ');
}

function comparisonSql(name: string, operator: string, operand: unknown, parameters: Parameters): string {
  switch (operator) {
    case 'in':
      return `${name} = ANY(${parameters.add(operand)})`;
    case 'ne':
      return operand === null ? `${name} IS NOT NULL` : `${name} IS DISTINCT FROM ${parameters.add(operand)}`;
    case 'has':
      return `${name} @> ARRAY[${parameters.add(operand)}]::text[]`;
    case 'contains':
      return `strpos(${folded(name)}, ${folded(`${parameters.add(operand)}::text`)}) > 0`;
    default: {
      const comparison = COMPARISONS[operator];
      if (!comparison) throw new TypeError(`Unknown condition ${operator}.`);
      return `${name} ${comparison} ${parameters.add(operand)}`;
    }
  }
}

/** Upper and lower case of every script, on every server: ICU's root locale. */
const folded = (text: string) => `lower(${text} COLLATE "und-x-icu")`;

interface Key {
  readonly column: Column;
  readonly descending: boolean;
}

/** The order asked for, made total by the id in the direction of the first field. */
export function keysOf(table: Table, order: NonNullable<Query['order']>): Key[] {
  const keys = order.map(([field, direction]) => ({
    column: columnNamed(table, field),
    descending: direction === 'desc',
  }));
  return [...keys, { column: columnNamed(table, 'id'), descending: keys[0]?.descending ?? false }];
}

/** Nulls come last upwards and first downwards: PostgreSQL's default, and that of its indexes. */
export const orderSql = (keys: readonly Key[]): string =>
  keys.map(({ column, descending }) => `${quote(column.name)}${descending ? ' DESC' : ''}`).join(', ');

/** Rows behind the given one in this order. */
export function afterSql(
  keys: readonly Key[],
  after: readonly (string | number | null)[],
  parameters: Parameters,
): string {
  if (after.length !== keys.length) throw new TypeError(`A cursor of this order has ${keys.length} values.`);
  const oneWay = keys.every(({ descending }) => descending === keys[0]?.descending);
  if (oneWay && keys.every(({ column }, index) => !column.nullable && after[index] !== null)) {
    const names = keys.map(({ column }) => quote(column.name));
    const values = keys.map((_, index) => parameters.add(after[index]));
    return `(${names.join(', ')}) ${keys[0]?.descending ? '<' : '>'} (${values.join(', ')})`;
  }
  const alternatives = keys.flatMap((key, index) => {
    const behind = behindSql(key, after[index] ?? null, parameters);
    const equal = keys.slice(0, index).map(({ column }, before) => equalSql(column, after[before] ?? null, parameters));
    return behind ? [[...equal, behind].join(' AND ')] : [];
  });
  return [...boundSql(keys, after, parameters), `((${alternatives.join(') OR (')}))`].join(' AND ');
}

/**
 * What all rows behind the given one have in common, so that an index is read from there and not from its beginning:
 * among the nulls that stand last they are null too, and the first field that goes on does not go back.
 */
function boundSql(
  keys: readonly Key[],
  after: readonly (string | number | null)[],
  parameters: Parameters,
): readonly string[] {
  const first = keys.findIndex(({ descending }, index) => descending || (after[index] ?? null) !== null);
  const equal = keys.slice(0, first).map(({ column }) => equalSql(column, null, parameters));
  const key = keys[first];
  const value = after[first] ?? null;
  if (!key || value === null || (key.column.nullable && !key.descending)) return equal;
  return [...equal, `${quote(key.column.name)} ${key.descending ? '<=' : '>='} ${parameters.add(value)}`];
}

/** Undefined when nothing can be behind: null is the last value upwards. */
function behindSql(
  { column, descending }: Key,
  value: string | number | null,
  parameters: Parameters,
): string | undefined {
  const name = quote(column.name);
  if (value === null) return descending ? `${name} IS NOT NULL` : undefined;
  const strictly = `${name} ${descending ? '<' : '>'} ${parameters.add(value)}`;
  return column.nullable && !descending ? `(${strictly} OR ${name} IS NULL)` : strictly;
}

const equalSql = (column: Column, value: string | number | null, parameters: Parameters) =>
  value === null ? `${quote(column.name)} IS NULL` : `${quote(column.name)} = ${parameters.add(value)}`;
