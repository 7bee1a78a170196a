import type { ReactiveControllerHost } from 'lit';

const AGAIN_MS = 5000;

/** Code that is loaded when it is first needed. What fails to load is tried again later and costs only itself. */
export class LazyParts {
  readonly #host: ReactiveControllerHost;
  readonly #onFailed: (error: unknown) => void;
  readonly #ready = new Set<string>();
  readonly #loading = new Map<string, number>();

  constructor(host: ReactiveControllerHost, onFailed: (error: unknown) => void) {
    this.#host = host;
    this.#onFailed = onFailed;
  }

  /** Whether the part is there; begins to load it when it is not. */
  has(name: string, load: () => Promise<unknown>): boolean {
    if (this.#ready.has(name)) return true;
    const failedAt = this.#loading.get(name);
    if (failedAt !== undefined && Date.now() - failedAt < AGAIN_MS) return false;
    this.#loading.set(name, Number.POSITIVE_INFINITY);
    load().then(
      () => {
        this.#ready.add(name);
        this.#host.requestUpdate();
      },
      (error: unknown) => {
        this.#loading.set(name, Date.now());
        this.#onFailed(error);
        this.#host.requestUpdate();
      },
    );
    return false;
  }

  failed(name: string): boolean {
    return !this.#ready.has(name) && Number.isFinite(this.#loading.get(name) ?? Number.POSITIVE_INFINITY);
  }
}
