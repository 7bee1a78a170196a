/**
 * @module One process per data folder. The lock is the operating system's, on a file beside the folder (taken through
 * SQLite, the only file lock that Node has): it ends with its process however that ends, so there are no stale locks to
 * guess about – no age, no reused process id, no two takers. A second file names the holder for the person who is
 * refused. Nothing else in this process may open the lock file: POSIX ends a process's lock when it closes any handle
 * of the file.
 */
import { open, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { FILE_MODE, makePrivateFolder } from '../private-files.ts';
import { DataDirHeldError } from './error.ts';

/** Who has a data folder open. */
export interface DataDirHolder {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601. */
  readonly since: string;
}

export interface DataDirLock {
  /** The holder that ended without closing the folder, if that is how the last one ended. */
  readonly deadHolder: DataDirHolder | undefined;
  release(): Promise<void>;
}

/** What is held: a lock that nobody refers to would be let go with the garbage. */
const held = new Set<object>();

/** @throws DataDirHeldError */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const path = await realPathOf(resolve(dataDir));
  const holderFile = `${path}.holder.json`;
  const lock = await openLock(path, holderFile);
  held.add(lock);
  const letGo = () => {
    held.delete(lock);
    lock.close();
  };
  try {
    const deadHolder = await readHolder(holderFile);
    const holder: DataDirHolder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
    await writeFile(holderFile, `${JSON.stringify(holder)}\n`, { mode: FILE_MODE });
    return { deadHolder, release: () => rm(holderFile, { force: true }).finally(letGo) };
  } catch (error) {
    letGo();
    throw error;
  }
}

async function openLock(path: string, holderFile: string) {
  const { DatabaseSync } = await import('node:sqlite');
  const lockFile = `${path}.lock`;
  // SQLite would make it for everybody to read. A file that is there is not touched, see above.
  await open(lockFile, 'wx', FILE_MODE).then((file) => file.close(), unlessItExists);
  const lock = new DatabaseSync(lockFile, { timeout: 0 });
  try {
    // No journal file and no page is ever written: only the lock on the file is wanted.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return lock;
  } catch (cause) {
    lock.close();
    if (!isBusy(cause)) throw cause;
    throw new DataDirHeldError(path, await readHolder(holderFile));
  }
}

/** One folder has one lock, by whatever links it is reached; it need not exist yet. */
async function realPathOf(path: string): Promise<string> {
  await makePrivateFolder(dirname(path));
  return realpath(path).catch(async () => join(await realpath(dirname(path)), basename(path)));
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (error.errcode as number) === SQLITE_BUSY;
}

function unlessItExists(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
}

async function readHolder(file: string): Promise<DataDirHolder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as DataDirHolder;
  } catch {
    return undefined;
  }
}
