/**
 * @module Those who lost a race for a row go one after the other, and newcomers behind them: however many want to
 * change one thing in this process, each gets through. Without a race nobody waits.
 */
export class Turnstile {
  readonly #lines = new Map<string, Promise<unknown>>();

  hasLine(key: string): boolean {
    return this.#lines.has(key);
  }

  /** Does the work when those before it in the line are done. */
  async pass<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#lines.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#lines.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#lines.get(key) === mine) this.#lines.delete(key);
    }
  }
}
