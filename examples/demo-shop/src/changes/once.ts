/**
 * @module Does a keyed request once: its answer, or its refusal, is stored in the same transaction and given again.
 */
import { createHash } from 'node:crypto';
import { ShopError, type ShopErrorCode, type ShopRefusal } from '@shopdesk/core';
import type { Database } from '../database.ts';

type Outcome<T> =
  | { readonly answer: T }
  | { readonly error: { readonly code: ShopErrorCode; readonly message: string; readonly reason?: ShopRefusal } };

const replay = <T>(outcome: Outcome<T>): T => {
  if ('answer' in outcome) return outcome.answer;
  const { code, message, reason } = outcome.error;
  throw new ShopError(code, message, reason ? { reason } : {});
};

function attempt<T>(db: Database, work: () => T): Outcome<T> {
  try {
    return { answer: db.transaction(work) };
  } catch (error) {
    if (!(error instanceof ShopError) || (error.code !== 'REFUSED' && error.code !== 'NOT_FOUND')) throw error;
    const { code, message, reason } = error;
    return { error: { code, message, ...(reason ? { reason } : {}) } };
  }
}

/**
 * Runs `work` for a key that is new, else gives the first answer. A key that came with another request is INVALID:
 * answering it with somebody else's outcome would hide that nothing was done.
 */
export function once<T>(db: Database, key: string, request: unknown, at: Date, work: () => T): T {
  const fingerprint = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
  const outcome = db.transaction((): Outcome<T> => {
    const known = db.get<{ request: string; outcome: string }>(
      'SELECT request, outcome FROM answers WHERE key = ?',
      key,
    );
    if (known && known.request !== fingerprint) {
      const fields = [{ path: 'idempotencyKey', message: 'Was used for another request' }];
      throw new ShopError('INVALID', 'Not valid: the idempotency key was used for another request', { fields });
    }
    if (known) return JSON.parse(known.outcome) as Outcome<T>;
    const made = attempt(db, work);
    db.insert('answers', { key, request: fingerprint, outcome: JSON.stringify(made), at: at.toISOString() });
    return made;
  });
  return replay(outcome);
}
