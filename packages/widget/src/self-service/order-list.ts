/**
 * @module The customer's orders as a list grows: some at a time, and the older ones by themselves while one searches.
 */
import { MY_ORDERS, type OrderChoice } from '@shopdesk/core/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DeskConnection } from '../connection/connection.ts';

/** Orders that are asked for at once: as many as the desk gives. */
const STEP = 50;
/** From so many orders on there is a search. */
const MANY = 20;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether every word that was typed is in the order's number or in the names of its goods. */
function matches({ number, lines }: OrderChoice, words: readonly string[]): boolean {
  const text = folded([number, ...lines.map(({ title }) => title)].join(' '));
  return words.every((word) => text.includes(word));
}

export class OrderList implements ReactiveController {
  /** What has been loaded, newest first; undefined before the first answer. */
  orders: readonly OrderChoice[] | undefined;
  /** Where the next step begins; null: there are no more. */
  next: string | null = null;
  busy = false;
  /** Why the last step did not come. */
  error: unknown;
  /** The shop did not answer the last step. */
  isAway = false;
  search = '';
  readonly #host: ReactiveControllerHost;
  readonly #connection: () => DeskConnection;
  /** So many that fit the search are enough before the reader asks for more. */
  #enough = STEP;
  #isShown = false;

  constructor(host: ReactiveControllerHost, connection: () => DeskConnection) {
    this.#host = host;
    this.#connection = connection;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isShown = true;
    if (!this.orders) void this.#load();
  }

  hostDisconnected(): void {
    this.#isShown = false;
  }

  /** Those that fit the search. */
  get found(): readonly OrderChoice[] {
    const words = folded(this.search).split(/\s+/).filter(Boolean);
    return (this.orders ?? []).filter((order) => matches(order, words));
  }

  /** So many that one looks for one of them rather than reading them all. */
  get isLong(): boolean {
    return this.next !== null || (this.orders?.length ?? 0) >= MANY;
  }

  /** How far the search is; undefined: there is none, or the reader may ask for the rest. */
  get searchState(): 'SEARCHING' | 'DONE' | undefined {
    if (!this.search) return undefined;
    if (this.busy) return 'SEARCHING';
    return this.next === null ? 'DONE' : undefined;
  }

  /** Shows only what fits, and looks through the older orders until there is enough of it. */
  readonly find = (text: string): void => {
    this.search = text.trim();
    this.#enough = STEP;
    this.#host.requestUpdate();
    if (this.#wantsMore) void this.#load();
  };

  /** The next step, or again the one that failed. */
  readonly more = (): void => {
    this.#enough = this.found.length + STEP;
    void this.#load();
  };

  get #wantsMore(): boolean {
    return (
      this.#isShown && this.search !== '' && this.next !== null && !this.isAway && this.found.length < this.#enough
    );
  }

  async #load(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    [this.error, this.isAway] = [undefined, false];
    this.#host.requestUpdate();
    try {
      do await this.#step();
      while (this.#wantsMore);
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
    this.#host.requestUpdate();
  }

  async #step(): Promise<void> {
    const connection = this.#connection();
    const after = this.next;
    const { shop, orders, next } = await connection.authorised(() =>
      connection.client.query(MY_ORDERS, { first: STEP, ...(after ? { after } : {}) }),
    );
    this.isAway = shop === 'UNAVAILABLE';
    if (this.isAway) return;
    this.orders = [...(this.orders ?? []), ...orders];
    this.next = next;
    this.#host.requestUpdate();
  }
}
