/**
 * @module Files in a folder, two levels deep by their random key: the content, and beside it what is known of it.
 * A file appears under its key only when it is whole and on disk.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, opendir, readFile, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DeniedError, deny } from '@shopdesk/core';
import { FILE_MODE, makePrivateFolder } from '../private-files.ts';
import type { BlobStore, ByteRange, PutOptions, StoredBlob } from './blob-store.ts';
import { serverTexts as t } from '../texts.ts';

/** What the type is found out from. */
const SNIFFED_BYTES = 4100;
const KEY = /^[\w-]{43}$/;

export interface DiskBlobStoreOptions {
  readonly folder: string;
  readonly clock?: () => Date;
}

export class DiskBlobStore implements BlobStore {
  readonly #folder: string;
  readonly #clock: () => Date;

  constructor({ folder, clock = () => new Date() }: DiskBlobStoreOptions) {
    this.#folder = folder;
    this.#clock = clock;
  }

  async put(content: AsyncIterable<Uint8Array>, { tenantId, maxBytes, allowed }: PutOptions): Promise<StoredBlob> {
    const key = randomBytes(32).toString('base64url');
    return this.#write(
      key,
      content,
      async ({ head, size, sha256, truncated }) => {
        if (truncated || size > maxBytes) throw tooLarge(maxBytes);
        // Loaded when it is needed: an old Node cannot even read it, and is to say what it lacks.
        const { fileTypeFromBuffer } = await import('file-type');
        const contentType = (await fileTypeFromBuffer(head))?.mime;
        if (!contentType || !allowed.includes(contentType)) throw wrongType();
        return { key, tenantId, contentType, size, sha256, storedAt: this.#clock().toISOString() };
      },
      maxBytes,
    );
  }

  async restore(blob: StoredBlob, content: AsyncIterable<Uint8Array>): Promise<void> {
    if (!KEY.test(blob.key)) throw new TypeError(`${blob.key} is no key of a file.`);
    await this.#write(blob.key, content, ({ sha256 }) => {
      if (sha256 !== blob.sha256) throw new Error(`The file ${blob.key} is damaged: its content is not what was kept.`);
      return blob;
    });
  }

  /** Writes aside and renames; whatever fails leaves nothing behind. */
  async #write(
    key: string,
    content: AsyncIterable<Uint8Array>,
    judge: (facts: Written) => StoredBlob | Promise<StoredBlob>,
    maxBytes?: number,
  ): Promise<StoredBlob> {
    const place = this.#place(key);
    await makePrivateFolder(join(place, '..'));
    const aside = `${place}.part`;
    try {
      const blob = await judge(await writeFlushed(aside, content, maxBytes));
      await writeFile(`${place}.json`, JSON.stringify(blob), { flush: true, mode: FILE_MODE });
      await rename(aside, place);
      return blob;
    } catch (error) {
      await Promise.all([aside, `${place}.json`].map((file) => rm(file, { force: true })));
      throw error;
    }
  }

  async describe(key: string): Promise<StoredBlob | undefined> {
    if (!KEY.test(key)) return undefined;
    try {
      return JSON.parse(await readFile(`${this.#place(key)}.json`, 'utf8')) as StoredBlob;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async open(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | undefined> {
    if (!KEY.test(key)) return undefined;
    const handle = await open(this.#place(key)).catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    return handle && (Readable.toWeb(createReadStream('', { fd: handle, ...range })) as ReadableStream<Uint8Array>);
  }

  async remove(key: string): Promise<void> {
    if (!KEY.test(key)) return;
    const place = this.#place(key);
    await Promise.all([place, `${place}.json`].map((file) => rm(file, { force: true })));
  }

  async *list(): AsyncGenerator<StoredBlob> {
    for (const folder of await entriesOf(this.#folder))
      for (const name of await entriesOf(join(this.#folder, folder))) {
        const blob = name.endsWith('.json') ? await this.describe(name.slice(0, -'.json'.length)) : undefined;
        if (blob) yield blob;
      }
  }

  #place(key: string): string {
    return join(this.#folder, key.slice(0, 2), key);
  }
}

interface Written {
  readonly head: Uint8Array;
  readonly size: number;
  readonly sha256: string;
  readonly truncated: boolean;
}

/** Stops reading at the first byte too many. */
async function writeFlushed(
  path: string,
  content: AsyncIterable<Uint8Array>,
  maxBytes = Number.MAX_SAFE_INTEGER,
): Promise<Written> {
  const file = await open(path, 'wx', FILE_MODE);
  try {
    const written = await pour(file, content, maxBytes);
    await file.sync();
    return written;
  } finally {
    await file.close();
  }
}

async function pour(file: FileHandle, content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Written> {
  const hash = createHash('sha256');
  const head: Uint8Array[] = [];
  let [size, headSize] = [0, 0];
  // Not `for await`: leaving that would cancel the request's body, and the client would see a reset instead of the
  // answer.
  const chunks = content[Symbol.asyncIterator]();
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    const chunk = next.value;
    size += chunk.byteLength;
    if (size > maxBytes) return { head: Buffer.concat(head), size, sha256: '', truncated: true };
    if (headSize < SNIFFED_BYTES) head.push(chunk.slice(0, SNIFFED_BYTES - headSize));
    headSize += chunk.byteLength;
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  return { head: Buffer.concat(head), size, sha256: hash.digest('hex'), truncated: false };
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    const names: string[] = [];
    for await (const { name } of await opendir(folder)) names.push(name);
    return names;
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const tooLarge = (limit: number) =>
  new DeniedError(deny('LIMIT_EXCEEDED', { text: t.fileTooLarge, details: { limit } }));

const wrongType = () =>
  new DeniedError(deny('VALIDATION_FAILED', { fields: [{ path: 'file', text: t.fileTypeUnsendable }] }));
