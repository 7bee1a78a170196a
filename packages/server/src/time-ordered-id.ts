import { randomBytes } from 'node:crypto';

let last = 0;
let pool = randomBytes(0);

function random(bytes: number): Buffer {
  if (pool.length < bytes) pool = randomBytes(4096);
  const taken = pool.subarray(0, bytes);
  pool = pool.subarray(bytes);
  return taken;
}

/**
 * A unique id that sorts by time: UUID version 7. Within this process it rises strictly, so rows of one commit keep
 * their order. Not made by the database, because PostgreSQL has it only from version 18 on.
 */
export function timeOrderedId(now = Date.now()): string {
  // Twelve bits behind the millisecond count up, so ids of one millisecond and of a clock set back still rise.
  last = Math.max(last + 1, now * 4096);
  const milliseconds = Math.floor(last / 4096);
  const hex = `${milliseconds.toString(16).padStart(12, '0')}7${(last % 4096).toString(16).padStart(3, '0')}`;
  const tail = Buffer.from(random(8));
  tail[0] = ((tail[0] as number) & 0x3f) | 0x80;
  const rest = tail.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12)}-${rest.slice(0, 4)}-${rest.slice(4)}`;
}
