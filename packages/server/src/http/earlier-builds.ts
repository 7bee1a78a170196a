/**
 * @module Keeps the chunks of the widget and the panel for the pages that were opened before an update: such a page
 * asks for chunks by the names of its own build, which the installed packages no longer have.
 */
import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { FILE_MODE, makePrivateFolder } from '../private-files.ts';
import { isServed, type AssetFolders } from './asset-folder.ts';

/** Milliseconds for which a chunk is kept after it was last part of the installed build: seven days. */
export const KEPT_MS = 7 * 24 * 3600 * 1000;
/** Bytes that are kept of the widget, and as many of the panel. What was current longest ago goes first. */
const MOST_BYTES = 50 * 1024 * 1024;

export interface EarlierBuildsOptions {
  /** Where the chunks are kept, a folder for each part. */
  readonly folder: string;
  /** The installed builds. */
  readonly assets: AssetFolders;
  readonly clock: () => Date;
}

interface Found {
  /** Path below the folder that was searched. */
  readonly name: string;
  readonly bytes: number;
  readonly changed: number;
}

/** The time at which a kept file was changed says when it was last part of the installed build. */
export class EarlierBuilds {
  readonly #options: EarlierBuildsOptions;

  constructor(options: EarlierBuildsOptions) {
    this.#options = options;
  }

  /** The folder with the kept chunks of a part. */
  folderOf(part: keyof AssetFolders): string {
    return join(this.#options.folder, part);
  }

  /** Keeps the chunks of the installed builds, and removes those that nobody should need any more. */
  async keep(): Promise<void> {
    const { assets, clock } = this.#options;
    for (const part of ['widget', 'admin'] as const) {
      const [from, to] = [assets[part], this.folderOf(part)];
      if (from !== undefined) await keepChunks(from, to, clock());
      await removeOld(to, clock());
    }
  }
}

async function keepChunks(from: string, to: string, now: Date): Promise<void> {
  const chunks = (await filesBelow(from)).filter(({ name }) => isChunk(name));
  if (chunks.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES) return;
  const kept = new Map((await filesBelow(to)).map(({ name, bytes }) => [name, bytes]));
  for (const { name, bytes } of chunks) {
    // A build that was under way may have been copied half written.
    if (kept.get(name) !== bytes) await copy(join(from, name), join(to, name)).catch(unlessMissing);
    await utimes(join(to, name), now, now).catch(unlessMissing);
  }
}

/** Names in folders change with the content. What lies beside them (`widget.js`, `index.html`) is always the newest. */
const isChunk = (name: string): boolean => name.includes('/') && isServed(name);

/** Nobody ever reads a half of it. */
async function copy(from: string, to: string): Promise<void> {
  const bytes = await readFile(from);
  await makePrivateFolder(dirname(to));
  const draft = join(dirname(to), `.${basename(to)}-${randomUUID()}`);
  await writeFile(draft, bytes, { mode: FILE_MODE });
  await rename(draft, to);
}

async function removeOld(folder: string, now: Date): Promise<void> {
  let sum = 0;
  for (const { name, bytes, changed } of (await filesBelow(folder)).toSorted((a, b) => b.changed - a.changed)) {
    sum += bytes;
    if (sum > MOST_BYTES || now.getTime() - changed > KEPT_MS) await rm(join(folder, name), { force: true });
  }
}

/** All files below a folder, links left out. A folder or file that is missing, as during a build, is left out too. */
async function filesBelow(folder: string): Promise<Found[]> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true }).catch(unlessMissing)) ?? [];
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const found = await Promise.all(
    files.map(async (path): Promise<Found[]> => {
      const facts = await stat(path).catch(unlessMissing);
      const name = relative(folder, path).replaceAll(sep, '/');
      return facts ? [{ name, bytes: facts.size, changed: facts.mtimeMs }] : [];
    }),
  );
  return found.flat();
}

/** Another process, or a build under way, may take a file away at any time. */
function unlessMissing(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  return undefined;
}
