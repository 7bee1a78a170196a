/**
 * @module One subscriber's answer as server-sent events. It is an ordinary stream, but when Node's server pipes it into
 * a response, frames are written straight to that response: no copy, no queue and no promise per subscriber.
 */
import { ServerResponse } from 'node:http';
import { Readable, type Writable } from 'node:stream';
import { COMMENT, COMPLETE, type SseFrame } from './sse-frame.ts';
import type { LiveStream } from './live-stream.ts';

/** A client that has not taken this much is too slow; it comes back and resumes. */
const MAX_BUFFERED = 1024 * 1024;

export class SseStream extends Readable implements LiveStream {
  #response: Writable | undefined;
  #ended = false;
  #onEnd: (() => void) | undefined;
  #onPiped: (() => void) | undefined;
  #room: Promise<void> | undefined;

  constructor() {
    super({ highWaterMark: MAX_BUFFERED });
    // Some clients show nothing before the first byte.
    this.push(COMMENT.bytes);
  }

  /** A Response of the server's own takes streams of Node. */
  get body(): BodyInit {
    return this as unknown as BodyInit;
  }

  whenEnded(act: () => void): void {
    if (this.isOver) act();
    else this.#onEnd = act;
  }

  whenPiped(act: () => void): void {
    this.#onPiped = act;
  }

  get isOver(): boolean {
    return this.#ended || this.destroyed;
  }

  override _read(): void {}

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#end();
    done(error);
  }

  override pipe<T extends NodeJS.WritableStream>(destination: T): T {
    const response = destination as unknown as Writable;
    response.on('error', () => this.destroy());
    for (let chunk: unknown = this.read(); chunk !== null; chunk = this.read()) response.write(chunk);
    this.#response = response;
    this.#onPiped?.();
    this.#onPiped = undefined;
    if (this.#ended) response.end();
    return destination;
  }

  write(frame: SseFrame): void {
    if (this.isOver) return;
    const response = this.#response;
    if (!response) this.push(frame.bytes);
    else if (takesChunks(response)) response.socket.write(frame.chunk);
    else response.write(frame.bytes);
    if ((response?.writableLength ?? this.readableLength) > MAX_BUFFERED) this.interrupt();
  }

  room(): Promise<void> | undefined {
    const response = this.#response;
    const full = response && (takesChunks(response) ? response.socket : response);
    if (!full?.writableNeedDrain || this.isOver) return undefined;
    this.#room ??= drained(full).finally(() => (this.#room = undefined));
    return this.#room;
  }

  beat(): void {
    this.write(COMMENT);
  }

  complete(): void {
    if (this.isOver) return;
    this.write(COMPLETE);
    this.#end();
    if (this.#response) this.#response.end();
    else this.push(null);
  }

  interrupt(): void {
    this.#response?.destroy();
    this.destroy();
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#onEnd?.();
    this.#onEnd = undefined;
  }
}

type Chunked = ServerResponse & { readonly socket: NonNullable<ServerResponse['socket']> };

/**
 * Whether the response has its socket for itself and sends chunks: HTTP/1.1, and no earlier answer is still under way.
 */
function takesChunks(response: Writable): response is Writable & Chunked {
  return (
    response instanceof ServerResponse &&
    response.headersSent &&
    response.chunkedEncoding &&
    response.socket !== null &&
    response.writableLength === response.socket.writableLength
  );
}

/** Resolves when the stream has room, or never will. */
function drained(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done).off('close', done);
      resolve();
    };
    stream.on('drain', done).on('close', done);
  });
}
