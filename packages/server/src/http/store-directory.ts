/**
 * @module The stores of all tenants, known by heart: which pages they admit, and which shop is behind an id. What
 * another process changes is known five seconds later.
 */
import { isSame, Store, type Desk, type DeskStore, type RowOf } from '@shopdesk/core';

export interface KnownStore {
  readonly id: string;
  readonly tenantId: string;
  readonly key: string;
  readonly origins: ReadonlySet<string>;
}

export interface StoreDirectoryOptions {
  readonly store: DeskStore;
  readonly report: (error: unknown, where: string) => void;
  readonly clock?: (() => number) | undefined;
}

const FRESH_MS = 5000;
const PAGE = 100;

function originOf(url: string): string[] {
  try {
    return [new URL(url).origin];
  } catch {
    return [];
  }
}

const knownStore = ({ id, tenantId, key, allowedOrigins }: RowOf<typeof Store>): KnownStore => ({
  id,
  tenantId,
  key,
  origins: new Set(allowedOrigins.flatMap(originOf)),
});

export class StoreDirectory {
  readonly #options: StoreDirectoryOptions;
  readonly #clock: () => number;
  #byId: ReadonlyMap<string, KnownStore> = new Map();
  #until = Number.NEGATIVE_INFINITY;
  #loading: Promise<void> | undefined;

  constructor(options: StoreDirectoryOptions) {
    this.#options = options;
    this.#clock = options.clock ?? (() => performance.now());
  }

  /** Knows at once what this process changes, and looks again for the rest. */
  follow(desk: Desk): () => void {
    return desk.onCommitted(({ rows }) => {
      const changed = rows.flatMap(({ entity, row }) =>
        isSame(entity, Store) && row ? [knownStore(row as RowOf<typeof Store>)] : [],
      );
      if (changed.length === 0) return;
      this.#byId = new Map([...this.#byId, ...changed.map((store) => [store.id, store] as const)]);
      this.#until = Number.NEGATIVE_INFINITY;
      // A look that began before the commit does not count.
      void Promise.resolve(this.#loading).then(() => this.#load());
    });
  }

  /** Every store, at most five seconds old. */
  async all(): Promise<readonly KnownStore[]> {
    if (this.#until <= this.#clock()) await this.#load();
    return [...this.#byId.values()];
  }

  /** A store as it was known last; one that is not known is looked up for the next time. */
  known(id: string): KnownStore | undefined {
    const store = this.#byId.get(id);
    if (!store) void this.#load();
    return store;
  }

  /** A store as it was known last, by its key. */
  byKey(key: string): KnownStore | undefined {
    return [...this.#byId.values()].find((store) => store.key === key);
  }

  #load(): Promise<void> {
    return (this.#loading ??= this.#read().finally(() => (this.#loading = undefined)));
  }

  /** While the database is away what was known stays, so that a page learns of the outage. */
  async #read(): Promise<void> {
    try {
      const until = this.#clock() + FRESH_MS;
      this.#byId = new Map((await this.#rows()).map((row) => [row.id, knownStore(row)]));
      this.#until = until;
    } catch (error) {
      this.#options.report(error, 'store directory');
    }
  }

  async #rows(): Promise<RowOf<typeof Store>[]> {
    const rows: RowOf<typeof Store>[] = [];
    for (let page: typeof rows = []; rows.length === 0 || page.length === PAGE; rows.push(...page)) {
      const last = rows.at(-1);
      page = (await this.#options.store.find({
        entity: Store,
        where: [],
        limit: PAGE,
        ...(last ? { after: [last.id] } : {}),
      })) as typeof rows;
      if (page.length === 0) break;
    }
    return rows;
  }
}
