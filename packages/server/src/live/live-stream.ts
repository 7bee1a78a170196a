/** @module What live delivery needs of the answer that it writes events to, whatever carries it. */
import type { Sink } from './sink.ts';
import type { SseFrame } from './sse-frame.ts';

/** One subscriber's answer as server-sent events. */
export interface LiveStream extends Sink<SseFrame> {
  /** What a Response is made with. */
  readonly body: BodyInit;
  /** Hears once when the stream is over. */
  whenEnded(act: () => void): void;
  /** Hears when a response has taken the stream over, which then ends with that response. */
  whenPiped(act: () => void): void;
  /** Shows that the connection is alive, to both ends and whatever is between. */
  beat(): void;
}
