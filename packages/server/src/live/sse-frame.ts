/**
 * @module An event as it is sent, the same bytes to everybody. HTTP/1.1 wraps every write into a chunk of its own;
 * doing that once per event instead of once per subscriber is what makes a broadcast as fast as the sockets are.
 */
import { Buffer } from 'node:buffer';

export interface SseFrame {
  readonly bytes: Buffer;
  /** The same as one chunk of a chunked answer. */
  readonly chunk: Buffer;
}

const frame = (bytes: Buffer): SseFrame => ({
  bytes,
  chunk: Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]),
});

/** An answer as one event; JSON has no line breaks of its own. */
export const nextFrame = (result: unknown): SseFrame =>
  frame(Buffer.from(`event: next\ndata: ${JSON.stringify(result)}\n\n`));

export const combined = (frames: readonly SseFrame[]): SseFrame =>
  frame(Buffer.concat(frames.map(({ bytes }) => bytes)));

export const COMMENT = frame(Buffer.from(':\n\n'));
export const COMPLETE = frame(Buffer.from('event: complete\ndata:\n\n'));
