/** @module Cursors of lists that Vendure pages by number: how many rows came before, and the newest that is counted. */
import { ShopError } from '@shopdesk/core';
import { z } from 'zod';

const Cursor = z.object({ skip: z.int().min(1).max(1_000_000), until: z.iso.datetime().optional() });
export type Cursor = z.output<typeof Cursor>;

export const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** Throws ShopError `INVALID` for anything that `writeCursor` did not make. */
export function readCursor(text: string | undefined): Partial<Cursor> & { readonly skip: number } {
  if (text === undefined) return { skip: 0 };
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch (cause) {
    throw new ShopError('INVALID', 'Not valid: after', {
      fields: [{ path: 'after', message: 'Not a cursor of this list' }],
      cause,
    });
  }
}
