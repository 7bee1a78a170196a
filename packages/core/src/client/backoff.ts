import { chance } from './host.ts';

const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * Milliseconds to wait before try `attempt` (from 0): doubling, half of it by chance so that clients do not come back
 * in step.
 */
export function backoffMs(attempt: number, random: () => number = chance): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 16));
  return Math.round(full / 2 + (full / 2) * random());
}
