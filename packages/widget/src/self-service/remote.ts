import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DeskConnection } from '../connection/connection.ts';

/** What is looked at is asked again so often (R-MID-01), and at once when something is told in the conversation. */
const AGAIN_MS = 5000;

export interface RemoteOptions<T> {
  /** Undefined until the element has its properties. */
  readonly connection: () => DeskConnection;
  readonly load: () => Promise<T>;
  /** Asks again while it is looked at. */
  readonly live?: boolean;
  /** Milliseconds between two questions. @defaultValue 5000 */
  readonly everyMs?: number;
  readonly onLoaded?: (value: T) => void;
}

/** Something that the desk knows, for an element to show: what was known stays until there is newer. */
export class Remote<T> implements ReactiveController {
  value: T | undefined;
  error: unknown;
  readonly #host: ReactiveControllerHost;
  readonly #options: RemoteOptions<T>;
  #timer: ReturnType<typeof setInterval> | undefined;
  #stop: (() => void) | undefined;
  #told: number | undefined;
  #turn = 0;

  constructor(host: ReactiveControllerHost, options: RemoteOptions<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    void this.run();
    if (!this.#options.live) return;
    const connection = this.#options.connection();
    this.#told = connection.shown.snapshot?.messages.at(-1)?.seq;
    this.#stop = connection.subscribe(() => {
      const told = connection.shown.snapshot?.messages.at(-1)?.seq;
      if (told === this.#told) return;
      this.#told = told;
      void this.run();
    });
    this.#timer = setInterval(
      () => void (document.visibilityState === 'visible' && this.run()),
      this.#options.everyMs ?? AGAIN_MS,
    );
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#stop?.();
    this.#turn += 1;
  }

  /** Asks now. An answer that was overtaken by a later question is dropped. */
  readonly run = async (): Promise<void> => {
    const turn = (this.#turn += 1);
    const { connection, load, onLoaded } = this.#options;
    try {
      const value = await connection().authorised(load);
      if (turn !== this.#turn) return;
      [this.value, this.error] = [value, undefined];
      onLoaded?.(value);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.error = error;
    }
    this.#host.requestUpdate();
  };

  /** Forgets what failed, as one asks again. */
  readonly again = (): void => {
    this.error = undefined;
    this.#host.requestUpdate();
    void this.run();
  };
}
