/**
 * @module A subscription that outlives its connection: it comes back after every loss, asks from where it was
 * (variables are computed anew), and gives up only when the desk refuses for good.
 */
import { backoffMs } from './backoff.ts';
import { DeskError, DeskOffline, isTransient } from './error.ts';
import { readEvents } from './event-stream.ts';
import { host, type AbortSignalLike, type DeskResponse } from './host.ts';

/** `reconnecting` from the first loss (or failed try) until the next success. */
export type SubscriptionState = 'connecting' | 'open' | 'reconnecting' | 'closed';

export interface SubscriptionHandlers<Answer> {
  next(answer: Answer): void;
  state?(state: SubscriptionState): void;
  /** The desk refused for good; the state is `closed`. */
  error?(error: DeskError): void;
}

export interface Subscription {
  readonly state: SubscriptionState;
  /** Drops the connection, if any, and opens a new one at once. */
  restart(): void;
  /** Opens a connection that looks open anew: a call has just found the desk unreachable. */
  suspect(): void;
  close(): void;
}

/** Silence after which a connection is taken for dead; the desk sends a heartbeat every 15 s. */
const SILENCE_MS = 40_000;
/** A connection that lasted this long was a good one: the next loss starts with a short wait again. */
const GOOD_MS = 10_000;

/** A refusal that the next try would get again. */
const isFinal = (error: unknown): error is DeskError =>
  error instanceof DeskError && (!isTransient(error) || error.code === 'UNAUTHENTICATED');

export interface SubscriptionOptions<Answer> extends SubscriptionHandlers<Answer> {
  /** Opens the stream; throws what the client throws. */
  readonly connect: (signal: AbortSignalLike) => Promise<DeskResponse>;
  /** Reads one `next` payload; throws when it holds an error. */
  readonly read: (payload: string) => Answer;
}

/** Opens a subscription and keeps it open until `close`. */
export function openSubscription<Answer>(options: SubscriptionOptions<Answer>): Subscription {
  const subscription = new LiveSubscription(options);
  subscription.restart();
  return subscription;
}

class LiveSubscription<Answer> implements Subscription {
  readonly #options: SubscriptionOptions<Answer>;
  #state: SubscriptionState = 'connecting';
  #attempt = 0;
  #abort: { readonly signal: AbortSignalLike; abort(): void } | undefined;
  #timer: unknown;

  constructor(options: SubscriptionOptions<Answer>) {
    this.#options = options;
  }

  get state(): SubscriptionState {
    return this.#state;
  }

  restart(): void {
    if (this.#state === 'closed') return;
    this.#drop();
    void this.#run();
  }

  suspect(): void {
    if (this.#state !== 'open') return;
    this.#move('reconnecting');
    this.restart();
  }

  close(): void {
    if (this.#state === 'closed') return;
    this.#drop();
    this.#move('closed');
  }

  #drop(): void {
    host.clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = undefined;
  }

  #move(state: SubscriptionState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#options.state?.(state);
  }

  async #run(): Promise<void> {
    const abort = new host.AbortController();
    this.#abort = abort;
    const startedAt = Date.now();
    let waitMs: number | undefined;
    try {
      await this.#connection(abort);
    } catch (error) {
      if (this.#abort !== abort) return;
      if (isFinal(error)) return this.#refused(error);
      waitMs = error instanceof DeskError ? error.retryAfterMs : undefined;
    }
    if (this.#abort !== abort) return;
    abort.abort();
    this.#move('reconnecting');
    if (Date.now() - startedAt >= GOOD_MS) this.#attempt = 0;
    this.#timer = host.setTimeout(() => void this.#run(), waitMs ?? backoffMs(this.#attempt));
    this.#attempt += 1;
  }

  async #connection(abort: { readonly signal: AbortSignalLike; abort(): void }): Promise<void> {
    const alive = (): void => {
      host.clearTimeout(this.#timer);
      this.#timer = host.setTimeout(() => abort.abort(), SILENCE_MS);
    };
    alive();
    try {
      const response = await this.#options.connect(abort.signal);
      if (!response.body) throw new DeskOffline();
      if (this.#abort !== abort) return;
      alive();
      this.#move('open');
      await readEvents(response.body, {
        onBytes: () => this.#abort === abort && alive(),
        onEvent: (name, data) => this.#abort === abort && name === 'next' && this.#tell(this.#options.read(data)),
      });
    } finally {
      if (this.#abort === abort) host.clearTimeout(this.#timer);
    }
  }

  /** A failing listener is reported like any uncaught error; it does not cost the connection. */
  #tell(answer: Answer): void {
    try {
      this.#options.next(answer);
    } catch (error) {
      host.setTimeout(() => {
        throw error;
      }, 0);
    }
  }

  #refused(error: DeskError): void {
    this.#drop();
    this.#move('closed');
    this.#options.error?.(error);
  }
}
