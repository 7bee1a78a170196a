/**
 * @module Performs the desk's timers when they are due. Several processes may do it at once: a timer is removed in the
 * commit of what it does.
 */
import type { Desk } from '@shopdesk/core';
import { repeat } from './repeat.ts';

export interface TimerLoopOptions {
  readonly desk: Pick<Desk, 'runTimers'>;
  readonly onError: (error: unknown, where: string) => void;
  /** How late a timer may be, in milliseconds. */
  readonly everyMs?: number;
}

/** Timers performed in one round. */
const ROUND = 100;

/** Starts the loop; call the answer to end it. */
export function startTimers({ desk, onError, everyMs = 500 }: TimerLoopOptions): () => Promise<void> {
  const loop = repeat({
    everyMs,
    work: async () => (await desk.runTimers(ROUND)) === ROUND,
    onError: (error) => onError(error, 'timers'),
  });
  return () => loop.stop();
}
