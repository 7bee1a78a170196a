/**
 * @module What a process really keeps. Run with `--expose-gc`.
 */
import { setTimeout as sleep } from 'node:timers/promises';

type Collect = (options: {
  readonly type: 'major';
  readonly execution: 'sync';
  readonly flavor: 'last-resort';
}) => void;

/** Resident memory, once everything unused is collected and its pages are given back. */
export async function residentBytes(): Promise<number> {
  for (let n = 0; n < 3; n += 1) {
    (globalThis.gc as unknown as Collect)({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    await sleep(200);
  }
  return process.memoryUsage.rss();
}
