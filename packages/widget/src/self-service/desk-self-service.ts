import { isComposed } from '@shopdesk/core/client';
import type { UploadTransport, WidgetSettings } from '@shopdesk/core/client';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { DeskConnection } from '../connection/connection.ts';
import { base } from '../elements/base-styles.ts';
import type { WidgetFeature } from '../feature.ts';
import { define } from '../elements/define.ts';
import { LazyParts } from '../shell/lazy-parts.ts';
import { Service, type ServicePage } from './service.ts';
import { loadServiceWords, type ServiceWords } from './words.ts';
import { titled } from '../texts/languages.ts';

const NO_TEXTS = async (): Promise<object> => ({});

/** Until the store has said where it is. */
const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * What a shopper can do without anybody in the chat window, page over page. The pages are those of features.
 *
 * @summary Self-service.
 * @event desk-leave - To the conversation.
 * @event {CustomEvent<{ title: string }>} desk-title - What the page is called, for the window's head.
 */
export class DeskSelfService extends LitElement {
  static override properties = {
    connection: { attribute: false },
    upload: { attribute: false },
    settings: { attribute: false },
    locale: {},
    page: { attribute: false },
    isFromShop: { attribute: false },
    features: { attribute: false },
    _pages: { state: true },
    _words: { state: true },
  };
  static override styles = [
    base,
    css`
      :host {
        display: block;
        flex: 1;
        min-block-size: 0;
        overflow-y: auto;
        overscroll-behavior: contain;
        padding: 12px 16px calc(20px + env(safe-area-inset-bottom));
        font-size: 14px;
      }
      /* The window's head shows it; here it is for the ear, and takes the focus. */
      h3 {
        position: absolute;
        clip-path: inset(50%);
        margin: 0;
      }
      p {
        color: var(--desk-muted);
      }
    `,
  ];
  declare connection: DeskConnection;
  declare upload: UploadTransport | undefined;
  declare settings: WidgetSettings | undefined;
  declare locale: string;
  /** Where to begin; opened by the shop's own page, it stands over the first one. */
  declare page: ServicePage | undefined;
  declare isFromShop: boolean;
  declare features: readonly WidgetFeature[];
  declare _pages: readonly ServicePage[];
  declare _words: { readonly locale: string; readonly texts: ServiceWords } | undefined;
  readonly #parts = new LazyParts(this, () => undefined);
  #service: Service | undefined;
  #stop: (() => void) | undefined;
  #customerId: string | undefined;
  #focusNext = true;
  #title = '';
  #titles: MutationObserver | undefined;

  constructor() {
    super();
    this._pages = [];
    this.isFromShop = false;
    this.addEventListener('desk-go', ((event: CustomEvent<{ page: ServicePage }>) => {
      event.stopPropagation();
      this.#go(event.detail.page);
    }) as EventListener);
    this.addEventListener('desk-ask', ((event: CustomEvent<{ messages: Parameters<DeskConnection['send']> }>) => {
      for (const said of event.detail.messages) this.connection.send(said);
      this.#leave();
    }) as EventListener);
    this.addEventListener('keydown', (event) => this.#key(event));
    // What a page tells of its own title is told for it: by its heading.
    this.addEventListener('desk-title', (event) => event.composedPath()[0] === this || event.stopPropagation());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connectionChanged();
    this.#stop = this.connection.subscribe(() => this.#connectionChanged());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#titles?.disconnect();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('page') && this.page) {
      this._pages = this.isFromShop && this.page.name !== this.#first.name ? [this.#first, this.page] : [this.page];
      this.#focusNext = true;
    }
    if (changed.has('locale') && this._words?.locale !== this.locale) void this.#loadWords();
    if (changed.has('_words') || changed.has('settings') || changed.has('features'))
      this.#service = this.#makeService();
  }

