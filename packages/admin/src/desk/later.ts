/**
 * @module Code that the first view does without. It is fetched as soon as the page has nothing else to do, so that
 * nobody waits for it when they first reach for it, and a page that is open has it also when the desk cannot be reached
 * by then.
 */
import { loadCode } from './load-code.ts';

/** How long a page has for its first questions before it fetches what can wait. */
const FIRST_MS = 1_000;

export class Later<T> {
  /** What was fetched; undefined until it is there. */
  code: T | undefined;
  readonly #load: () => Promise<T>;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** @throws as {@link loadCode} does; the next call tries again */
  async get(): Promise<T> {
    return (this.code ??= await loadCode(this.#load));
  }

  /** Fetches it when the page is at rest. */
  soon(): void {
    const fetch = () => void this.get().catch(() => undefined);
    // Safari has no such callback yet.
    setTimeout(() => (globalThis.requestIdleCallback ?? setTimeout)(fetch), FIRST_MS);
  }
}
