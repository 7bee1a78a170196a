/**
 * @module The shop behind each store: given in code by the operator, or connected by somebody in the panel, which is
 * known by heart in every process. A commit of this process is known at once, one of another when the bus tells of it,
 * and what nobody tells half a minute later.
 */
import {
  isSame,
  readableShop,
  ConnectedShop,
  type CallFault,
  type Desk,
  type DeskStore,
  type RowOf,
  type Shop,
  type ShopAdapter,
  type ShopConnector,
  type UnreadableOrder,
} from '@shopdesk/core';
import type { Logger } from 'pino';
import type { StoreDirectory } from '../http/store-directory.ts';
import { loggable } from '../loggable.ts';
import type { SafeSender } from '../outgoing/safe-sender.ts';
import type { KeptStore } from '../store/kept-store.ts';
import { brokenShop, observedShop } from './observed-shop.ts';
import { Vault } from './vault.ts';

export interface ShopDirectoryOptions {
  /** By the key of the store. */
  readonly wired: Readonly<Record<string, Shop>>;
  readonly adapters: readonly ShopAdapter[];
  readonly stores: StoreDirectory;
  readonly store: DeskStore;
  readonly kept: KeptStore | undefined;
  readonly sender: SafeSender;
  readonly secret: Uint8Array;
  readonly clock: () => Date;
  readonly logger: Logger;
  readonly report: (error: unknown, where: string) => void;
}

type Row = RowOf<typeof ConnectedShop>;

interface Connected {
  readonly version: number;
  /** Made when it is first asked for; undefined once it is disconnected. */
  readonly shop: () => Shop | undefined;
}

const REFRESH_MS = 30_000;
const PAGE = 100;
/** How often the same is noted of a shop. */
const NOTE_MS = 60_000;

export class ShopDirectory {
  readonly #options: ShopDirectoryOptions;
  readonly #vault: Vault;
  readonly #wired: ReadonlyMap<string, Shop>;
  readonly #connected = new Map<string, Connected>();
  readonly #noted = new Map<string, { readonly fault: CallFault | null; readonly at: number }>();
  #notes: Promise<unknown> = Promise.resolve();
  #desk: Desk | undefined;

  constructor(options: ShopDirectoryOptions) {
    this.#options = options;
    this.#vault = new Vault(options.secret, 'shop connections');
    this.#wired = new Map(
      Object.entries(options.wired).map(([key, shop]) => [key, this.#watched(shop, key, () => this.#placeOfKey(key))]),
    );
  }

  /** The shop of a store; what is given in code stands. */
  shop(storeId: string): Shop | undefined {
    return this.#wiredTo(storeId) ?? this.#connected.get(storeId)?.shop();
  }

  get connector(): ShopConnector {
    const { adapters, sender } = this.#options;
    return {
      adapters,
      isWired: (storeId) => this.#wiredTo(storeId) !== undefined,
      addressFault: (address) => sender.problemOf(address)?.fault,
      seal: (storeId, secrets) => this.#vault.seal(storeId, JSON.stringify(secrets)),
      open: (storeId, sealed) => this.#open(storeId, sealed),
    };
  }

  /** Begins to know what is connected; the answer ends it when what was noted is written. */
  async follow(desk: Desk): Promise<() => Promise<void>> {
    if (!desk.entities.some((entity) => isSame(entity, ConnectedShop))) return async () => {};
    this.#desk = desk;
    await this.#load();
    const stops = [
      desk.onCommitted(({ rows }) => {
        for (const { entity, row } of rows) if (row && isSame(entity, ConnectedShop)) this.#take(row as Row);
      }),
      this.#options.kept?.onStale((stale) => {
        if (!stale || stale.entity === ConnectedShop.name) void this.#reload();
      }),
    ];
    const refresh = setInterval(() => void this.#reload(), REFRESH_MS).unref();
    return async () => {
      clearInterval(refresh);
      for (const stop of stops) stop?.();
      this.#desk = undefined;
      await this.#notes;
    };
  }