  override updated(): void {
    const page = this.renderRoot.querySelector('.page > *');
    this.#watchTitle(page);
    if (!this.#focusNext) return;
    if (!(page instanceof LitElement)) return;
    this.#focusNext = false;
    this.scrollTop = 0;
    void page.updateComplete.then(() =>
      page.renderRoot.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true }),
    );
  }

  override render() {
    const service = this.#service;
    const { session, loaded } = this.connection.state;
    if (!service) return html`<p role="status">…</p>`;
    const { words } = service;
    const page = this._pages.at(-1) ?? this.#first;
    const isForGuests = this.#known.find(({ name }) => name === page.name)?.guests;
    if (!session?.verified && !isForGuests)
      return html`<p role="status">${loaded || session ? words.signIn : words.loading}</p>`;
    return html`<div
      class="page">${keyed(`${session?.customerId} ${JSON.stringify(page)}`, this.#renderPage(page, service))}</div>`;
  }

  /** Whether there was a place to go back to: of the page itself, else the page before. */
  back(): boolean {
    const shown = this.renderRoot.querySelector<HTMLElement & { back?(): boolean }>('.page > *');
    if (shown?.back?.()) return true;
    if (this._pages.length < 2) return false;
    this._pages = this._pages.slice(0, -1);
    this.#focusNext = true;
    return true;
  }

  get #known() {
    return this.features.flatMap(({ pages }) => pages);
  }

  /** Where self-service begins. */
  get #first(): ServicePage {
    return { name: this.#known[0]?.name ?? '' };
  }

  #renderPage(page: ServicePage, service: Service): TemplateResult {
    const feature = this.features.find(({ pages }) => pages.some(({ name }) => name === page.name));
    const known = feature?.pages.find(({ name }) => name === page.name);
    const texts = feature?.texts ?? NO_TEXTS;
    const named = `words ${feature?.name} ${service.locale}`;
    const words = this.#parts.get(named, () => texts(service.locale));
    const part = known && this.#parts.get(page.name, known.load);
    if (part && words) return part.render(service.with(words) as Service<never>, page);
    const failed = !known || this.#parts.failed(page.name) || this.#parts.failed(named);
    return html`<p role="status">${failed ? service.words.offline : service.words.loading}</p>`;
  }

  /** Tells what the page's heading says, now and whenever that changes. */
  #watchTitle(page: Element | null): void {
    const root = page?.shadowRoot ?? this.renderRoot;
    const tell = (): void => {
      const title = (root.querySelector('h3')?.textContent ?? '').trim();
      if (title === this.#title) return;
      this.#title = title;
      this.dispatchEvent(new CustomEvent('desk-title', { detail: { title }, bubbles: true, composed: true }));
    };
    this.#titles?.disconnect();
    this.#titles = new MutationObserver(tell);
    this.#titles.observe(root, { subtree: true, childList: true, characterData: true });
    tell();
  }

  /** Whoever else signs in begins anew: what was open was not his. */
  #connectionChanged(): void {
    const { session } = this.connection.state;
    if (this.#customerId && session?.customerId !== this.#customerId) this._pages = [];
    this.#customerId = session?.verified ? session.customerId : undefined;
    this.requestUpdate();
  }

  #go(page: ServicePage): void {
    const same = (one: ServicePage) => one.name === page.name && JSON.stringify(one) === JSON.stringify(page);
    const known = this._pages.findIndex(same);
    // A finished form is left behind: back does not lead into it again.
    const ends = this.#known.find(({ name }) => name === page.name)?.ends ?? [];
    const before = known >= 0 ? this._pages.slice(0, known) : this._pages.filter(({ name }) => !ends.includes(name));
    this._pages = [...before, page];
    this.#focusNext = true;
  }

  #leave(): void {
    this.dispatchEvent(new CustomEvent('desk-leave', { bubbles: true, composed: true }));
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || isComposed(event)) return;
    if (this.back()) event.stopPropagation();
  }

  async #loadWords(): Promise<void> {
    const { locale } = this;
    const texts = await loadServiceWords(locale).catch(() => undefined);
    if (texts && locale === this.locale) this._words = { locale, texts };
  }

  #makeService(): Service | undefined {
    const { connection, settings, upload, _words } = this;
    const entries = this.#known.flatMap(({ name, entry }) =>
      entry ? [{ name, label: titled(`${_words?.locale}`, entry) }] : [],
    );
    return (
      _words &&
      new Service({
        connection,
        words: _words.texts,
        locale: _words.locale,
        timeZone: settings?.timeZone ?? ownZone(),
        upload,
        entries,
      })
    );
  }
}

define('desk-self-service', DeskSelfService);
