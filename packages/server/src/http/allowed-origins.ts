/**
 * @module Which pages may talk to the desk from a browser: its own, and those that a store names. Credentials are
 * bearer tokens and never cookies, so an allowed page can do nothing with the visitor's other sign-ins.
 */
import { DeniedError, deny } from '@shopdesk/core';
import type { HeadersLike } from './server-context.ts';
import type { KnownStore, StoreDirectory } from './store-directory.ts';

export interface AllowedOriginsOptions {
  readonly stores: Pick<StoreDirectory, 'all'>;
  /** In development pages of this machine are allowed, and every page for a store that names none. */
  readonly development: boolean;
  /** Where the desk is reached, when that is not what the header Host says. */
  readonly publicOrigin?: string | undefined;
}

const THIS_MACHINE = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

export class AllowedOrigins {
  readonly #options: AllowedOriginsOptions;

  constructor(options: AllowedOriginsOptions) {
    this.#options = options;
  }

  /** Whether a page may call at all; pages of the desk itself always may, and whoever is no page. */
  async allows(headers: HeadersLike): Promise<boolean> {
    const origin = headers.get('origin');
    if (origin === null || this.#isOwn(origin, headers)) return true;
    return (await this.#options.stores.all()).some((store) => this.#admits(store, origin));
  }

  /** Refuses a page that the store does not name. A caller without a page is no browser. */
  async insist(headers: HeadersLike, store: { readonly id: string } | { readonly key: string }): Promise<void> {
    const origin = headers.get('origin');
    if (origin === null || this.#isOwn(origin, headers)) return;
    const stores = await this.#options.stores.all();
    const named = stores.find((known) => ('id' in store ? known.id === store.id : known.key === store.key));
    if (named && !this.#admits(named, origin)) throw new DeniedError(deny('FORBIDDEN', { details: { origin } }));
  }

  /** The browser itself says so; one that does not names our host, or the address that the host's owner configured. */
  #isOwn(origin: string, headers: HeadersLike): boolean {
    const { development, publicOrigin } = this.#options;
    const host = headers.get('host');
    const same = headers.get('sec-fetch-site') === 'same-origin' || origin === `https://${host}` || origin === `http://${host}`;
    return same || origin === publicOrigin || (development && THIS_MACHINE.test(origin));
  }

  #admits({ origins }: KnownStore, origin: string): boolean {
    return origins.has(origin) || (this.#options.development && origins.size === 0 && origin !== 'null');
  }
}
