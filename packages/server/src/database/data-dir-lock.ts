/**
 * @module One process per data folder. The lock is the operating system's, on a file beside the folder (taken through
 * SQLite, the only file lock that Node has): it ends with its process however that ends, so there are no stale locks to
 * guess about – no age, no reused process id, no two takers. A second file names the holder for the person who is refused.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, resolve } from 'node:path';
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

/** @throws DataDirHeldError */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const path = resolve(dataDir);
  const holderFile = `${path}.holder.json`;
  await mkdir(dirname(path), { recursive: true });
  const { DatabaseSync } = await import('node:sqlite');
  const lock = new DatabaseSync(`${path}.lock`, { timeout: 0 });
  try {
    // No journal file and no page is ever written: only the lock on the file is wanted.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    if (!isBusy(cause)) throw cause;
    throw new DataDirHeldError(path, await readHolder(holderFile));
  }
  const deadHolder = await readHolder(holderFile);
  const holder: DataDirHolder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  await writeFile(holderFile, `${JSON.stringify(holder)}\n`);
  return {
    deadHolder,
    async release() {
      await rm(holderFile, { force: true });
      lock.close();
    },
  };
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (error.errcode as number) === SQLITE_BUSY;
}

async function readHolder(file: string): Promise<DataDirHolder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as DataDirHolder;
  } catch {
    return undefined;
  }
}
