/**
 * @module A cursor is the place of a row in one order: the order's name, the values of its fields, the id.
 */
import { DeniedError, deny, type Order } from '@shopdesk/core';
import type { AnyRow } from './viewer.ts';

type KeyValue = string | number | null;

/** A list in one of its declared orders. */
export interface NamedOrder {
  readonly name: string;
  readonly order: Order;
}

/** The cursor of a row; opaque to everybody else. */
export function cursorOf({ name, order }: NamedOrder, row: AnyRow): string {
  const values = order.map(([field]) => row[field] ?? null);
  return Buffer.from(JSON.stringify([name, ...values, row.id])).toString('base64url');
}

/** Reads a cursor back. @throws DeniedError when it is none of this order. */
export function readCursor({ name, order }: NamedOrder, cursor: string): readonly KeyValue[] {
  const parts = parse(cursor);
  if (!Array.isArray(parts) || parts.length !== order.length + 2 || parts[0] !== name || !parts.slice(1).every(isKeyValue))
    throw new DeniedError(deny('VALIDATION_FAILED', { fields: [{ path: 'after', message: 'Not a cursor of this list.' }] }));
  return parts.slice(1) as KeyValue[];
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor.slice(0, 2000), 'base64url').toString());
  } catch {
    return undefined;
  }
}

const isKeyValue = (value: unknown): value is KeyValue => value === null || typeof value === 'string' || typeof value === 'number';
