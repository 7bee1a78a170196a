/**
 * @module All open streams of this process: each gets a heartbeat every fifteen seconds, a fifteenth of them a second.
 */
import type { LiveStream } from './live-stream.ts';
import { unhurried } from './unhurried.ts';

const BUCKETS = 15;
const BUCKET_MS = 1000;

export class SseStreams {
  readonly #buckets = Array.from({ length: BUCKETS }, () => new Set<LiveStream>());
  #next = 0;
  #added = 0;
  #timer: NodeJS.Timeout | undefined;

  get size(): number {
    return this.#buckets.reduce((sum, bucket) => sum + bucket.size, 0);
  }

  /** Keeps the stream alive; the answer takes it out. */
  add(stream: LiveStream): () => void {
    const bucket = this.#buckets[this.#added % BUCKETS];
    this.#added += 1;
    bucket?.add(stream);
    this.#timer ??= unhurried(setInterval(() => this.#beat(), BUCKET_MS));
    return () => {
      bucket?.delete(stream);
      if (this.size === 0) this.#rest();
    };
  }

  #beat(): void {
    for (const stream of this.#buckets[this.#next] ?? []) stream.beat();
    this.#next = (this.#next + 1) % BUCKETS;
  }

  #rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Ends every stream so that its client comes back. */
  interruptAll(): void {
    for (const bucket of this.#buckets) for (const stream of bucket) stream.interrupt();
    this.#rest();
  }
}
