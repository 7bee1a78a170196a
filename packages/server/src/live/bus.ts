/**
 * @module Several server processes on one database tell each other what they committed, after the commit and in
 * batches. Messages are numbered per process and a process that has nothing to say says so every second: so a lost
 * message, a process killed between commit and notice, and a broken connection are all noticed, and answered by
 * reading again from the database. A process that hears itself and nobody else keeps its news to itself; whoever
 * comes is told to read again.
 */
import type { Delivery } from './delivery.ts';
import {
  decodeMessage,
  encodeMessage,
  itemsOf,
  sized,
  takeFitting,
  type BusItem,
  type BusMessage,
  type SizedItem,
} from './bus-message.ts';

/** Takes texts of at most 7,500 bytes to every process, this one included; it may lose some. */
export interface BusTransport {
  send(text: string): Promise<void>;
  /** `onResync` tells that texts may have been lost. */
  listen(onText: (text: string) => void, onResync: () => void): Promise<() => Promise<void>>;
}

export interface BusListener {
  onItems(items: readonly BusItem[]): void;
  /** News since this instant may be missing. */
  onResync(since: string): void;
  /** A process ended or fell silent; its connections are gone. */
  onPeerGone(): void;
}

export interface BusOptions {
  readonly transport: BusTransport;
  /** Unique to this process. */
  readonly processId: string;
  readonly clock: () => Date;
  readonly onError: (error: unknown, where: string) => void;
  /** How long news waits for company, in milliseconds. */
  readonly batchMs?: number;
  /** How often a process shows that it lives, in milliseconds. */
  readonly beaconMs?: number;
}

interface Peer {
  next: number;
  at: string;
  heardAt: number;
  silent: boolean;
}

/** More than this is not kept while the database is away; the others read again when it is back. */
const MAX_QUEUED = 5000;
/** A peer that misses this many beacons is taken for dead. */
const MISSED_BEACONS = 4;
const FORGOTTEN_MS = 600_000;
/** Who comes may have begun to listen so many beacons before it was heard. */
const HEARD_LATE_BEACONS = 8;

export class Bus {
  readonly #options: Required<BusOptions>;
  readonly #queue: SizedItem[] = [];
  readonly #peers = new Map<string, Peer>();
  #listener: BusListener | undefined;
  #stop: (() => Promise<void>) | undefined;
  #beacon: NodeJS.Timeout | undefined;
  #batch: NodeJS.Timeout | undefined;
  #sending: Promise<void> | undefined;
  #n = 0;
  #sentAt = 0;
  #lostSince: string | undefined;
  #startedAt = 0;
  /** Since when nobody was there to be told what was committed. */
  #untoldSince: string | undefined;
  /** When this process last heard anything on the bus, itself included. */
  #heard = '';

  constructor(options: BusOptions) {
    this.#options = { batchMs: 3, beaconMs: 1000, ...options };
  }

