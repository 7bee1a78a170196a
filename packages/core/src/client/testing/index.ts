/** @module For tests of clients: a desk in memory behind an injected `fetch`. */
export { createFakeDesk, type FakeDesk, type FakeNetwork } from './desk-fetch.ts';
