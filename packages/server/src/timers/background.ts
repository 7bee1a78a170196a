/**
 * @module What a server does while nobody asks for anything.
 */
import { shippedReader, type Desk } from '@shopdesk/core';
import type { KeptHeads } from '../audit/kept-heads.ts';
import { startSealer } from '../audit/sealer.ts';
import type { Database } from '../database/database.ts';
import { startEffects } from './effect-loop.ts';
import { startPurge } from './purge.ts';
import { startTimers } from './timer-loop.ts';

export interface BackgroundOptions {
  readonly desk: Desk;
  /** Absent when the host brought its own store: then only timers and effects run here. */
  readonly database: Database | undefined;
  /** Where the ends of the audit chains are kept outside the database. */
  readonly kept: KeptHeads;
  readonly clock: () => Date;
  readonly onError: (error: unknown, where: string) => void;
}

/** Performs timers and effects, seals the audit trail and purges what has lost its use; call the answer to finish. */
export function startBackground({ desk, database, kept, clock, onError }: BackgroundOptions): () => Promise<void> {
  // A quarter of a second that the first customer would otherwise wait for.
  setImmediate(shippedReader);
  const stops = [startTimers({ desk, onError }), startEffects({ desk, onError })];
  if (database) stops.push(startSealer({ desk, database, kept, onError }), startPurge({ database, clock, onError }));
  return async () => {
    for (const stop of stops) await stop();
  };
}
