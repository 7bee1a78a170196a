/**
 * @module A commit is one statement: each write is a data-modifying WITH, and the version checks are its result. So a
 * change costs one round trip, is atomic by itself, and holds no lock while the desk thinks.
 */
import type { DeleteWrite, InsertWrite, UpdateWrite, Write } from '@shopdesk/core';
import { Parameters } from './condition.ts';
import { quote, toColumn, type Column } from './column.ts';
import { columnNamed, tableOf, type Table } from './table.ts';

/** Raises the version conflict unless as many rows were found as there were to change. */
export const REQUIRE_ROWS = `
CREATE OR REPLACE FUNCTION desk_require_rows(changed bigint, wanted bigint) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  IF changed <> wanted THEN RAISE EXCEPTION 'a row changed meanwhile' USING ERRCODE = 'DK001'; END IF;
  RETURN changed;
END $$`;

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** More writes of one shape than this become one set, whose text does not depend on their number. */
const ONE_BY_ONE = 3;

/** Updates and deletes come first and in a fixed order, so that two commits never wait for each other in a circle. */
export function commitStatement(writes: readonly Write[]): Statement {
  const parameters = new Parameters();
  const inserts = writes.filter((write) => write.kind === 'insert');
  const changes = writes.filter((write) => write.kind !== 'insert').toSorted(byRow);
  const changeParts = [...grouped(changes)].map((group) => changeSql(group, parameters));
  const insertParts = [...grouped(inserts)].map((group) => insertSql(group, parameters));
  if (changeParts.length === 0 && insertParts.length === 1)
    return { text: insertParts[0] as string, values: parameters.values };
  const withs = [
    ...changeParts.map((sql, n) => `c${n} AS (${sql} RETURNING 1)`),
    ...insertParts.map((sql, n) => `i${n} AS (${sql})`),
  ];
  const found = changeParts.map((_, n) => `(SELECT count(*) FROM c${n})`).join(' + ');
  const result = changeParts.length > 0 ? `desk_require_rows(${found}, ${parameters.add(changes.length)})` : '1';
  return { text: `WITH ${withs.join(', ')} SELECT ${result}`, values: parameters.values };
}

function byRow(a: UpdateWrite | DeleteWrite, b: UpdateWrite | DeleteWrite): number {
  const [left, right] = [`${a.entity.name} ${a.id}`, `${b.entity.name} ${b.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Writes that can share one set; small groups are split into single ones. */
function* grouped<W extends Write>(writes: readonly W[]): Generator<W[]> {
  const groups = Map.groupBy(writes, shapeOf);
  for (const group of groups.values()) {
    if (group.length > ONE_BY_ONE) yield group;
    else for (const write of group) yield [write];
  }
}

function shapeOf(write: Write): string {
  const fields = write.kind === 'update' ? Object.keys(write.changes).toSorted().join() : '';
  return `${write.kind} ${write.entity.name} ${fields}`;
}

function insertSql(writes: readonly InsertWrite[], parameters: Parameters): string {
  const [first] = writes as [InsertWrite];
  const table = tableOf(first.entity);
  const names = table.columns.map(({ name }) => quote(name)).join(', ');
  if (writes.length === 1) return `INSERT INTO ${table.sql} (${names}) VALUES (${rowValues(table, first, parameters)})`;
  const rows = writes.map(({ row }) => record(table.columns, row as unknown as Record<string, unknown>));
  return `INSERT INTO ${table.sql} (${names}) SELECT ${names} FROM ${recordset(table.columns, rows, parameters)}`;
}

function rowValues(table: Table, { row }: InsertWrite, parameters: Parameters): string {
  const values = row as unknown as Record<string, unknown>;
  return table.columns.map((column) => parameters.add(toColumn(column, values[column.field]))).join(', ');
}

function changeSql(writes: readonly (UpdateWrite | DeleteWrite)[], parameters: Parameters): string {
  const [first] = writes as [UpdateWrite | DeleteWrite];
  const table = tableOf(first.entity);
  if (writes.length > 1) return manyChangesSql(table, writes, parameters);
  const verb =
    first.kind === 'delete'
      ? `DELETE FROM ${table.sql}`
      : `UPDATE ${table.sql} SET ${assignments(table, first, parameters)}`;
  const [id, tenantId, version] = [first.id, first.tenantId, first.expectedVersion].map((value) =>
    parameters.add(value),
  );
  return `${verb} WHERE "id" = ${id} AND "tenant_id" = ${tenantId} AND "version" = ${version}`;
}

function assignments(table: Table, { changes }: UpdateWrite, parameters: Parameters): string {
  const set = changedColumns(table, changes).map(
    (column) => `${quote(column.name)} = ${parameters.add(toColumn(column, changes[column.field]))}`,
  );
  return [...set, '"version" = "version" + 1'].join(', ');
}

const changedColumns = (table: Table, changes: UpdateWrite['changes']) =>
  Object.keys(changes)
    .filter((field) => field !== 'version')
    .map((field) => columnNamed(table, field));

function manyChangesSql(table: Table, writes: readonly (UpdateWrite | DeleteWrite)[], parameters: Parameters): string {
  const [first] = writes as [UpdateWrite | DeleteWrite];
  const changed = first.kind === 'update' ? changedColumns(table, first.changes) : [];
  const columns = [...['id', 'tenantId', 'version'].map((field) => columnNamed(table, field)), ...changed];
  const rows = writes.map((write) => {
    const changes = write.kind === 'update' ? write.changes : {};
    return record(columns, { ...changes, id: write.id, tenantId: write.tenantId, version: write.expectedVersion });
  });
  const source = recordset(columns, rows, parameters);
  const match = `t."id" = r."id" AND t."tenant_id" = r."tenant_id" AND t."version" = r."version"`;
  if (first.kind === 'delete') return `DELETE FROM ${table.sql} t USING ${source} WHERE ${match}`;
  const set = changed.map(({ name }) => `${quote(name)} = r.${quote(name)}, `).join('');
  return `UPDATE ${table.sql} t SET ${set}"version" = t."version" + 1 FROM ${source} WHERE ${match}`;
}

/** Rows as one JSON parameter that PostgreSQL reads back as columns. */
function recordset(columns: readonly Column[], rows: readonly object[], parameters: Parameters): string {
  const types = columns.map(({ name, type }) => `${quote(name)} ${type}`).join(', ');
  return `jsonb_to_recordset(${parameters.add(JSON.stringify(rows))}::jsonb) AS r(${types})`;
}

/** A row from before a field was there has its default. */
const record = (columns: readonly Column[], values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    columns.map(({ field, name, fallback }) => [name, (field in values ? values[field] : fallback) ?? null]),
  );