  async start(listener: BusListener): Promise<void> {
    const { transport, beaconMs } = this.#options;
    this.#listener = listener;
    this.#heard = this.#now();
    this.#startedAt = performance.now();
    this.#stop = await transport.listen(
      (text) => this.#hear(text),
      () => this.#listener?.onResync(this.#heard),
    );
    await this.#send({ first: true });
    this.#beacon = setInterval(() => this.#beat(), beaconMs).unref();
  }

  publish(delivery: Delivery): void {
    this.#add(itemsOf(delivery));
  }

  tell(item: BusItem): void {
    this.#add([sized(item)]);
  }

  #add(items: readonly SizedItem[]): void {
    if (!this.#listener) return;
    if (this.#isAlone()) return void (this.#untoldSince ??= this.#now());
    this.#queue.push(...items);
    if (this.#queue.length > MAX_QUEUED) {
      this.#queue.length = 0;
      this.#lostSince ??= this.#now();
    }
    this.#batch ??= setTimeout(() => this.#flush(), this.#options.batchMs);
  }

  #flush(): void {
    this.#batch = undefined;
    this.#sending ??= this.#sendAll().finally(() => (this.#sending = undefined));
  }

  /** One message after the other, so that they arrive in order; what gathers meanwhile goes into the next. */
  async #sendAll(): Promise<void> {
    try {
      while (this.#queue.length > 0 || this.#lostSince) {
        const { lostSince } = this;
        const items = takeFitting(this.#queue);
        try {
          await this.#send(lostSince ? { lostSince } : {}, items);
        } catch (error) {
          this.#queue.unshift(...items);
          throw error;
        }
        if (lostSince === this.#lostSince) this.#lostSince = undefined;
      }
    } catch (error) {
      this.#options.onError(error, 'bus');
      if (this.#listener) this.#batch ??= setTimeout(() => this.#flush(), this.#options.beaconMs).unref();
    }
  }

  /** Only who hears itself can say that there is nobody else; at first the others have not been heard yet. */
  #isAlone(): boolean {
    const { beaconMs, processId } = this.#options;
    const now = performance.now();
    if (now - this.#startedAt < beaconMs * MISSED_BEACONS) return false;
    if (now - (this.#peers.get(processId)?.heardAt ?? 0) > beaconMs * 2) return false;
    for (const [id, { silent }] of this.#peers) if (id !== processId && !silent) return false;
    return true;
  }

  /** Somebody is there again: what they were not told they must read, from when they can have listened. */
  #tellUntold(known: Peer | undefined): void {
    if (this.#untoldSince === undefined || (known && !known.silent)) return;
    const earliest = new Date(
      this.#options.clock().getTime() - this.#options.beaconMs * HEARD_LATE_BEACONS,
    ).toISOString();
    const since = known && known.at < earliest ? known.at : earliest;
    this.#lostSince ??= this.#untoldSince > since ? this.#untoldSince : since;
    this.#untoldSince = undefined;
    this.#batch ??= setTimeout(() => this.#flush(), 0);
  }

  get lostSince(): string | undefined {
    return this.#lostSince;
  }

  async #send(head: Pick<BusMessage, 'lostSince' | 'first' | 'last'>, items: readonly SizedItem[] = []): Promise<void> {
    const n = this.#n + 1;
    await this.#options.transport.send(
      encodeMessage({ from: this.#options.processId, n, at: this.#now(), ...head }, items),
    );
    this.#n = n;
    this.#sentAt = performance.now();
  }

  #beat(): void {
    const { beaconMs, processId } = this.#options;
    if (performance.now() - this.#sentAt >= beaconMs * 0.9) this.#show();
    const silentBefore = performance.now() - beaconMs * MISSED_BEACONS;
    // Without an echo of our own it is this process that hears nothing.
    if ((this.#peers.get(processId)?.heardAt ?? 0) < performance.now() - beaconMs * 2) return;
    for (const [id, peer] of this.#peers) {
      if (!peer.silent && peer.heardAt < silentBefore) this.#lose(peer);
      if (peer.heardAt < performance.now() - FORGOTTEN_MS) this.#peers.delete(id);
    }
  }

  #show(): void {
    this.#sending ??= this.#sendBeacon().finally(() => (this.#sending = undefined));
  }

  async #sendBeacon(): Promise<void> {
    try {
      await this.#send({});
    } catch (error) {
      this.#options.onError(error, 'bus beacon');
    }
    if (this.#queue.length > 0) this.#batch ??= setTimeout(() => this.#flush(), this.#options.batchMs);
  }

  #lose(peer: Peer): void {
    peer.silent = true;
    this.#listener?.onResync(peer.at);
    this.#listener?.onPeerGone();
  }

  #hear(text: string): void {
    const message = decodeMessage(text);
    const known = this.#peers.get(message.from);
    this.#heard = this.#now();
    if (known && message.n > known.next) this.#listener?.onResync(known.at);
    if (message.lostSince && message.from !== this.#options.processId) this.#listener?.onResync(message.lostSince);
    this.#peers.set(message.from, { next: message.n + 1, at: message.at, heardAt: performance.now(), silent: false });
    if (message.from === this.#options.processId) return;
    if (!message.last) this.#tellUntold(known);
    if (message.first) this.#show();
    if (message.items.length > 0) this.#listener?.onItems(message.items);
    if (!message.last) return;
    this.#peers.delete(message.from);
    this.#listener?.onPeerGone();
  }

  #now(): string {
    return this.#options.clock().toISOString();
  }

  /** Says what is left to say, and goodbye. */
  async close(): Promise<void> {
    this.#listener = undefined;
    clearInterval(this.#beacon);
    clearTimeout(this.#batch);
    await this.#sending?.catch(() => {});
    const items = this.#queue.splice(0);
    try {
      while (items.length > 0) await this.#send({}, takeFitting(items));
      if (this.#stop) await this.#send({ last: true });
    } catch {
      // The database is away: the others notice the silence.
    }
    await this.#stop?.();
  }
}
