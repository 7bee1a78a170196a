import type { ReactiveControllerHost } from 'lit';

const AGAIN_MS = 5000;

/** Code that is loaded when it is first needed. What fails to load is tried again later and costs only itself. */
export class LazyParts {
  readonly #host: ReactiveControllerHost;
  readonly #onFailed: (error: unknown) => void;
  readonly #ready = new Map<string, unknown>();
  readonly #loading = new Map<string, number>();

  constructor(host: ReactiveControllerHost, onFailed: (error: unknown) => void) {
    this.#host = host;
    this.#onFailed = onFailed;
  }

  /** The part, if it is there; begins to load it when it is not. */
  get<T extends object>(name: string, load: () => Promise<T>): T | undefined {
    const part = this.#ready.get(name) as T | undefined;
    if (part) return part;
    const failedAt = this.#loading.get(name);
    if (failedAt !== undefined && Date.now() - failedAt < AGAIN_MS) return undefined;
    this.#loading.set(name, Number.POSITIVE_INFINITY);
    load().then(
      (loaded) => {
        this.#ready.set(name, loaded);
        this.#host.requestUpdate();
      },
      (error: unknown) => {
        this.#loading.set(name, Date.now());
        this.#onFailed(error);
        this.#host.requestUpdate();
      },
    );
    return undefined;
  }

  failed(name: string): boolean {
    return !this.#ready.has(name) && Number.isFinite(this.#loading.get(name) ?? Number.POSITIVE_INFINITY);
  }
}
