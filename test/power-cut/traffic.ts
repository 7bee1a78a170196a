/**
 * @module Program: writes to an embedded database on a watched disk and cuts the power again and again, without ever
 * stopping: each cut leaves a copy of what the disk might hold, and what had been acknowledged until then.
 * Arguments: folder of the database, folder for the copies, seed, cuts, `flush` or `no-flush`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, type Database } from '@shopdesk/server/database';
import { WatchedDisk } from './disk.ts';

const [, , dataDir = '', copies = '', seed = '1', cuts = '1', mode = 'flush'] = process.argv;
const ACCOUNTS = 40;
const WRITERS = 8;

/** Mulberry32: the same seed cuts at the same places, as far as the traffic is the same. */
function generator(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const random = generator(Number(seed));
const disk = new WatchedDisk(dataDir, random);
const acknowledged: Record<number, number> = {};
const acknowledgedAt: Record<number, number>[] = [];
let made = 0;
let untilCut = Infinity;

disk.beforeOperation = () => {
  untilCut -= 1;
  if (untilCut > 0 || made >= Number(cuts)) return;
  made += 1;
  untilCut = 50 + Math.floor(random() * 1500);
  disk.leaveAfterPowerCut(join(copies, `cut-${made}`));
  acknowledgedAt.push({ ...acknowledged });
};

const WRITE = `
  WITH moved AS (UPDATE account SET n = n + 1, note = $2 WHERE id = $1 RETURNING n)
  INSERT INTO entry (account, n, note) SELECT $1, n, $2 FROM moved RETURNING n`;

async function write(db: Database): Promise<void> {
  const account = Math.floor(random() * ACCOUNTS);
  const { rows } = await db.query<{ n: number }>(WRITE, [account, 'x'.repeat(Math.floor(random() * 900))], {
    name: 'write',
  });
  acknowledged[account] = Math.max(acknowledged[account] ?? 0, rows[0]?.n ?? 0);
}

/** What PostgreSQL does to its files beside writing rows. */
const DISTURBANCES = [
  'CHECKPOINT',
  'VACUUM account',
  'VACUUM (FULL) account',
  'SELECT pg_switch_wal()',
  'REINDEX TABLE account',
  'CREATE TABLE scratch AS SELECT generate_series(1, 2000) AS n; DROP TABLE scratch',
  'TRUNCATE filler; INSERT INTO filler SELECT repeat(md5(n::text), 20) FROM generate_series(1, 3000) n',
];

const db = await openDatabase({ dataDir, flush: mode === 'flush' });
await db.exec(`
  CREATE TABLE account (id int PRIMARY KEY, n int NOT NULL DEFAULT 0, note text);
  CREATE TABLE entry (account int, n int, note text, PRIMARY KEY (account, n));
  CREATE TABLE filler (text text);
  INSERT INTO account SELECT generate_series(0, ${ACCOUNTS - 1})`);
untilCut = 200;
const isOver = () => made >= Number(cuts);
const writers = Array.from({ length: WRITERS }, async () => {
  while (!isOver()) await write(db);
});
while (!isOver()) {
  await sleep(20 + random() * 60);
  await db.exec(DISTURBANCES[Math.floor(random() * DISTURBANCES.length)] as string);
}
await Promise.all(writers);
await db.close();
writeFileSync(join(copies, 'acknowledged.json'), JSON.stringify(acknowledgedAt));
