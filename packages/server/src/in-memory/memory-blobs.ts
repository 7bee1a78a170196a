/** @module Uploaded files in memory, judged by their content as those on disk are. */
import { DeniedError, deny } from '@shopdesk/core';
import type { BlobStore, ByteRange, PutOptions, StoredBlob } from '../blobs/blob-store.ts';
import { serverTexts as t } from '../texts.ts';

interface Kept {
  readonly blob: StoredBlob;
  readonly content: Uint8Array<ArrayBuffer>;
}

export class MemoryBlobStore implements BlobStore {
  readonly #kept = new Map<string, Kept>();
  readonly #clock: () => Date;

  constructor({ clock = () => new Date() }: { readonly clock?: () => Date } = {}) {
    this.#clock = clock;
  }

  async put(body: AsyncIterable<Uint8Array>, { tenantId, maxBytes, allowed }: PutOptions): Promise<StoredBlob> {
    const content = await whole(body);
    if (content.length > maxBytes)
      throw new DeniedError(deny('LIMIT_EXCEEDED', { text: t.fileTooLarge, details: { limit: maxBytes } }));
    const { fileTypeFromBuffer } = await import('file-type');
    const contentType = (await fileTypeFromBuffer(content))?.mime;
    if (!contentType || !allowed.includes(contentType))
      throw new DeniedError(deny('VALIDATION_FAILED', { fields: [{ path: 'file', text: t.fileTypeUnsendable }] }));
    const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', content)).toString('hex');
    const key = crypto.randomUUID();
    const storedAt = this.#clock().toISOString();
    const blob: StoredBlob = { key, tenantId, contentType, size: content.length, sha256, storedAt };
    this.#kept.set(key, { blob, content });
    return blob;
  }

  async describe(key: string): Promise<StoredBlob | undefined> {
    return this.#kept.get(key)?.blob;
  }

  async open(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | undefined> {
    const content = this.#kept.get(key)?.content;
    return content && new Blob([range ? content.slice(range.start, range.end + 1) : content]).stream();
  }

  async remove(key: string): Promise<void> {
    this.#kept.delete(key);
  }

  async *list(): AsyncGenerator<StoredBlob> {
    for (const { blob } of this.#kept.values()) yield blob;
  }

  async restore(blob: StoredBlob, content: AsyncIterable<Uint8Array>): Promise<void> {
    this.#kept.set(blob.key, { blob, content: await whole(content) });
  }
}

async function whole(content: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of content) chunks.push(new Uint8Array(chunk));
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
