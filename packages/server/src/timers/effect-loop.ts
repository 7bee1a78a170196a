/**
 * @module Lets leave the desk what is due. It waits for no call, so one that hangs holds back neither timers nor other
 * calls; several processes may do it at once, since each effect is claimed by one of them.
 */
import type { Desk } from '@shopdesk/core';
import { repeat } from './repeat.ts';

export interface EffectLoopOptions {
  readonly desk: Pick<Desk, 'startEffects' | 'stopEffects'>;
  readonly onError: (error: unknown, where: string) => void;
  /** How late an effect may leave that was not begun in its commit, in milliseconds. */
  readonly everyMs?: number;
}

/** Starts the loop; call the answer to end it, which gives the calls under way a few seconds. */
export function startEffects({ desk, onError, everyMs = 500 }: EffectLoopOptions): () => Promise<void> {
  const work = async () => {
    await desk.startEffects();
    return false;
  };
  const loop = repeat({ everyMs, work, onError: (error) => onError(error, 'effects') });
  return async () => {
    await loop.stop();
    await desk.stopEffects();
  };
}
