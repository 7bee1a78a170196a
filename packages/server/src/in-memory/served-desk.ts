/** @module The test desk of core with the desk's endpoints on it: people, a clock that one sets, and a `fetch`. */
import type { Desk, Feature, standardFeatures } from '@shopdesk/core';
import { createTestDesk, MemoryStore, TestClock, testPorts, type TestDeskOptions } from '@shopdesk/core/testing';
import { MemoryBlobStore } from './memory-blobs.ts';
import { serveInMemory } from './serve.ts';

export type ServedTestDesk = Awaited<ReturnType<typeof createServedDesk<typeof standardFeatures>>>;

/**
 * A desk of the standard features, or of others, that answers by GraphQL as a server does. Files that were not sent up
 * may be named by what they are, as in the tests of core: `blobKey: JSON.stringify({ contentType, size, sha256 })`.
 */
export async function createServedDesk<const F extends readonly Feature[] = typeof standardFeatures>(
  options: Partial<TestDeskOptions<F>> = {},
) {
  const { store = new MemoryStore(), clock = new TestClock() } = options;
  const blobs = new MemoryBlobStore({ clock: clock.now });
  const { blobs: named } = testPorts();
  const ports = {
    blobs: { describe: async (key: string) => (await blobs.describe(key)) ?? named.describe(key) },
    ...options.ports,
  };
  const setup = await createTestDesk<F>({ ...options, store, clock, ports });
  const loose = setup.desk as unknown as Desk;
  return { ...setup, ...(await serveInMemory({ desk: loose, store, clock: clock.now, blobs })), loose, blobs };
}
