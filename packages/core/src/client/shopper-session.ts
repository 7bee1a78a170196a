/**
 * @module Who this browser is at a store: anonymous with a token, or signed by the shop. One session for all tabs.
 */
import type { DeskClient } from './desk-client.ts';
import { tabLock, type Lock } from './host.ts';
import { START_SHOPPER_SESSION, type ShopperToken } from './operations/access.ts';
import { readJson, type DeskStorage } from './storage.ts';

/** What is kept in storage. */
export interface StoredSession extends ShopperToken {
  /** Fingerprint of the claims that the shop signed; the same again needs no new session. */
  readonly claims?: string;
}

export interface ShopperSessionOptions {
  readonly client: DeskClient;
  readonly storeKey: string;
  readonly storage: DeskStorage;
  readonly locale?: () => string | undefined;
  readonly lock?: Lock;
  /** Somebody else is now the customer, or nobody. */
  readonly onChange?: (session: StoredSession | undefined, before: StoredSession | undefined) => void;
}

export interface ShopperSession {
  readonly current: StoredSession | undefined;
  /** The present session; an anonymous one is started when there is none. @throws DeskError, DeskOffline */
  ensure(): Promise<StoredSession>;
  /** Takes the session that `start` answers in place of the present one. Only one tab does so at a time. */
  adopt(start: (present: StoredSession | undefined) => Promise<StoredSession>): Promise<StoredSession>;
  /** Forgets a token that the desk refused, unless another tab has a newer one. */
  forget(token: string | undefined): void;
  /** Reads what another tab has changed. */
  refresh(): void;
}

/** Where the session of a store is kept. */
export const sessionKey = (storeKey: string): string => `shopdesk:${storeKey}:session`;

/** The session of this browser at one store. */
export function createShopperSession(options: ShopperSessionOptions): ShopperSession {
  return new BrowserSession(options);
}

class BrowserSession implements ShopperSession {
  readonly #options: ShopperSessionOptions;
  readonly #key: string;
  #current: StoredSession | undefined;
  #starting: Promise<StoredSession> | undefined;

  constructor(options: ShopperSessionOptions) {
    this.#options = options;
    this.#key = sessionKey(options.storeKey);
    this.#current = this.#stored();
  }

  get current(): StoredSession | undefined {
    return this.#current;
  }

  ensure(): Promise<StoredSession> {
    if (this.#current) return Promise.resolve(this.#current);
    this.#starting ??= this.adopt(async (present) => present ?? this.#start()).finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  adopt(start: (present: StoredSession | undefined) => Promise<StoredSession>): Promise<StoredSession> {
    return (this.#options.lock ?? tabLock)(`${this.#key}:lock`, async () => {
      this.refresh();
      const { token, customerId, verified, expiresAt, claims } = await start(this.#current);
      const session = { token, customerId, verified, expiresAt, ...(claims ? { claims } : {}) };
      this.#options.storage.set(this.#key, JSON.stringify(session));
      this.#change(session);
      return session;
    });
  }

  forget(token: string | undefined): void {
    if (this.#stored()?.token === token) this.#options.storage.remove(this.#key);
    this.refresh();
  }

  refresh(): void {
    this.#change(this.#stored());
  }

  #start(): Promise<ShopperToken> {
    const { client, storeKey, locale } = this.#options;
    const language = locale?.();
    return client.mutate(START_SHOPPER_SESSION, { input: { storeKey, ...(language ? { locale: language } : {}) } });
  }

  /** Whether it has expired is the desk's to say: the device's clock may be wrong. */
  #stored(): StoredSession | undefined {
    return readJson<StoredSession>(this.#options.storage, this.#key);
  }

  #change(session: StoredSession | undefined): void {
    const before = this.#current;
    this.#current = session;
    if (before?.token !== session?.token) this.#options.onChange?.(session, before);
  }
}