  #wiredTo(storeId: string): Shop | undefined {
    if (this.#wired.size === 0) return undefined;
    const key = this.#options.stores.known(storeId)?.key;
    return key === undefined ? undefined : this.#wired.get(key);
  }

  #placeOfKey(key: string): Place | undefined {
    const known = this.#options.stores.byKey(key);
    return known && { storeId: known.id, tenantId: known.tenantId };
  }

  /** While the database is away what was known stays. */
  #reload(): Promise<void> {
    return this.#load().catch((error: unknown) => this.#options.report(error, 'shop connections'));
  }

  async #load(): Promise<void> {
    for (let after: string | undefined, full = true; full;) {
      const rows = (await this.#options.store.find({
        entity: ConnectedShop,
        where: [],
        limit: PAGE,
        ...(after === undefined ? {} : { after: [after] }),
      })) as Row[];
      for (const row of rows) this.#take(row);
      after = rows.at(-1)?.id;
      full = rows.length === PAGE;
    }
  }

  /** A look that began before a commit brings an earlier version, which does not count. */
  #take(row: Row): void {
    if ((this.#connected.get(row.storeId)?.version ?? 0) >= row.version) return;
    let shop: Shop | undefined;
    const made = row.disconnectedAt === null ? () => (shop ??= this.#connect(row)) : () => undefined;
    this.#connected.set(row.storeId, { version: row.version, shop: made });
    this.#noted.delete(row.storeId);
  }

  #connect(row: Row): Shop {
    const { storeId, tenantId } = row;
    const name = this.#options.stores.known(storeId)?.key ?? storeId;
    return this.#watched(this.#made(row), name, () => ({ storeId, tenantId }));
  }

  #made({ storeId, adapter: code, settings, sealed }: Row): Shop {
    const { adapters, sender, report } = this.#options;
    const adapter = adapters.find((known) => known.code === code);
    if (!adapter) return brokenShop('ADAPTER_MISSING');
    const secrets = this.#open(storeId, sealed ?? '');
    if (!secrets) return brokenShop('SECRET_LOST');
    const plain = Object.fromEntries(settings.map(({ name, value }) => [name, value]));
    try {
      return adapter.connect({ ...plain, ...secrets }, { fetch: sender.fetch });
    } catch (error) {
      report(error, `the shop adapter ${code}`);
      return brokenShop('UNKNOWN');
    }
  }

  #open(storeId: string, sealed: string): Readonly<Record<string, string>> | undefined {
    const text = this.#vault.open(storeId, sealed);
    return text === undefined ? undefined : (JSON.parse(text) as Record<string, string>);
  }

  #watched(shop: Shop, name: string, place: () => Place | undefined): Shop {
    const { logger } = this.#options;
    const unreadable = (order: UnreadableOrder) =>
      logger.warn({ store: name, ...order }, 'an order of the shop cannot be read and is left out');
    return readableShop(
      observedShop(shop, (fault, error) => {
        const at = place();
        if (!at || !this.#isNews(at.storeId, fault)) return;
        if (fault) logger.warn({ store: name, fault, err: loggable(error) }, 'the shop does not answer');
        this.#note(at, fault);
      }),
      unreadable,
    );
  }

  #isNews(storeId: string, fault: CallFault | null): boolean {
    const at = this.#options.clock().getTime();
    const last = this.#noted.get(storeId);
    if (last && last.fault === fault && at - last.at < NOTE_MS) return false;
    this.#noted.set(storeId, { fault, at });
    return true;
  }

  /** Nobody waits for it. */
  #note({ storeId, tenantId }: Place, fault: CallFault | null): void {
    const { report } = this.#options;
    this.#notes = this.#notes
      .then(() => this.#desk?.perform({ kind: 'system', tenantId, name: 'shop' }, 'noteShopCall', { storeId, fault }))
      .catch((error: unknown) => report(error, 'how a shop answers'));
  }
}

interface Place {
  readonly storeId: string;
  readonly tenantId: string;
}
