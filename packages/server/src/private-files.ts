/**
 * @module Files that nobody else on this machine may read or write: database, uploads, backups. They are made with
 * these rights, and at each start those that are open, from an older version or a careless copy, are closed.
 */
import { chmod, lstat, mkdir, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/** Rights of a private file: its owner reads and writes. */
export const FILE_MODE = 0o600;
/** Rights of a private folder: its owner lists, enters and changes it. */
export const FOLDER_MODE = 0o700;
/**
 * What the process takes away from everything that it makes from now on. For programs; a library leaves this to its
 * host.
 */
export const PRIVATE_UMASK = 0o077;

const OTHERS = 0o077;
/** Windows keeps rights in lists, of which these bits show nothing. */
const HAS_MODES = process.platform !== 'win32';

/** Makes a folder, and those above it that are missing, for its owner only. One that is there stays as it is. */
export const makePrivateFolder = (folder: string): Promise<string | undefined> =>
  mkdir(folder, { recursive: true, mode: FOLDER_MODE });

/**
 * The paths at and below these that others on this machine may read, write or enter. What is missing counts as closed.
 */
export async function openToOthers(...paths: readonly string[]): Promise<string[]> {
  const open: string[] = [];
  if (HAS_MODES) for (const path of paths) for await (const found of below(path)) open.push(found.path);
  return open;
}

/**
 * Closes everything at and below these paths, and answers what is still open: files of somebody else, or on a disk
 * that keeps no rights.
 */
export async function closeToOthers(...paths: readonly string[]): Promise<string[]> {
  if (!HAS_MODES) return [];
  for (const path of paths)
    for await (const { path: open, isFolder } of below(path))
      await chmod(open, isFolder ? FOLDER_MODE : FILE_MODE).catch(() => undefined);
  return openToOthers(...paths);
}

interface Found {
  readonly path: string;
  readonly isFolder: boolean;
}

/** Everything open, a folder before what is in it. A link is not followed: what it points to is not kept here. */
async function* below(top: string): AsyncGenerator<Found> {
  const pending = await realpath(top).then(
    (path) => [path],
    (): string[] => [],
  );
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    // A file may go while we look, as the database's temporary ones do; a folder may be one that we may not enter.
    const facts = await lstat(path).catch(() => undefined);
    if (!facts || facts.isSymbolicLink()) continue;
    const isFolder = facts.isDirectory();
    if (facts.mode & OTHERS) yield { path, isFolder };
    if (isFolder) pending.push(...(await readdir(path).catch((): string[] => [])).map((name) => join(path, name)));
  }
}
