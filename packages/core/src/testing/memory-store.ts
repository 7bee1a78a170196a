/**
 * @module The store port in memory: for tests of features, proven by the same contract as the databases.
 */
import { matches } from '../kernel/filter.ts';
import type { BaseRow, Entity, Filter, UniqueKey } from '../kernel/entity.ts';
import {
  UniqueViolationError,
  VersionConflictError,
  type CheckWrite,
  type DeskStore,
  type Query,
  type Write,
} from '../kernel/store.ts';

type Values = Record<string, unknown>;
const valuesOf = (row: BaseRow) => row as unknown as Values;

/** Nulls are above every value, as in the databases. */
function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  return (a as string) < (b as string) ? -1 : 1;
}

export class MemoryStore implements DeskStore {
  readonly checks = true;
  readonly #tables = new Map<string, Map<string, BaseRow>>();

  async find({ each, ...query }: Query): Promise<BaseRow[]> {
    if (!each) return this.#find(query);
    return each.of.flatMap((value) => this.#find({ ...query, where: [...query.where, { [each.field]: value }] }));
  }

  #find({ entity, tenantId, where, order = [], after, limit }: Query): BaseRow[] {
    const keys = [...order, ['id', order[0]?.[1] ?? 'asc'] as const];
    const byOrder = (a: Values, b: Values) => {
      for (const [field, direction] of keys) {
        const sign = compare(a[field], b[field]);
        if (sign !== 0) return direction === 'asc' ? sign : -sign;
      }
      return 0;
    };
    const cursor = after && Object.fromEntries(keys.map(([field], index) => [field, after[index]]));
    const rows = this.#matching(entity, tenantId, where)
      .sort((a, b) => byOrder(valuesOf(a), valuesOf(b)))
      .filter((row) => !cursor || byOrder(valuesOf(row), cursor) > 0);
    return rows.slice(0, limit).map(copy);
  }

  async count({ entity, tenantId, where, limit }: Query): Promise<number> {
    return Math.min(limit, this.#matching(entity, tenantId, where).length);
  }

  async commit(writes: readonly Write[]): Promise<void> {
    const next = new Map([...this.#tables].map(([name, rows]) => [name, new Map(rows)]));
    for (const write of writes) if (write.kind === 'check') check(next, write);
    const changes = writes.filter((write) => write.kind !== 'check');
    for (const write of changes) apply(next, copied(write));
    for (const write of changes) if (write.kind !== 'delete') checkUnique(next, write.entity, keyOf(write));
    this.#tables.clear();
    for (const [name, rows] of next) this.#tables.set(name, rows);
  }

  /** Remembers how every row is now; what it answers puts all of them back, as often as it is called. */
  remember(): () => void {
    const kept = [...this.#tables];
    return () => {
      this.#tables.clear();
      for (const [name, rows] of kept) this.#tables.set(name, rows);
    };
  }

  #matching(entity: Entity, tenantId: string | undefined, where: readonly Filter[]): BaseRow[] {
    return [...(this.#tables.get(entity.name)?.values() ?? [])].filter(
      (row) => (tenantId === undefined || row.tenantId === tenantId) && where.every((filter) => matches(row, filter)),
    );
  }
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

type Change = Exclude<Write, CheckWrite>;

function copied(write: Change): Change {
  switch (write.kind) {
    case 'insert':
    case 'put':
      return { ...write, row: copy(write.row) };
    case 'add':
      return { ...write, begin: copy(write.begin) };
    case 'update':
      return { ...write, changes: copy(write.changes) };
    case 'delete':
      return write;
  }
}

/** Ids are those of a tenant: another may have a row of the same. */
function keyOf(write: Change): string {
  const row = write.kind === 'insert' || write.kind === 'put' ? write.row : write.kind === 'add' ? write.begin : write;
  return `${row.tenantId} ${row.id}`;
}

function check(tables: Map<string, Map<string, BaseRow>>, { entity, tenantId, id, expected }: CheckWrite): void {
  const row = tables.get(entity.name)?.get(`${tenantId} ${id}`);
  if (row?.version !== expected?.version || row?.createdAt !== expected?.createdAt) throw new VersionConflictError();
}

function apply(tables: Map<string, Map<string, BaseRow>>, write: Change): void {
  const rows = tables.get(write.entity.name) ?? new Map<string, BaseRow>();
  tables.set(write.entity.name, rows);
  const id = keyOf(write);
  const row = rows.get(id);
  if (write.kind === 'insert') {
    if (row) throw new UniqueViolationError('id');
    rows.set(id, write.row);
  } else if (write.kind === 'put') {
    rows.set(id, row ? { ...write.row, createdAt: row.createdAt } : write.row);
  } else if (write.kind === 'add') {
    rows.set(id, added(row ?? write.begin, write));
  } else {
    const isBlind = write.kind === 'delete' && write.expectedVersion === undefined;
    if (!isBlind && row?.version !== write.expectedVersion) throw new VersionConflictError();
    if (write.kind === 'delete') {
      rows.delete(id);
    } else rows.set(id, { ...(row as BaseRow), ...write.changes, version: write.expectedVersion + 1 });
  }
}

function added(row: BaseRow, { amounts, begin: { updatedAt } }: Write & { readonly kind: 'add' }): BaseRow {
  const sums = Object.entries(amounts).map(([field, amount]) => [field, Number(valuesOf(row)[field]) + amount]);
  return { ...row, ...Object.fromEntries(sums), updatedAt };
}

function checkUnique(tables: Map<string, Map<string, BaseRow>>, entity: Entity, key: string): void {
  const table = tables.get(entity.name);
  const rows = [...(table?.values() ?? [])];
  const row = table?.get(key);
  for (const unique of entity.unique)
    if (row && rows.some((other) => other !== row && collide(unique, row, other)))
      throw new UniqueViolationError(unique.name);
}

function collide(key: UniqueKey, row: BaseRow, other: BaseRow): boolean {
  const [a, b] = [valuesOf(row), valuesOf(other)];
  const counts = ({ [key.where?.field ?? '']: value }: Values) => !key.where || key.where.in.includes(value as string);
  const set = key.fields.every((field) => a[field] !== null && a[field] !== undefined);
  const sameTenant = key.global || row.tenantId === other.tenantId;
  return sameTenant && set && counts(a) && counts(b) && key.fields.every((field) => a[field] === b[field]);
}
