/** @module A real desk without a socket and without a disk, for tests of whatever asks one. */
export { createServedDesk, type ServedTestDesk } from './served-desk.ts';
export { serveInMemory, type ServedDesk, type ServeOptions } from './serve.ts';
export { Network, type NetworkFetch } from './network.ts';
export { MemoryBlobStore } from './memory-blobs.ts';
