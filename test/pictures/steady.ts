/**
 * @module Loaded before the demo of which pictures are taken: its clock begins at the same instant each time and hardly
 * moves, and what is drawn by lot is the same each time, so that two books of the same sources are equal. Names of
 * visitors, times and numbers stand on the pictures.
 */
import crypto from 'node:crypto';
import { ServerResponse } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';

const BEGIN = Date.parse(process.env['SHOPDESK_STEADY_FROM'] ?? '2026-06-16T14:00:00.000Z');
/** A second of the wall passes in one millisecond here: what happens later still has a later time. */
const SLOWER = 1000;

const RealDate = Date;
const started = RealDate.now();
const now = (): number => BEGIN + Math.floor((RealDate.now() - started) / SLOWER);

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, asked) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, asked === globalThis.Date ? target : asked) as Date,
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name, target) as unknown)),
});

// Widget and panel go by the desk's clock as its answers tell it: the minute in which the browsers stand.
const SHOWN = new RealDate(
  Date.parse(process.env['SHOPDESK_STEADY_SHOWN'] ?? '2026-06-16T14:01:30.000Z'),
).toUTCString();
const { writeHead } = ServerResponse.prototype as unknown as { writeHead: (...given: unknown[]) => ServerResponse };
ServerResponse.prototype.writeHead = function (this: ServerResponse, ...given: unknown[]) {
  if (!this.headersSent) this.setHeader('date', SHOWN);
  return writeHead.apply(this, given);
} as typeof ServerResponse.prototype.writeHead;

/** Mulberry32: small, and the same everywhere. */
let state = 0x5eed;
function byte(): number {
  state = (state + 0x6d_2b_79_f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 8) & 0xff;
}

function fill<T extends ArrayBufferView>(view: T): T {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = byte();
  return view;
}

function uuid(): `${string}-${string}-${string}-${string}-${string}` {
  const hex = Buffer.from(fill(new Uint8Array(16))).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

Object.assign(crypto, { randomBytes: (size: number) => fill(Buffer.alloc(size)), randomUUID: uuid });
syncBuiltinESMExports();
Object.defineProperties(globalThis.crypto, { getRandomValues: { value: fill }, randomUUID: { value: uuid } });
