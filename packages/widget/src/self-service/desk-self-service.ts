import { isComposed } from '@shopdesk/core/client';
import type { UploadTransport, WidgetSettings } from '@shopdesk/core/client';
import { clip } from '@shopdesk/core/text';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { DeskConnection } from '../connection/connection.ts';
import { base } from '../elements/base-styles.ts';
import { define } from '../elements/define.ts';
import { backIcon } from '../elements/icons.ts';
import { LazyParts } from '../shell/lazy-parts.ts';
import { loadServiceTexts } from '../texts/load-service-texts.ts';
import type { ServiceTexts } from '../texts/service-texts.ts';
import '../features/orders/desk-my-orders.ts';
import '../features/orders/desk-order-page.ts';
import { Service, type ServicePage } from './service.ts';

type Load = () => Promise<object>;

/** Until the store has said where it is. */
const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Pages that come when they are first opened. */
const LATER: Partial<Record<ServicePage['name'], Load>> = {
  change: () => import('../features/orders/desk-order-change.ts'),
  ask: () => import('../features/aftersales/desk-case-flow.ts'),
  cases: () => import('../features/aftersales/desk-my-cases.ts'),
  case: () => import('../features/aftersales/desk-case-page.ts'),
};

/**
 * The shopper's orders and cases in the chat window, page over page.
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
  declare _pages: readonly ServicePage[];
  declare _words: { readonly locale: string; readonly texts: ServiceTexts } | undefined;
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
    this.addEventListener('desk-ask', ((event: CustomEvent<{ orderId: string; text: string }>) =>
      this.#ask(event.detail)) as EventListener);
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
      this._pages = this.page.name === 'orders' ? [this.page] : [{ name: 'orders' }, this.page];
      this.#focusNext = true;
    }
    if (changed.has('locale') && this._words?.locale !== this.locale) void this.#loadWords();
    if (changed.has('_words') || changed.has('settings')) this.#service = this.#makeService();
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
    const page = this._pages.at(-1) ?? { name: 'orders' };
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

  #renderPage(page: ServicePage, service: Service): TemplateResult {
    const load = LATER[page.name];
    if (load && !this.#parts.get(page.name, load))
      return html`<p role="status">${this.#parts.failed(page.name) ? service.words.offline : service.words.loading}</p>`;
    switch (page.name) {
      case 'orders':
        return html`<desk-my-orders .service=${service}></desk-my-orders>`;
      case 'order':
        return html`<desk-order-page .service=${service} .orderId=${page.id}></desk-order-page>`;
      case 'change':
        return html`<desk-order-change .service=${service} .orderId=${page.id} .change=${page.change}></desk-order-change>`;
      case 'ask':
        return html`<desk-case-flow .service=${service} .orderId=${page.id}></desk-case-flow>`;
      case 'cases':
        return html`<desk-my-cases .service=${service}></desk-my-cases>`;
      case 'case':
        return html`<desk-case-page .service=${service} .caseId=${page.id}></desk-case-page>`;
    }
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
    const before =
      known >= 0
        ? this._pages.slice(0, known)
        : this._pages.filter(({ name }) => page.name !== 'case' || name !== 'ask');
    this._pages = [...before, page];
    this.#focusNext = true;
  }

  #ask({ orderId, text }: { readonly orderId: string; readonly text: string }): void {
    this.connection.send({ card: { type: 'ORDER', id: orderId, title: orderId, detail: '', price: null, url: null } });
    this.connection.send({ text: clip(text, 2000) });
    this.#leave();
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
    const texts = await loadServiceTexts(locale).catch(() => undefined);
    if (texts && locale === this.locale) this._words = { locale, texts };
  }

  #makeService(): Service | undefined {
    const { connection, settings, upload, _words } = this;
    return (
      _words &&
      new Service({
        connection,
        words: _words.texts,
        locale: _words.locale,
        timeZone: settings?.timeZone ?? ownZone(),
        upload,
      })
    );
  }
}

define('desk-self-service', DeskSelfService);
