/**
 * @module A cursor is the place of a row in one order: the order's name, the values of its fields, the id.
 */
import { DeniedError, deny, isBroken, type Entity, type Order } from '@shopdesk/core';
import { base64url } from 'jose';
import type { Column, ColumnType } from '../store/column.ts';
import { columnNamed, columnsOf } from '../store/columns.ts';
import { isInstant } from './scalars.ts';
import type { AnyRow } from './viewer.ts';
import { serverTexts as t } from '../texts.ts';

type KeyValue = string | number | null;

/** A list in one of its declared orders. */
export interface NamedOrder {
  readonly name: string;
  readonly order: Order;
}

/** The cursor of a row; opaque to everybody else. */
export function cursorOf({ name, order }: NamedOrder, row: AnyRow): string {
  const values = order.map(([field]) => row[field] ?? null);
  return base64url.encode(JSON.stringify([name, ...values, row.id]));
}

/**
 * Reads a cursor back: every value must be one that its column can hold, before any of it reaches a database.
 * @throws DeniedError when it is none of this order of this entity.
 */
export function readCursor(
  entity: Entity,
  { name, order }: NamedOrder,
  cursor: string,
  path = 'after',
): readonly KeyValue[] {
  const parts = parse(cursor);
  const table = { entity, byField: columnsOf(entity) };
  const columns = [...order.map(([field]) => columnNamed(table, field)), columnNamed(table, 'id')];
  const [named, ...values] = Array.isArray(parts) ? (parts as unknown[]) : [];
  if (
    named !== name ||
    values.length !== columns.length ||
    !columns.every((column, index) => isHeldBy(column, values[index]))
  )
    throw new DeniedError(deny('VALIDATION_FAILED', { fields: [{ path, text: t.noCursor }] }));
  return values as KeyValue[];
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(base64url.decode(cursor.slice(0, 2000))));
  } catch {
    return undefined;
  }
}

const isHeldBy = ({ type, nullable }: Column, value: unknown): boolean =>
  value === null ? nullable : (HOLDS[type]?.(value) ?? false);

/** By the type of a column, which values of a cursor it can hold; rows are in no order by any other type. */
const HOLDS: Partial<Record<ColumnType, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && !isBroken(value),
  bigint: (value) => Number.isSafeInteger(value),
  'double precision': (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  'timestamptz(3)': (value) => typeof value === 'string' && isInstant(value),
};
