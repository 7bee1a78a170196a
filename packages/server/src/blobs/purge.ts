/**
 * @module Removes files that never became an attachment: an upload whose process died before it was recorded.
 */
import type { Desk } from '@shopdesk/core';
import type { BlobStore } from './blob-store.ts';

/** Milliseconds that an upload has to become an attachment. */
const ORPHANED_AFTER_MS = 24 * 3600 * 1000;

/** Answers how many files were removed. */
export async function purgeOrphans(blobs: BlobStore, desk: Desk, now: Date): Promise<number> {
  let removed = 0;
  for await (const { key, tenantId, storedAt } of blobs.list()) {
    if (now.getTime() - Date.parse(storedAt) < ORPHANED_AFTER_MS) continue;
    const files = desk.read({ kind: 'system', tenantId, name: 'purge' });
    const rows = await Promise.all(desk.files.map(({ entity }) => files.first(entity, { blobKey: key })));
    if (rows.some(Boolean)) continue;
    await blobs.remove(key);
    removed += 1;
  }
  return removed;
}
