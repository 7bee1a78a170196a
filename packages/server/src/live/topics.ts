/**
 * @module Who in this process listens to what. A row is told once per version, however many ways it came here.
 */
import { signalTopics, type Delivery, type LiveRow } from './delivery.ts';

export type DeliveryListener = (delivery: Delivery) => void;

/** Hears everything of a tenant. */
export const WHOLE_TENANT = '*';

/**
 * Versions that are remembered at least, and twice as many at most; a row that comes again later than that is older
 * than what any listener has.
 */
const REMEMBERED = 10_000;

export class Topics {
  readonly #listeners = new Map<string, Set<DeliveryListener>>();
  /** The versions told lately, and those before: two maps in turn, because taking out the eldest of one is dear. */
  #told = new Map<string, number>();
  #toldBefore = new Map<string, number>();
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  listen(tenantId: string, topic: string, listener: DeliveryListener): () => void {
    const key = keyOf(tenantId, topic);
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(key) === listeners) this.#listeners.delete(key);
    };
  }

  /** Whether anybody here listens to one of these topics. */
  hears(tenantId: string, topics: readonly string[]): boolean {
    return topics.length > 0 && [WHOLE_TENANT, ...topics].some((topic) => this.#listeners.has(keyOf(tenantId, topic)));
  }

  deliver({ rows, signals }: Delivery): void {
    const fresh = rows.filter((row) => this.#isNew(row));
    if (fresh.length + signals.length === 0) return;
    const meant = new Set<DeliveryListener>();
    for (const { row, topics } of fresh) this.#collect(row.tenantId, topics, meant);
    for (const { tenantId, signal } of signals) this.#collect(tenantId, signalTopics(signal), meant);
    const delivery = { rows: fresh, signals };
    for (const listener of meant) {
      try {
        listener(delivery);
      } catch (error) {
        this.#onError(error);
      }
    }
  }

  #collect(tenantId: string, topics: readonly string[], meant: Set<DeliveryListener>): void {
    for (const topic of [WHOLE_TENANT, ...topics])
      for (const listener of this.#listeners.get(keyOf(tenantId, topic)) ?? []) meant.add(listener);
  }

  #isNew({ entity, row }: LiveRow): boolean {
    const key = `${entity.name} ${row.id}`;
    if ((this.#told.get(key) ?? this.#toldBefore.get(key) ?? 0) >= row.version) return false;
    this.#told.set(key, row.version);
    if (this.#told.size >= REMEMBERED) {
      this.#toldBefore = this.#told;
      this.#told = new Map();
    }
    return true;
  }
}

const keyOf = (tenantId: string, topic: string) => `${tenantId} ${topic}`;
