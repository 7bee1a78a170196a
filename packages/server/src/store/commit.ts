/**
 * @module A commit is one statement: each write is a data-modifying WITH, and the version checks are its result. So a
 * change costs one round trip, is atomic by itself, and holds no lock while the desk thinks.
 */
import type {
  AddWrite,
  BaseRow,
  CheckWrite,
  DeleteWrite,
  InsertWrite,
  PutWrite,
  UpdateWrite,
  Write,
} from '@shopdesk/core';
import { Parameters } from './condition.ts';
import { quote, toColumn, type Column } from './column.ts';
import { columnNamed } from './columns.ts';
import { tableOf, type Table } from './table.ts';

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

type Change = UpdateWrite | DeleteWrite | PutWrite;

/**
 * Changes come first and in a fixed order, cells after them in theirs, so that two commits never wait for each other in
 * a circle. What is written blindly counts for no row that must be there.
 */
export function commitStatement(writes: readonly Write[]): Statement {
  const parameters = new Parameters();
  const inserts = writes.filter((write) => write.kind === 'insert');
  const cells = writes.filter((write) => write.kind === 'add');
  const checks = writes.filter((write) => write.kind === 'check');
  const changes = writes.filter(isChange).toSorted(byRow);
  const changeParts = [...grouped(changes)].map((group) => ({
    sql: changeSql(group, parameters),
    checked: group.filter(isChecked).length,
  }));
  const cellParts = [...cellGroups(cells)].map((group) => ({ sql: addSql(group, parameters), checked: 0 }));
  const insertParts = [...grouped(inserts)].map((group) => insertSql(group, parameters));
  const ordered = [...changeParts, ...cellParts];
  if (ordered.length + checks.length === 0 && insertParts.length === 1)
    return { text: insertParts[0] as string, values: parameters.values };
  const withs = [
    ...ordered.map(({ sql }, n) => `c${n} AS (${sql} RETURNING 1)`),
    ...insertParts.map((sql, n) => `i${n} AS (${sql})`),
  ];
  // Each part is asked for in turn, which is what makes it run in turn.
  const found = [
    ...ordered.map(({ checked }, n) => `(SELECT count(*) FROM c${n})${checked > 0 ? '' : ' * 0'}`),
    ...checks.map((check) => checkSql(check, parameters)),
  ];
  const wanted = ordered.reduce((sum, { checked }) => sum + checked, 0) + checks.filter((one) => one.expected).length;
  const result = found.length > 0 ? `desk_require_rows(${found.join(' + ')}, ${parameters.add(wanted)})` : '1';
  return { text: `${withs.length > 0 ? `WITH ${withs.join(', ')} ` : ''}SELECT ${result}`, values: parameters.values };
}

/**
 * Reads the row as it is when the commit begins; one that must not be there takes from what was found. Nothing makes up
 * for that: of what is wanted no more can be found.
 */
function checkSql({ entity, tenantId, id, expected }: CheckWrite, parameters: Parameters): string {
  const { sql } = tableOf(entity);
  const row = `"id" = ${parameters.add(id)} AND "tenant_id" = ${parameters.add(tenantId)}`;
  if (!expected) return `(SELECT -count(*) FROM ${sql} WHERE ${row})`;
  const version = `"version" = ${parameters.add(expected.version)}`;
  const begun = `"created_at" = ${parameters.add(expected.createdAt)}`;
  return `(SELECT count(*) FROM ${sql} WHERE ${row} AND ${version} AND ${begun})`;
}

const isChange = (write: Write): write is Change =>
  write.kind === 'update' || write.kind === 'delete' || write.kind === 'put';

const isChecked = (write: Change): boolean => write.kind !== 'put' && write.expectedVersion !== undefined;

const idOf = (write: Change): string => (write.kind === 'put' ? write.row.id : write.id);

