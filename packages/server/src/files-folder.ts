/**
 * @module What the desk keeps beside its database: uploaded files, and the secret that signs links to them. Chunks of
 * earlier builds (`http/earlier-builds.ts`) lie there too.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '@shopdesk/core';
import { closeToOthers, FILE_MODE, makePrivateFolder } from './private-files.ts';

export interface FilesFolder {
  readonly root: string;
  /** Of the blobs. */
  readonly blobs: string;
  readonly secret: Uint8Array;
  close(): Promise<void>;
}

const SHORTEST_SECRET = 32;

/** Opens the folder, or a temporary one that is removed at the end. */
export async function openFilesFolder(folder: string | undefined, secret: string | undefined): Promise<FilesFolder> {
  if (secret !== undefined && secret.length < SHORTEST_SECRET)
    throw new ConfigError([`the secret has fewer than ${SHORTEST_SECRET} characters`]);
  const root = folder ?? (await mkdtemp(join(tmpdir(), 'shopdesk-files-')));
  await makePrivateFolder(root);
  await closeToOthers(root);
  return {
    root,
    blobs: join(root, 'blobs'),
    secret: secret === undefined ? await keptSecret(join(root, 'secret')) : Buffer.from(secret),
    close: async () => {
      if (!folder) await rm(root, { recursive: true, force: true });
    },
  };
}

async function keptSecret(file: string): Promise<Uint8Array> {
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { mode: FILE_MODE, flag: 'wx', flush: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFile(file);
}
