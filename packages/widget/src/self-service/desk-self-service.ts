import { isComposed } from '@shopdesk/core/client';
import type { UploadTransport, WidgetSettings } from '@shopdesk/core/client';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { DeskConnection } from '../connection/connection.ts';
import { base } from '../elements/base-styles.ts';
import type { WidgetFeature } from '../feature.ts';
import { define } from '../elements/define.ts';
import { backIcon } from '../elements/icons.ts';
import { LazyParts } from '../shell/lazy-parts.ts';
import { Service, type ServicePage } from './service.ts';
import { loadServiceWords, type ServiceWords } from './words.ts';

const NO_TEXTS = async (): Promise<object> => ({});

/** Until the store has said where it is. */
const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * What a customer can do without anybody in the chat window, page over page. The pages are those of features.
 *
 * @summary Self-service.
 * @event desk-leave - Back to the conversation.
 */
export class DeskSelfService extends LitElement {
  static override properties = {
    connection: { attribute: false },
    upload: { attribute: false },
    settings: { attribute: false },
    locale: {},
    page: { attribute: false },
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
      .back {
        display: inline-flex;
        gap: 4px;
        align-items: center;
        margin-inline-start: -6px;
        padding: 6px 10px 6px 2px;
        padding-inline: 2px 10px;
        min-block-size: 36px;
        color: var(--desk-muted);
      }
      .back:dir(rtl) svg {
        transform: scaleX(-1);
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
  /** Where to begin. */
  declare page: ServicePage | undefined;
  declare features: readonly WidgetFeature[];
  declare _pages: readonly ServicePage[];
  declare _words: { readonly locale: string; readonly texts: ServiceWords } | undefined;
  readonly #parts = new LazyParts(this, () => undefined);
  #service: Service | undefined;
  #stop: (() => void) | undefined;
  #customerId: string | undefined;
  #focusNext = true;

  constructor() {
    super();
    this._pages = [];
    this.addEventListener('desk-go', ((event: CustomEvent<{ page: ServicePage }>) => {
      event.stopPropagation();
      this.#go(event.detail.page);
    }) as EventListener);
    this.addEventListener('desk-ask', ((event: CustomEvent<{ messages: Parameters<DeskConnection['send']> }>) => {
      for (const said of event.detail.messages) this.connection.send(said);
      this.#leave();
    }) as EventListener);
    this.addEventListener('keydown', (event) => this.#key(event));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connectionChanged();
    this.#stop = this.connection.subscribe(() => this.#connectionChanged());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('page') && this.page) {
      this._pages = this.page.name === this.#first.name ? [this.page] : [this.#first, this.page];
      this.#focusNext = true;
    }
    if (changed.has('locale') && this._words?.locale !== this.locale) void this.#loadWords();
    if (changed.has('_words') || changed.has('settings') || changed.has('features'))
      this.#service = this.#makeService();
  }

  override updated(): void {
    if (!this.#focusNext) return;
    const page = this.renderRoot.querySelector('.page > *');
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
    if (!session?.verified) return html`<p role="status">${loaded || session ? words.signIn : words.loading}</p>`;
    const page = this._pages.at(-1) ?? this.#first;
    const back =
      this._pages.length > 1
        ? html`<button type="button" class="back" @click=${() => this.back()}>${backIcon()}${words.back}</button>`
        : nothing;
    return html`${back}<div class="page">${keyed(`${session.customerId} ${JSON.stringify(page)}`, this.#renderPage(page, service))}</div>`;
  }

  /** Whether there was a page to go back to. */
  back(): boolean {
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
    event.stopPropagation();
    if (!this.back()) this.#leave();
  }

  async #loadWords(): Promise<void> {
    const { locale } = this;
    const texts = await loadServiceWords(locale).catch(() => undefined);
    if (texts && locale === this.locale) this._words = { locale, texts };
  }

  #makeService(): Service | undefined {
    const { connection, settings, upload, _words } = this;
    const language = _words?.locale === 'en' ? 'en' : 'zh';
    const entries = this.#known.flatMap(({ name, entry }) => (entry ? [{ name, label: entry[language] }] : []));
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
