import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from 'shopdesk-test/database';
import { afterEach, describe, expect, it } from 'vitest';
import { DatabaseUnavailableError, DataDirHeldError, openDatabase } from './database.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Opens the folder in a process of its own and writes numbers, telling each one that was acknowledged. */
const WRITER = `
  const { openDatabase } = await import(process.argv[1]);
  const db = await openDatabase({ dataDir: process.argv[2] }).catch((error) => { console.log('refused ' + error.message); process.exit(3); });
  await db.exec('CREATE TABLE IF NOT EXISTS number (n int PRIMARY KEY)');
  const { rows } = await db.query('SELECT coalesce(max(n), 0) AS n FROM number');
  console.log('open');
  for (let n = rows[0].n + 1; ; n += 1) {
    await db.query('INSERT INTO number VALUES ($1)', [n], { name: 'insert' });
    console.log(n);
  }`;

function writeElsewhere(dataDir: string): { child: ChildProcess; lines: string[] } {
  const url = new URL('./database.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER, url, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines: string[] = [];
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => lines.push(line));
  return { child, lines };
}

async function newDataDir(): Promise<string> {
  const { options } = await createTestDatabase('pglite');
  return 'dataDir' in options ? options.dataDir : '';
}

describe('an embedded database', () => {
  it('belongs to one process: the second is told who has it', async () => {
    const dataDir = await newDataDir();
    const first = writeElsewhere(dataDir);
    await expect.poll(() => first.lines.length, { timeout: 10_000 }).toBeGreaterThan(5);
    const error = await openDatabase({ dataDir }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DataDirHeldError);
    expect((error as DataDirHeldError).holder).toMatchObject({ pid: first.child.pid });
    const second = writeElsewhere(dataDir);
    await once(second.child, 'exit');
    expect(second.lines).toEqual([expect.stringContaining(`in use by process ${first.child.pid} on `)]);
    const before = first.lines.length;
    await expect.poll(() => first.lines.length).toBeGreaterThan(before);
  });

  it('is taken over from a killed process with everything that was acknowledged', async () => {
    const dataDir = await newDataDir();
    for (let round = 0; round < 4; round += 1) {
      const { child, lines } = writeElsewhere(dataDir);
      await expect.poll(() => lines.length, { timeout: 10_000 }).toBeGreaterThan(20);
      await sleep(Math.random() * 200);
      child.kill('SIGKILL');
      await once(child, 'close');
      const db = await openDatabase({ dataDir });
      const { rows } = await db.query<{ n: number; last: number }>('SELECT count(*) AS n, max(n) AS last FROM number');
      await db.close();
      expect(rows[0]?.n).toBe(rows[0]?.last);
      expect(rows[0]?.last).toBeGreaterThanOrEqual(Number(lines.at(-1)));
    }
  });

  it('is made in a new folder, parents included, and leaves nothing half made', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shopdesk-new-'));
    const dataDir = join(folder, 'deep', 'data');
    await mkdir(`${dataDir}.new`, { recursive: true });
    await writeFile(`${dataDir}.new/left-over`, 'of a process that was killed while it made one');
    const db = await openDatabase({ dataDir });
    expect((await db.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await db.close();
    expect(existsSync(`${dataDir}.new`)).toBe(false);
    expect(await readdir(join(folder, 'deep'))).toEqual(['data', 'data.lock']);
    await rm(folder, { recursive: true });
  });

  it('is not made among files of somebody else, whose folder is free afterwards', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shopdesk-foreign-'));
    const dataDir = join(folder, 'data');
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'holiday.jpg'), 'x');
    await expect(openDatabase({ dataDir })).rejects.toThrow('is not empty and not a database');
    await expect(openDatabase({ dataDir })).rejects.toThrow('is not empty and not a database');
    expect(await readdir(dataDir)).toEqual(['holiday.jpg']);
    await rm(folder, { recursive: true });
  });

  it('of another version is refused by name, and its folder is free afterwards', async () => {
    const dataDir = await newDataDir();
    await writeFile(join(dataDir, 'PG_VERSION'), '9.6\n');
    await expect(openDatabase({ dataDir })).rejects.toThrow(`${dataDir} cannot be opened`);
    await expect(openDatabase({ dataDir })).rejects.toThrow(`${dataDir} cannot be opened`);
  });

  it('says honestly what a power cut may cost', async () => {
    const flushed = await openDatabase({ dataDir: await newDataDir() });
    expect(flushed.durability).toContain('a power cut costs nothing that was acknowledged');
    await flushed.close();
    const lax = await openDatabase({ dataDir: await newDataDir(), flush: false });
    expect(lax.durability).toContain('a power cut may cost the last seconds or damage the whole data folder');
    await lax.close();
  });

  it('acknowledges nothing any more once its log cannot be written', async () => {
    const dataDir = await newDataDir();
    const errors: string[] = [];
    const db = await openDatabase({
      dataDir,
      logger: { info: () => {}, warn: () => {}, error: (_, message) => errors.push(message) },
    });
    await db.exec('CREATE TABLE t (n int)');
    // The log's folder vanishes under the running database: no new segment can be made.
    await rm(join(dataDir, 'pg_wal'), { recursive: true });
    await db.exec('SELECT pg_switch_wal()').catch(() => {});
    await expect(db.query('INSERT INTO t VALUES (1)')).rejects.toThrow();
    await expect(db.query('INSERT INTO t VALUES (2)')).rejects.toThrow();
    expect(errors).toEqual([expect.stringContaining('PANIC')]);
    await db.close().catch(() => {});
    const again = await openDatabase({ dataDir }).catch((thrown: unknown) => thrown);
    expect(again).not.toBeInstanceOf(DataDirHeldError);
  });

  it('waits for a transaction before it closes, and then refuses', async () => {
    const db = await openDatabase({ dataDir: 'memory:' });
    const done = db.transaction(async (tx) => {
      await sleep(50);
      return (await tx.query<{ one: number }>('SELECT 1 AS one')).rows[0]?.one;
    });
    const closed = db.close();
    expect(await done).toBe(1);
    await closed;
    await expect(db.transaction(async () => 1)).rejects.toThrow(DatabaseUnavailableError);
  });

  it.each([true, false])('keeps house by itself: statistics, vacuum and checkpoints (flush %o)', async (flush) => {
    const db = await openDatabase({ dataDir: await newDataDir(), flush });
    const one = async (sql: string) => (await db.query<{ v: unknown }>(sql)).rows[0]?.v;
    const lastCheckpoint = () => one('SELECT checkpoint_lsn::text AS v FROM pg_control_checkpoint()');
    const before = await lastCheckpoint();
    await db.exec(
      `CREATE TABLE filler AS SELECT n, repeat(md5(n::text), 12) AS text FROM generate_series(1, 100000) n`,
    );
    await expect
      .poll(() => one(`SELECT reltuples::int AS v FROM pg_class WHERE relname = 'filler'`), { timeout: 10_000 })
      .toBe(100_000);
    await db.exec('UPDATE filler SET n = n + 1');
    await expect.poll(lastCheckpoint, { timeout: 10_000 }).not.toBe(before);
    await expect
      .poll(() => one(`SELECT n_dead_tup AS v FROM pg_stat_user_tables WHERE relname = 'filler'`), { timeout: 10_000 })
      .toBe(0);
    await db.close();
  });

  it('notices when one name is used for two statements', async () => {
    const db = await openDatabase({ dataDir: 'memory:' });
    await db.query('SELECT 1', [], { name: 'same' });
    await expect(db.query('SELECT 2', [], { name: 'same' })).rejects.toThrow('has another text');
    await db.close();
  });
});
