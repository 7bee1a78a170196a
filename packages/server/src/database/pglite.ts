/**
 * @module The embedded database: PGlite in a folder of the host, locked against a second process, initialised outside
 * of this one, and flushed like PostgreSQL.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, realpath, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { closeToOthers } from '../private-files.ts';
import { Channels, quoteName } from './channels.ts';
import { lockDataDir, type DataDirLock } from './data-dir-lock.ts';
import type { Database, DatabaseLogger } from './database.ts';
import { DURABLE_PARAMETERS, DurableFs } from './durable-fs.ts';
import { Housekeeping } from './housekeeping.ts';
import { PrivateFs } from './private-fs.ts';
import { PgliteSession } from './pglite-session.ts';
import { WalFlush } from './wal-flush.ts';

interface OpenOptions {
  readonly dataDir: string;
  readonly flush: boolean;
  readonly logger: DatabaseLogger;
}

const MEMORY = 'memory:';

/** @throws DataDirHeldError */
export async function openPglite({ dataDir, flush, logger }: OpenOptions): Promise<Database> {
  if (dataDir === MEMORY) return connect({ pglite: await PGlite.create(), durability: IN_MEMORY, logger });
  const path = resolve(dataDir);
  const lock = await lockDataDir(path);
  try {
    if (lock.deadHolder)
      logger.warn(
        { dataDir: path, holder: lock.deadHolder },
        'The data folder was not closed the last time; it is being recovered.',
      );
    if (!existsSync(`${path}/PG_VERSION`)) await initialise(path, logger);
    const open = await closeToOthers(path, `${await realpath(path)}.lock`);
    if (open.length > 0) logger.warn({ dataDir: path, open: open.length, first: open[0] }, OPEN);
    // Of what PostgreSQL complains about, only its own end: an ordinary error is the caller's, and may quote personal
    // data.
    const onStderr = (text: string) => {
      if (/\b(PANIC|FATAL):/.test(text)) logger.error({ dataDir: path }, text.trim());
      return false;
    };
    const start = (options: PGliteOptions) =>
      PGlite.create({ ...options, onStderr }).catch((cause: unknown) => {
        throw new Error(`The embedded database in ${path} cannot be opened; it may be damaged or of another version.`, {
          cause,
        });
      });
    if (!flush)
      return await connect({ pglite: await start({ fs: new PrivateFs(path) }), durability: NOT_FLUSHED, lock, logger });
    const log = new WalFlush();
    const fs = new DurableFs(path, log);
    const pglite = await start({ fs, startParams: [...DURABLE_PARAMETERS] });
    return await connect({ pglite, durability: FLUSHED, lock, log, logger });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

const OPEN = 'Others on this machine can read or write the embedded database, and its rights cannot be changed.';
const IN_MEMORY = 'The database is in memory only: everything is lost when the process ends.';
const FLUSHED =
  'Embedded database, flushed to disk before anything is acknowledged: a power cut costs nothing that was acknowledged, on a disk that keeps its word.';
const NOT_FLUSHED =
  'Embedded database without flushing: a killed process loses nothing, but a power cut may cost the last seconds or damage the whole data folder.';

/** Empty folders are taken over; anything else that is not a database is refused. */
async function initialise(path: string, logger: DatabaseLogger): Promise<void> {
  if (existsSync(path)) {
    const names = await readdir(path);
    if (names.length > 0) throw new Error(`${path} is not empty and not a database of the desk.`);
    await rm(path, { recursive: true });
  }
  await rm(`${path}.new`, { recursive: true, force: true });
  logger.info({ dataDir: path }, 'Making a new embedded database.');
  // The same file is TypeScript in the repository and JavaScript in the package.
  const program = fileURLToPath(new URL(`./initialise-data-dir${import.meta.url.slice(-3)}`, import.meta.url));
  const child = spawn(process.execPath, [program, path], { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
  if (code !== 0)
    throw new Error(`The embedded database could not be made in ${path}: ${complaint.trim() || `exit code ${code}`}`);
}

interface Parts {
  readonly pglite: PGlite;
  readonly durability: string;
  readonly logger: DatabaseLogger;
  readonly lock?: DataDirLock;
  readonly log?: WalFlush;
}

async function connect({ pglite, durability, logger, lock, log }: Parts): Promise<Database> {
  const channels = new Channels({
    logger,
    start: (name) => session.exec(`LISTEN ${quoteName(name)}`),
    end: (name) => session.exec(`UNLISTEN ${quoteName(name)}`),
  });
  const session = new PgliteSession({
    pglite,
    log,
    onNotification: ({ channel, payload }) => channels.tell(channel, payload),
  });
  if (log) await proveFlush(session, log);
  const housekeeping = new Housekeeping({ session, logger });
  const close = async () => {
    await housekeeping.stop();
    try {
      await session.close();
      await pglite.close();
      log?.close();
    } finally {
      await lock?.release();
    }
  };
  let closing: Promise<void> | undefined;
  return {
    kind: 'pglite',
    durability,
    query: (text, values, options) => session.query(text, values, options),
    exec: (sql) => session.exec(sql),
    transaction: (work) => session.transaction(work),
    listen: (channel, onMessage, onResync) => channels.add(channel, { onMessage, onResync }),
    notify: async (channel, payload) =>
      void (await session.query('SELECT pg_notify($1, $2)', [channel, payload], { name: 'notify' })),
    close: () => (closing ??= close()),
  };
}

/** A PGlite that no longer asks for flushes must not start silently. */
async function proveFlush(session: PgliteSession, log: WalFlush): Promise<void> {
  const before = log.requests;
  await session.query(`SELECT pg_logical_emit_message(true, 'shopdesk', 'opened')`);
  if (log.requests === before)
    throw new Error('This version of PGlite does not ask for flushes; its commits would not be safe.');
}
