/**
 * @module Which pages may talk to the desk from a browser: its own, and those that a store names. A store's pages speak
 * for shoppers only; what staff do comes from the desk's own pages, or from those that the host names for its staff.
 * Credentials are bearer tokens and never cookies, so an allowed page can do nothing with the visitor's other sign-ins.
 */
import { DeniedError, deny } from '@shopdesk/core';
import type { WidgetPage } from '../feature.ts';
import type { HeadersLike } from './server-context.ts';
import type { KnownStore, StoreDirectory } from './store-directory.ts';
import { serverTexts as t } from '../texts.ts';

export interface AllowedOriginsOptions {
  readonly stores: Pick<StoreDirectory, 'all'>;
  /** In development pages of this machine are the desk's own, and a store that names no page admits every page. */
  readonly development: boolean;
  /** Where the desk is reached. With it no other host counts as the desk's own, whatever the header Host says. */
  readonly publicOrigin?: string | undefined;
  /** Further pages that staff work from, such as the host's own back office that embeds the panel. */
  readonly staffOrigins?: readonly string[] | undefined;
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
    if (origin === null || this.#isForStaff(origin, headers)) return true;
    return (await this.#options.stores.all()).some((store) => this.#admits(store, origin));
  }

  /** The page that asks for the widget of a store; undefined where there is no such store, or no page asks. */
  async widgetPage(headers: HeadersLike, key: string): Promise<WidgetPage | undefined> {
    const origin = headers.get('origin');
    const store = (await this.#options.stores.all()).find((known) => known.key === key);
    if (origin === null || !store) return undefined;
    const admitted = this.#admits(store, origin) || this.#isForStaff(origin, headers);
    return { tenantId: store.tenantId, storeId: store.id, origin, admitted };
  }

  /** Refuses a page that the store does not name. A caller without a page is no browser. */
  async insist(headers: HeadersLike, store: { readonly id: string } | { readonly key: string }): Promise<void> {
    const origin = headers.get('origin');
    if (origin === null || this.#isForStaff(origin, headers)) return;
    const stores = await this.#options.stores.all();
    const named = stores.find((known) => ('id' in store ? known.id === store.id : known.key === store.key));
    if (named && !this.#admits(named, origin)) throw new DeniedError(deny('FORBIDDEN', { details: { origin } }));
  }

  /** Refuses a page that is not for staff. A caller without a page is no browser. @throws DeniedError FORBIDDEN */
  insistOnStaffPage(headers: HeadersLike): void {
    const origin = headers.get('origin');
    if (origin === null || this.#isForStaff(origin, headers)) return;
    throw new DeniedError(deny('FORBIDDEN', { text: t.ownPagesOnly, details: { origin } }));
  }

  #isForStaff(origin: string, headers: HeadersLike): boolean {
    return this.#isOwn(origin, headers) || (this.#options.staffOrigins ?? []).includes(origin);
  }

  /**
   * By the address that the host's owner configured. Without one, the browser itself says so, or the page names the
   * host that it asks: a name that somebody else points at this server (DNS rebinding) would do as well.
   */
  #isOwn(origin: string, headers: HeadersLike): boolean {
    const { development, publicOrigin } = this.#options;
    if (origin === publicOrigin || (development && THIS_MACHINE.test(origin))) return true;
    if (publicOrigin !== undefined) return false;
    const host = headers.get('host');
    return (
      headers.get('sec-fetch-site') === 'same-origin' || origin === `https://${host}` || origin === `http://${host}`
    );
  }

  #admits({ origins }: KnownStore, origin: string): boolean {
    return origins.has(origin) || (this.#options.development && origins.size === 0 && origin !== 'null');
  }
}
