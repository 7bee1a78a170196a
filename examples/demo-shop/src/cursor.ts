/**
 * @module Cursors of pages: the sort key of the last row, opaque to whoever holds it.
 */
import { ShopError } from '@shopdesk/core';

type Key = string | number;

export const writeCursor = (keys: readonly Key[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** Reads a cursor of that many keys; throws ShopError `INVALID` for anything that `writeCursor` did not make. */
export function readCursor(cursor: string, length: number): readonly Key[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(keys) &&
      keys.length === length &&
      keys.every((key) => typeof key === 'string' || typeof key === 'number')
    ) {
      return keys as Key[];
    }
  } catch {
    // Not JSON: said below, like every other text that is no cursor.
  }
  throw new ShopError('INVALID', 'Not valid: after', {
    fields: [{ path: 'after', message: 'Not a cursor of this list' }],
  });
}
