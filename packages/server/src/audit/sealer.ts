/**
 * @module Seals the audit trail shortly after each commit, and looks now and then for what a killed process left.
 */
import type { Desk } from '@shopdesk/core';
import type { Database } from '../database/database.ts';
import { repeat } from '../timers/repeat.ts';
import { sealAudit } from './seal.ts';

export interface SealerOptions {
  readonly desk: Pick<Desk, 'onCommitted'>;
  readonly database: Pick<Database, 'transaction'>;
  readonly onError: (error: unknown, where: string) => void;
  /** How long an entry may wait for its seal, in milliseconds. */
  readonly withinMs?: number;
}

const LOOK_AGAIN_MS = 30_000;

/** Starts the sealer; call the answer to seal what is left and end it. */
export function startSealer({ desk, database, onError, withinMs = 500 }: SealerOptions): () => Promise<void> {
  const loop = repeat({
    everyMs: LOOK_AGAIN_MS,
    work: async () => {
      const { more, busy } = await sealAudit(database);
      if (busy) loop.wake(withinMs);
      return more;
    },
    onError: (error) => onError(error, 'audit sealer'),
  });
  const stopListening = desk.onCommitted(({ rows }) => {
    if (rows.length > 0) loop.wake(withinMs);
  });
  loop.wake(withinMs);
  return async () => {
    stopListening();
    await loop.stop();
    while ((await sealAudit(database).catch(() => ({ more: false }))).more);
  };
}
