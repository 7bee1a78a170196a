import { DeskError, DeskOffline, isTransient } from '@shopdesk/core/client';

const RETRY_MS = 2000;
const LONGEST_RETRY_MS = 30_000;

export interface StarterOptions {
  readonly work: () => Promise<void>;
  /** The desk refuses for good. */
  readonly onRefused: (error: DeskError) => void;
  readonly onChange: () => void;
}

/** Does the first work of a connection, and again until it succeeds or the desk refuses for good. */
export class Starter {
  readonly #options: StarterOptions;
  #done = false;
  #working: Promise<void> | undefined;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(options: StarterOptions) {
    this.#options = options;
  }

  get done(): boolean {
    return this.#done;
  }

  get working(): boolean {
    return this.#working !== undefined;
  }

  /** The last try found no desk. */
  get failing(): boolean {
    return this.#failures > 0;
  }

  start(): Promise<void> {
    if (this.#done || this.#closed) return Promise.resolve();
    clearTimeout(this.#timer);
    this.#working ??= this.#try().finally(() => {
      this.#working = undefined;
      this.#options.onChange();
    });
    return this.#working;
  }

  /** What was done holds no longer. */
  reset(): void {
    this.#done = false;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #try(): Promise<void> {
    try {
      await this.#options.work();
      this.#done = true;
      this.#failures = 0;
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    if (this.#closed) return;
    if (!(error instanceof DeskError) && !(error instanceof DeskOffline)) throw error;
    if (error instanceof DeskError && !isTransient(error)) return this.#options.onRefused(error);
    this.#timer = setTimeout(() => void this.start(), Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** this.#failures));
    this.#failures += 1;
  }
}
