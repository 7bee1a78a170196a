/** @module The columns of an entity's table, derived once. */
import type { Entity } from '@shopdesk/core';
import { columnOf, type Column } from './column.ts';

const BASE_COLUMNS: readonly Column[] = [
  { field: 'id', name: 'id', type: 'text', nullable: false },
  { field: 'tenantId', name: 'tenant_id', type: 'text', nullable: false },
  { field: 'version', name: 'version', type: 'bigint', nullable: false },
  { field: 'createdAt', name: 'created_at', type: 'timestamptz(3)', nullable: false },
  { field: 'updatedAt', name: 'updated_at', type: 'timestamptz(3)', nullable: false },
];

const known = new WeakMap<Entity, ReadonlyMap<string, Column>>();

/** By the names of their fields, in the order of the table. */
export function columnsOf(entity: Entity): ReadonlyMap<string, Column> {
  let columns = known.get(entity);
  if (!columns) {
    const own = Object.entries(entity.schema.shape).map(([field, schema]) => columnOf(field, schema));
    columns = new Map([...BASE_COLUMNS, ...own].map((column) => [column.field, column]));
    known.set(entity, columns);
  }
  return columns;
}

/** What has columns by the names of fields. */
export interface Columned {
  readonly entity: Entity;
  readonly byField: ReadonlyMap<string, Column>;
}

/** The column of a field, or a bug in whoever named it. */
export function columnNamed({ entity, byField }: Columned, field: string): Column {
  const column = byField.get(field);
  if (!column) throw new TypeError(`${entity.name} has no field ${field}.`);
  return column;
}
