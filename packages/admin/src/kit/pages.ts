/**
 * @module A list that grows by keyset pages.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { problemOf, type Problem } from './problem.ts';

export interface PageOf<T> {
  readonly rows: readonly T[];
  readonly endCursor: string | null;
  readonly hasMore: boolean;
}

/** A page as the desk answers it. */
export const paged = <T>({
  nodes,
  pageInfo,
}: {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}): PageOf<T> => ({ rows: nodes, endCursor: pageInfo.endCursor, hasMore: pageInfo.hasNextPage });

export interface PagesOptions<T> {
  /** A new key starts the list anew; undefined: nothing to load yet. */
  readonly key: () => string | undefined;
  readonly load: (after: string | null, signal: AbortSignal) => Promise<PageOf<T>>;
}

export class Pages<T extends { readonly id: string }> implements ReactiveController {
  rows: readonly T[] = [];
  hasMore = false;
  pending = false;
  /** True after the first page has come. */
  ready = false;
  problem: Problem | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #options: PagesOptions<T>;
  #key: string | undefined;
  #cursor: string | null = null;
  #running: AbortController | undefined;

  constructor(host: ReactiveControllerHost, options: PagesOptions<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const key = this.#options.key();
    if (key === undefined || key === this.#key) return;
    this.#key = key;
    this.rows = [];
    this.ready = false;
    this.problem = undefined;
    void this.restart();
  }

  hostDisconnected(): void {
    this.#running?.abort();
    this.#key = undefined;
  }

  /** Loads the first page again; what is shown, also a problem, stays until it has come. */
  restart(): Promise<void> {
    return this.#fetch(null);
  }

  async more(): Promise<void> {
    if (this.hasMore && !this.pending) await this.#fetch(this.#cursor);
  }

  /** Tries again what failed. */
  retry(): Promise<void> {
    this.problem = undefined;
    return this.#fetch(this.ready ? this.#cursor : null);
  }

  /** Replaces the rows, as live events change them. */
  change(rows: readonly T[]): void {
    this.rows = rows;
    this.#host.requestUpdate();
  }

  async #fetch(after: string | null): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.pending = true;
    this.#host.requestUpdate();
    try {
      const page = await this.#options.load(after, running.signal);
      if (!running.signal.aborted) this.#take(page, after);
    } catch (error) {
      if (!running.signal.aborted) this.problem = problemOf(error);
    }
    if (running.signal.aborted) return;
    this.pending = false;
    this.#host.requestUpdate();
  }

  #take(page: PageOf<T>, after: string | null): void {
    const earlier = after === null ? [] : this.rows;
    const known = new Set(earlier.map((row) => row.id));
    this.rows = [...earlier, ...page.rows.filter((row) => !known.has(row.id))];
    this.#cursor = page.endCursor;
    this.hasMore = page.hasMore;
    this.ready = true;
    this.problem = undefined;
  }
}