function byRow(a: Change, b: Change): number {
  const [left, right] = [`${a.entity.name} ${idOf(a)}`, `${b.entity.name} ${idOf(b)}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Cells of one entity are one set in the order of their ids, whatever is counted in them. */
function* cellGroups(cells: readonly AddWrite[]): Generator<AddWrite[]> {
  const byCell = cells.toSorted((a, b) => {
    const [left, right] = [`${a.entity.name} ${a.begin.id}`, `${b.entity.name} ${b.begin.id}`];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  yield* Map.groupBy(byCell, ({ entity }) => entity.name).values();
}

/** Writes that can share one set; small groups are split into single ones. */
function* grouped<W extends Change | InsertWrite>(writes: readonly W[]): Generator<W[]> {
  const groups = Map.groupBy(writes, shapeOf);
  for (const group of groups.values()) {
    if (group.length > ONE_BY_ONE) yield group;
    else for (const write of group) yield [write];
  }
}

function shapeOf(write: Change | InsertWrite): string {
  const fields = write.kind === 'update' ? Object.keys(write.changes).toSorted().join() : '';
  const blind = write.kind === 'delete' && write.expectedVersion === undefined ? 'blind' : '';
  return `${write.kind} ${write.entity.name} ${fields}${blind}`;
}

function insertSql(
  writes: readonly { readonly entity: InsertWrite['entity']; readonly row: BaseRow }[],
  parameters: Parameters,
): string {
  const [first] = writes as [InsertWrite];
  const table = tableOf(first.entity);
  const names = table.columns.map(({ name }) => quote(name)).join(', ');
  if (writes.length === 1) return `INSERT INTO ${table.sql} (${names}) VALUES (${rowValues(table, first, parameters)})`;
  const rows = writes.map(({ row }) => record(table.columns, row as unknown as Record<string, unknown>));
  return `INSERT INTO ${table.sql} (${names}) SELECT ${names} FROM ${recordset(table.columns, rows, parameters)}`;
}

function rowValues(table: Table, { row }: Pick<InsertWrite, 'row'>, parameters: Parameters): string {
  const values = row as unknown as Record<string, unknown>;
  return table.columns.map((column) => parameters.add(toColumn(column, values[column.field]))).join(', ');
}

/** What stays of a row that is put in the place of another. */
const KEPT_OF_FIRST = ['id', 'tenant_id', 'created_at'];

function putSql(writes: readonly PutWrite[], parameters: Parameters): string {
  const [{ entity }] = writes as [PutWrite];
  const { columns, key } = tableOf(entity);
  const set = columns.filter(({ name }) => !KEPT_OF_FIRST.includes(name)).map(({ name }) => quote(name));
  const changes = set.map((name) => `${name} = EXCLUDED.${name}`).join(', ');
  return `${insertSql(writes, parameters)} ON CONFLICT ${key} DO UPDATE SET ${changes}`;
}

function addSql(cells: readonly AddWrite[], parameters: Parameters): string {
  const [{ entity }] = cells as [AddWrite];
  const { sql, columns, key } = tableOf(entity);
  const counted = new Set(cells.flatMap(({ amounts }) => Object.keys(amounts)));
  const counting = columns.filter(({ field }) => counted.has(field)).map(({ name }) => quote(name));
  // What is counted begins at 0, so a new row says what is added to one that is there.
  const rows = cells.map(({ begin, amounts }) => record(columns, { ...begin, ...amounts }));
  const names = columns.map(({ name }) => quote(name)).join(', ');
  const set = [...counting.map((name) => `${name} = t.${name} + EXCLUDED.${name}`), UPDATED].join(', ');
  return (
    `INSERT INTO ${sql} AS t (${names}) SELECT ${names} FROM ${recordset(columns, rows, parameters)} ORDER BY "id" ` +
    `ON CONFLICT ${key} DO UPDATE SET ${set}`
  );
}

const UPDATED = '"updated_at" = EXCLUDED."updated_at"';

function changeSql(writes: readonly Change[], parameters: Parameters): string {
  const [first] = writes as [Change];
  if (first.kind === 'put') return putSql(writes as readonly PutWrite[], parameters);
  const table = tableOf(first.entity);
  if (writes.length > 1) return manyChangesSql(table, writes as readonly (UpdateWrite | DeleteWrite)[], parameters);
  const verb =
    first.kind === 'delete'
      ? `DELETE FROM ${table.sql}`
      : `UPDATE ${table.sql} SET ${assignments(table, first, parameters)}`;
  const row = `"id" = ${parameters.add(first.id)} AND "tenant_id" = ${parameters.add(first.tenantId)}`;
  const version =
    first.expectedVersion === undefined ? '' : ` AND "version" = ${parameters.add(first.expectedVersion)}`;
  return `${verb} WHERE ${row}${version}`;
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
  const isBlind = first.expectedVersion === undefined;
  const matched = ['id', 'tenantId', ...(isBlind ? [] : ['version'])].map((field) => columnNamed(table, field));
  const columns = [...matched, ...changed];
  const rows = writes.map((write) => {
    const changes = write.kind === 'update' ? write.changes : {};
    return record(columns, { ...changes, id: write.id, tenantId: write.tenantId, version: write.expectedVersion });
  });
  const source = recordset(columns, rows, parameters);
  const match = matched.map(({ name }) => `t.${quote(name)} = r.${quote(name)}`).join(' AND ');
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
