/**
 * @module Where uploaded files are. The database knows a file by its key only; another place (an object store) is
 * another implementation of this.
 */
import type { BlobFacts, Blobs } from '@shopdesk/core';

/** A file as the place keeps it. */
export interface StoredBlob extends BlobFacts {
  readonly key: string;
  /** The tenant whose file it is. */
  readonly tenantId: string;
  /** ISO 8601. */
  readonly storedAt: string;
}

export interface PutOptions {
  readonly tenantId: string;
  /** Bytes; one more and the upload is refused. */
  readonly maxBytes: number;
  /** Content types that are kept. */
  readonly allowed: readonly string[];
}

/** Bytes from `start` to `end`, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface BlobStore extends Blobs {
  /**
   * Keeps a file under a new random key; what it is is found out from its content.
   * @throws DeniedError LIMIT_EXCEEDED when it is too large, VALIDATION_FAILED when it is of no allowed type.
   */
  put(content: AsyncIterable<Uint8Array>, options: PutOptions): Promise<StoredBlob>;
  describe(key: string): Promise<StoredBlob | undefined>;
  /** The content, or undefined when there is none under this key. */
  open(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | undefined>;
  remove(key: string): Promise<void>;
  /** Every file, in no order. */
  list(): AsyncIterable<StoredBlob>;
  /** Puts a file back under the key it had (restore). */
  restore(blob: StoredBlob, content: AsyncIterable<Uint8Array>): Promise<void>;
}
