/**
 * @module Seals the audit trail shortly after each commit, and looks now and then for what a killed process left.
 */
import type { Desk } from '@shopdesk/core';
import type { Database } from '../database/database.ts';
import { repeat } from '../timers/repeat.ts';
import type { KeptHeads } from './kept-heads.ts';
import { sealAudit } from './seal.ts';

export interface SealerOptions {
  readonly desk: Pick<Desk, 'onCommitted'>;
  readonly database: Pick<Database, 'transaction'>;
  /** Keeps the ends of the chains outside the database. */
  readonly kept?: Pick<KeptHeads, 'advance'> | undefined;
  readonly onError: (error: unknown, where: string) => void;
  /** How long an entry may wait for its seal, in milliseconds. */
  readonly withinMs?: number;
}

const LOOK_AGAIN_MS = 30_000;

/** The chains of these tenants no longer hold what was kept of them outside the database. */
export class BrokenTrailError extends Error {
  constructor(tenants: readonly string[]) {
    super(`The audit trail of ${tenants.join(', ')} does not hold what was kept of it: run \`shopdesk audit verify\`.`);
    this.name = 'BrokenTrailError';
  }
}

/** Starts the sealer; call the answer to seal what is left and end it. */
export function startSealer({ desk, database, kept, onError, withinMs = 500 }: SealerOptions): () => Promise<void> {
  const seal = async () => {
    const sealed = await sealAudit(database);
    if (kept && sealed.heads.size > 0) {
      const strange = await database.transaction((tx) => kept.advance(tx, sealed.heads));
      if (strange.length > 0) onError(new BrokenTrailError(strange), 'audit sealer');
    }
    return sealed;
  };
  const loop = repeat({
    everyMs: LOOK_AGAIN_MS,
    work: async () => {
      const { more, busy } = await seal();
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
    while ((await seal().catch(() => ({ more: false }))).more);
  };
}
