/** @module One subscriber's answer as a stream of the web platform: what a page or a test reads without a socket. */
import type { LiveStream } from '../live/live-stream.ts';
import { COMMENT, COMPLETE, type SseFrame } from '../live/sse-frame.ts';

/** Frames that nobody has read yet; who lets more lie comes back and resumes. */
const MOST_UNREAD = 10_000;

export class WebStream implements LiveStream {
  readonly body: ReadableStream<Uint8Array>;
  isOver = false;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #onEnd: (() => void) | undefined;

  constructor() {
    this.body = new ReadableStream(
      {
        start: (controller) => void (this.#controller = controller),
        cancel: () => this.#end(),
      },
      { highWaterMark: MOST_UNREAD },
    );
    this.beat();
  }

  whenEnded(act: () => void): void {
    if (this.isOver) act();
    else this.#onEnd = act;
  }

  /** No response takes it over: whoever aborts the request ends it. */
  whenPiped(): void {}

  write(frame: SseFrame): void {
    if (this.isOver) return;
    this.#controller?.enqueue(frame.bytes);
    if ((this.#controller?.desiredSize ?? 0) <= 0) this.interrupt();
  }

  room(): undefined {
    return undefined;
  }

  beat(): void {
    this.write(COMMENT);
  }

  complete(): void {
    if (this.isOver) return;
    this.write(COMPLETE);
    this.#controller?.close();
    this.#end();
  }

  interrupt(): void {
    if (this.isOver) return;
    this.#controller?.error(new TypeError('network error'));
    this.#end();
  }

  #end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.#onEnd?.();
    this.#onEnd = undefined;
  }
}
