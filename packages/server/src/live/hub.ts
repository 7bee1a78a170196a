/**
 * @module Live delivery: what any process commits reaches every subscriber of every process, once and in order.
 */
import type { BaseRow, Desk, DeskStore, Entity } from '@shopdesk/core';
import { Bus, type BusTransport } from './bus.ts';
import type { BusItem } from './bus-message.ts';
import type { KeptStore } from '../store/kept-store.ts';
import { Connections } from './connections.ts';
import { deliveryOf, type Delivery, type LiveRow } from './delivery.ts';
import { Feeds } from './feeds.ts';
import { SessionGuards } from './session-guards.ts';
import { SseStreams } from './sse-streams.ts';
import { Topics } from './topics.ts';
import { unhurried } from './unhurried.ts';

export interface HubOptions {
  readonly desk: Desk;
  readonly store: DeskStore;
  /** What this process keeps at hand and has to forget when another one changes it. */
  readonly kept?: KeptStore | undefined;
  /** Other processes on the same database; absent when there can be none. */
  readonly bus?: {
    readonly transport: BusTransport;
    readonly processId: string;
    readonly batchMs?: number;
    readonly beaconMs?: number;
  };
  readonly clock?: () => Date;
  readonly onError?: (error: unknown, where: string) => void;
}

/** What live delivery is doing, for `/metrics`. */
export interface HubStatus {
  readonly streams: number;
  readonly conversations: number;
}

/** An action reads the clock when it starts and commits a little later; also the clocks of two servers differ. */
const OVERLAP_MS = 30_000;
const RETRY_MS = 1000;
/** Ids read by one query. */
const CHUNK = 100;

export class Hub {
  readonly feeds: Feeds;
  readonly guards: SessionGuards;
  readonly connections: Connections;
  readonly streams = new SseStreams();
  readonly #options: Required<Pick<HubOptions, 'desk' | 'store' | 'clock' | 'onError'>>;
  readonly #topics: Topics;
  readonly #bus: Bus | undefined;
  readonly #kept: KeptStore | undefined;
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #stops: (() => void)[] = [];
  #resyncSince: string | undefined;
  #resyncing = false;
  #closed = false;

  constructor({ desk, store, kept, bus, clock = () => new Date(), onError: report = () => {} }: HubOptions) {
    // What is still under way when the database is closed may fail.
    const onError = (error: unknown, where: string) => {
      if (!this.#closed) report(error, where);
    };
    this.#options = { desk, store, clock, onError };
    this.#entities = new Map(desk.entities.map((entity) => [entity.name, entity]));
    this.#topics = new Topics((error) => onError(error, 'live listener'));
    this.#kept = kept;
    this.#bus = bus && new Bus({ ...bus, clock, onError });
    this.feeds = new Feeds({ store, topics: this.#topics, entities: desk.entities });
    this.guards = new SessionGuards({ desk, topics: this.#topics, onError });
    this.connections = new Connections({
      desk,
      store,
      onError,
      tellGone: (key) => this.#bus?.tell({ kind: 'gone', key }),
    });
  }

  /** Begins to deliver; call before the first request is served. */
  async start(): Promise<void> {
    const { desk } = this.#options;
    this.#stops.push(
      desk.onCommitted((committed) => {
        const delivery = deliveryOf(committed);
        if (delivery) this.#hearCommit(delivery);
      }),
    );
    const bus = this.#bus;
    if (bus && this.#kept)
      this.#stops.push(this.#kept.onForgotten((forgotten) => bus.tell({ kind: 'forgotten', ...forgotten })));
    await this.#bus?.start({
      onItems: (items) => this.#hearItems(items),
      onResync: (since) => this.#resync(since),
      onPeerGone: () => this.#noteAbsent(),
    });
    this.#noteAbsent();
  }

  get status(): HubStatus {
    return { streams: this.streams.size, conversations: this.feeds.conversations };
  }

  #hearCommit(delivery: Delivery): void {
    this.#bus?.publish(delivery);
    this.#topics.deliver(delivery);
  }

  #hearItems(items: readonly BusItem[]): void {
    const rows: LiveRow[] = [];
    const unread: (BusItem & { kind: 'id' })[] = [];
    for (const item of items) {
      const entity = item.kind === 'row' || item.kind === 'id' ? this.#entities.get(item.entity) : undefined;
      if (item.kind === 'forgotten') this.#kept?.forget(item);
      if (item.kind === 'gone') this.connections.goneElsewhere(item.key);
      if (item.kind === 'row' && entity) rows.push({ entity, row: item.row, topics: item.topics });
      if (item.kind === 'id' && this.#topics.hears(item.tenantId, item.topics)) unread.push(item);
    }
    const signals = items.filter((item) => item.kind === 'signal');
    this.#topics.deliver({ rows, signals });
    if (unread.length > 0) this.#reread(unread).catch((error: unknown) => this.#failed(error));
  }

  /** Rows that did not go along: too large, or with a secret in them. */
  async #reread(items: readonly (BusItem & { kind: 'id' })[]): Promise<void> {
    for (const [key, group] of Map.groupBy(items, ({ entity, tenantId }) => `${entity} ${tenantId}`)) {
      const [name = '', tenantId = ''] = key.split(' ');
      const entity = this.#entities.get(name);
      if (!entity) continue;
      const topics = new Map(group.map((item) => [item.id, item.topics]));
      const ids = [...topics.keys()];
      for (let at = 0; at < ids.length; at += CHUNK) {
        const rows = await this.#options.store.find({
          entity,
          tenantId,
          where: [{ id: { in: ids.slice(at, at + CHUNK) } }],
          limit: CHUNK,
        });
        this.#topics.deliver({
          rows: rows.map((row: BaseRow) => ({ entity, row, topics: topics.get(row.id) ?? [] })),
          signals: [],
        });
      }
    }
  }

  #failed(error: unknown): void {
    this.#options.onError(error, 'live delivery');
    this.#resync(this.#options.clock().toISOString());
  }

  /** Reads again whatever may have been missed since an instant; tries until the database answers. */
  #resync(since: string): void {
    this.#kept?.forgetAll();
    const from = new Date(Date.parse(since) - OVERLAP_MS).toISOString();
    this.#resyncSince = earlier(this.#resyncSince, from);
    if (!this.#resyncing) void this.#resyncAll();
  }

  async #resyncAll(): Promise<void> {
    this.#resyncing = true;
    while (this.#resyncSince && !this.#closed) {
      const since = this.#resyncSince;
      this.#resyncSince = undefined;
      try {
        await this.feeds.resync(since);
        this.guards.recheckAll();
        this.connections.noteAllAgain();
      } catch (error) {
        this.#options.onError(error, 'live resync');
        this.#resyncSince = earlier(this.#resyncSince, since);
        await new Promise((resolve) => unhurried(setTimeout(resolve, RETRY_MS)));
      }
    }
    this.#resyncing = false;
  }

  #noteAbsent(): void {
    this.connections.noteAbsent().catch((error: unknown) => this.#options.onError(error, 'connection notes'));
  }

  /** Sends every subscriber away to come back elsewhere, and says goodbye to the other processes. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const stop of this.#stops) stop();
    const noted = this.connections.close();
    this.streams.interruptAll();
    this.feeds.close();
    this.guards.close();
    await noted;
    await this.#bus?.close();
  }
}

const earlier = (a: string | undefined, b: string) => (a !== undefined && a < b ? a : b);

/** Live delivery for one process; {@link Hub.start} begins it. */
export const createHub = (options: HubOptions): Hub => new Hub(options);
