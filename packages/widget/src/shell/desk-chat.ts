import { newId, type DeskConversation, type WidgetSettings } from '@shopdesk/core/client';
import { html, LitElement, nothing } from 'lit';
import { takesMessages } from '../connection/connection-state.ts';
import type { DeskConnection } from '../connection/connection.ts';
import { deskNow } from '../connection/desk-clock.ts';
import { base } from '../elements/base-styles.ts';
import '../elements/desk-timeline.ts';
import { tokens } from '../elements/tokens.ts';
import type { Attention, ChatContext, WidgetFeature } from '../feature.ts';
import type { ServicePage } from '../self-service/service.ts';
import type { LauncherHost } from '../launcher/launcher.ts';
import type { FirstTexts, MoreTexts, Texts } from '../texts/texts.ts';
import { ChatFiles } from './chat-files.ts';
import { chatHeader } from './chat-header.ts';
import { chatStatus } from './chat-status.ts';
import './desk-composer.ts';
import type { DeskComposer } from './desk-composer.ts';
import { discardItem, retryItem, type ItemEvent } from './item-actions.ts';
import { keepDraft, readDraft } from './draft.ts';
import { keepFocus } from './keep-focus.ts';
import { LazyParts } from './lazy-parts.ts';
import { MoreWords } from './more-words.ts';
import { loadPart, OpenPart, type Part } from './open-part.ts';
import { panelStyles } from './panel-styles.ts';
import { ServiceWatch } from './service-watch.ts';
import { staffMarks, timelineItems } from './timeline-items.ts';

const NOTHING: Attention = { draft: '', opened: '', putAway: '' };

/** What a notice tells of itself. */
type Named = CustomEvent<{ readonly name: string }>;

/**
 * The chat window.
 *
 * @summary Chat window of a shopper.
 * @csspart panel - The window.
 * @csspart header - Its head.
 * @csspart event, bubble, meta, card, price, image, file, star - Those of the elements in it.
 */
export class DeskChat extends LitElement {
  static override properties = {
    texts: { attribute: false },
    settings: { attribute: false },
    position: { reflect: true },
    scheme: { reflect: true },
    _view: { state: true },
    _tool: { state: true },
    _dropping: { state: true },
    _attention: { state: true },
  };
  static override styles = [base, tokens, panelStyles];
  declare texts: FirstTexts;
  declare settings: WidgetSettings | undefined;
  declare position: string;
  declare scheme: string;
  declare _view: 'chat' | 'history' | 'self-service';
  declare _tool: string | undefined;
  declare _dropping: boolean;
  declare _attention: Attention;
  readonly #connection: DeskConnection;
  readonly #host: LauncherHost;
  readonly #service: ServiceWatch;
  readonly #parts: LazyParts;
  readonly #words = new MoreWords();
  readonly #files: ChatFiles;
  #end: (() => void)[] = [];
  #endPhone: () => void = () => undefined;
  #customerId: string | undefined;
  readonly #part = new OpenPart();
  #page: ServicePage | undefined;
  /** What gets the focus when it is there; parts may still be loading. */
  #focusNext = '';

  constructor(host: LauncherHost, connection: DeskConnection) {
    super();
    this.#host = host;
    this.#connection = connection;
    this.#service = new ServiceWatch(this, connection);
    this.#parts = new LazyParts(this, (error) => host.emit('error', { code: 'LOAD_FAILED', message: String(error) }));
    this.#files = new ChatFiles({
      connection,
      transport: host.options.upload,
      texts: () => this.#allTexts,
      ready: () => this.#words.load(this.texts.locale),
      onChange: () => this.requestUpdate(),
    });
    this._view = 'chat';
    this._dropping = false;
    this._attention = NOTHING;
    this.position = 'end';
    this.scheme = 'light';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const changed = (): void => {
      this.#service.follow();
      this.requestUpdate();
    };
    addEventListener('storage', this.#sentElsewhere);
    this.#end = [this.#connection.subscribe(changed), () => removeEventListener('storage', this.#sentElsewhere)];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#end) end();
    this.#endPhone();
    this.#files.close();
  }

  /** Begins to show and to ask. */
  show(): void {
    this.hidden = false;
    this.#connection.shown.place = 'end';
    this.#service.run();
    this.requestUpdate();
    // There the window is the whole screen. Without this code it is one all the same, only not as comfortable.
    if (matchMedia('(max-width: 480px)').matches)
      import('./phone.ts').then(
        (code) => this.#onPhone(code),
        () => {},
      );
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector('desk-timeline')?.toEnd();
      this.requestUpdate();
    });
  }

  #onPhone({ fitViewport, onBack }: typeof import('./phone.ts')): void {
    if (this.hidden || !this.isConnected) return;
    this.#endPhone();
    const ends = [fitViewport(this), onBack(() => this.#host.close())];
    this.#endPhone = () => {
      for (const end of ends.splice(0)) end();
    };
  }

  hide(): void {
    this.#endPhone();
    this.hidden = true;
    this.#connection.shown.place = 'closed';
    this.#service.stop();
  }

  /** On a phone the keyboard comes when the shopper wants it, not at once. */
  override focus(): void {
    void this.updateComplete.then(() => {
      const byTouch = matchMedia('(pointer: coarse)').matches;
      const target = byTouch ? undefined : this.#composer;
      (target ?? this.renderRoot.querySelector<HTMLElement>('.panel'))?.focus();
    });
  }

  /** Shows a page of self-service, as soon as it is known who the shopper is. */
  showPage(page: ServicePage): void {
    this.#goTo({ detail: { page } });
  }

  get #composer(): DeskComposer | null {
    return this.renderRoot.querySelector('desk-composer');
  }

  get #context(): ChatContext {
    return {
      connection: this.#connection,
      host: this.#host,
      service: this.#service,
      settings: this.settings,
      texts: this.#allTexts,
      attention: this._attention,
    };
  }

  get #allTexts(): Texts {
    return { ...this.texts, ...(this.#words.of(this.texts.locale) as MoreTexts) };
  }

  /**
   * What features add to the window, ours before the page's; none until they have come. They are asked for when the
   * window can be written in, which does not wait for them.
   */
  get #features(): readonly WidgetFeature[] {
    if (!this.hasUpdated) return [];
    const ours = this.#parts.get('features', () => import('../features/index.ts'))?.standardWidgetFeatures;
    return ours ? [...ours, ...(this.#host.options.features ?? [])] : [];
  }

  /** A part, if it can be shown; begins to load it, and its words, when they are not there. */
  #load<T extends object>(name: string, load: () => Promise<T>): T | undefined {
    const { locale } = this.texts;
    this.#parts.get(`words ${locale}`, () => this.#words.load(locale));
    const part = this.#parts.get(name, load);
    return this.#words.of(locale) ? part : undefined;
  }

  override updated(): void {
    const next = this.#focusNext ? this.renderRoot.querySelector<HTMLElement>(this.#focusNext) : null;
    if (next) {
      this.#focusNext = '';
      next.focus();
    }
    const customerId = this.#connection.state.session?.customerId;
    const composer = this.#composer;
    if (composer && (this.#customerId === undefined || this.#customerId !== customerId)) {
      const switched = this.#customerId !== undefined;
      if (switched || composer.value === '')
        void composer.updateComplete.then(() => (composer.value = readDraft(this.#connection)));
      if (switched) this.#files.close();
    }
    this.#customerId = customerId;
  }

  override render() {
    const { texts } = this;
    const title = this.settings?.look.title[this.#language] || this.settings?.name || '';
    return html`<div
      class="panel ${this._dropping ? 'dropping' : ''}" part="panel" role="dialog" tabindex="-1" aria-label=${title || texts.conversation} lang=${texts.locale} @keydown=${this.#key}
      @desk-choose=${this.#choose} @desk-emoji=${({ detail }: CustomEvent<{ emoji: string }>) => this.#composer?.insert(detail.emoji)} @desk-settled=${this.#settled} @desk-go=${this.#goTo} @desk-leave=${this.#toChat}
      @dragover=${this.#dragged} @dragleave=${this.#dragged} @drop=${this.#dropped}
    >
      ${chatHeader({ title, status: chatStatus(this.#connection, this.#service, texts), view: this._view, texts, onToggleHistory: this.#toggleHistory, onClose: () => this.#host.close() })}
      <p class="bar" role="status" ?hidden=${this.#connection.state.refused || this.#connection.state.link !== 'reconnecting'}>${texts.panel.reconnecting}</p>
      ${this.#renderView()}
    </div>`;
  }

  get #language(): 'zh' | 'en' {
    return this.texts.locale === 'en' ? 'en' : 'zh';
  }

  #renderView() {
    if (this.#connection.state.refused) return html`<p class="refused" role="alert">${this.texts.panel.refused}</p>`;
    if (this._view !== 'chat') return this.#renderPart(this._view);
    return html`${this.#renderTimeline()} ${this.#renderNotices()} ${this.#renderTool()} ${this.#renderComposer()}`;
  }

  #renderPart(name: Part) {
    const features = this.#features;
    if (!this.#load(name, loadPart(name)) || !features[0]) return this.#renderLoading(name);
    const {
      settings,
      texts: { locale },
    } = this;
    return this.#part.show(name, {
      connection: this.#connection,
      upload: this.#host.options.upload,
      texts: this.#allTexts,
      page: this.#page,
      features,
      settings,
      locale,
    });
  }

  #renderLoading(part: string) {
    const failed = this.#parts.failed(part);
    return html`<div class="tray"><p role=${failed ? 'alert' : 'status'}>${failed ? this.texts.panel.featureFailed : this.texts.panel.connecting}</p></div>`;
  }

  #renderTimeline() {
    const { state, shown } = this.#connection;
    const items = timelineItems(state, this.#files.items, this.texts);
    if (items.some(({ card }) => card)) this.#load('card', () => import('../elements/desk-card.ts'));
    if (items.some(({ attachment }) => attachment))
      this.#load('attachment', () => import('../elements/desk-attachment.ts'));
    const typing = (state.feed?.signals ?? [])
      .filter(({ kind, side }) => kind === 'TYPING' && side === 'STAFF')
      .map(({ name }) => name);
    return html`<desk-timeline exportparts="event,bubble,meta,card,price,image,file"
      side="CUSTOMER" .items=${items} .marks=${staffMarks(state)} .typing=${typing} .texts=${this.#allTexts} .linkOf=${this.#files.linkOf} .now=${deskNow}
      ?hasEarlier=${state.feed?.hasEarlier ?? false} ?busy=${state.feed?.loadingEarlier ?? false}
      @desk-earlier=${() => shown.loadEarlier()} @desk-place=${this.#placed} @desk-edit=${this.#edit}
      @desk-retry=${({ detail }: ItemEvent) => retryItem(this.#connection, this.#files, detail.item)}
      @desk-discard=${({ detail }: ItemEvent) => discardItem(this.#connection, this.#files, detail.item)}
    >
      <p slot="start" class="greeting" dir="auto">${this.settings?.look.greeting[this.#language] ?? ''}</p>
      ${state.loaded && !shown.conversation ? this.#renderOpeners() : nothing}
    </desk-timeline>`;
  }

  #renderOpeners() {
    const openers = this.#features.flatMap(({ notices }) => notices.filter(({ opener }) => opener));
    return openers.map(
      ({ name, opener }) => html`<button
        slot="start" type="button" class="help" @click=${() => this.#attend({ opened: name })}
      >${opener?.[this.#language]}</button>`,
    );
  }

  #attend(change: Partial<Attention>): void {
    this._attention = { ...this._attention, ...change };
  }

  #renderNotices() {
    const context = this.#context;
    const notices = this.#features.flatMap((feature) => feature.notices);
    const shown = notices.map(({ name, when, load }) =>
      when(context) ? (this.#load(name, load)?.render(context) ?? nothing) : nothing,
    );
    return html`<div
      @desk-ask-person=${this.#askPerson} @desk-solved=${this.#solved} @desk-put-away=${this.#putAway}
    >${shown}</div>`;
  }

  #renderTool() {
    const name = this._tool;
    if (!name) return this.#part.close();
    const tool = this.#tools.find((one) => one.name === name);
    const body = tool
      ? (this.#load(name, tool.load)?.render(this.#context) ?? this.#renderLoading(name))
      : this.#renderPart('emoji');
    return html`<div class="tray">${body}</div>`;
  }

  get #tools() {
    return this.#features.flatMap(({ tools }) =>
      tools.filter(({ when }) => !when || when({ connection: this.#connection })),
    );
  }

  #renderComposer() {
    const { conversation } = this.#connection.state;
    const { composer } = this.texts;
    const tools = this.#tools.map(({ name, label, icon }) => ({ name, icon, label: label[this.#language] }));
    const startsNew = conversation !== undefined && !takesMessages(conversation);
    return html`<desk-composer
      .texts=${this.texts} .placeholder=${startsNew ? composer.placeholderNew : composer.placeholder} .tool=${this._tool} .accept=${this.#files.accept}
      .tools=${tools} @desk-send=${this.#send} @desk-draft=${this.#drafted} @desk-tool=${this.#toggleTool} @desk-files=${({ detail }: CustomEvent<{ files: readonly File[] }>) => this.#files.add(detail.files)}
    ></desk-composer>`;
  }

  readonly #key = (event: KeyboardEvent): void => {
    keepFocus(event, this.renderRoot, () => this.#leave());
  };

  /** Escape puts away what is open on top first. */
  #leave(): void {
    if (this._tool) {
      this._tool = undefined;
      this.#focusNext = '';
      this.#composer?.focus();
    } else if (this._view !== 'chat') this.#toggleHistory();
    else this.#host.close();
  }

  readonly #toggleHistory = (): void => {
    this._view = this._view === 'chat' ? 'history' : 'chat';
    this.#part.close();
    this._tool = undefined;
    this.#focusNext = 'header button';
  };

  readonly #settled = (): void => {
    this._tool = undefined;
    this.requestUpdate();
  };

  readonly #goTo = ({ detail }: { readonly detail: { readonly page: ServicePage } }): void => {
    this.#page = detail.page;
    this.#part.close();
    this._tool = undefined;
    this._view = 'self-service';
    this.requestUpdate();
  };

  readonly #toChat = (): void => {
    this._view = 'chat';
    this.focus();
  };

  readonly #choose = ({ detail }: CustomEvent<{ conversation: DeskConversation | undefined }>): void => {
    this.#connection.show(detail.conversation);
    this.#toChat();
  };

  readonly #placed = ({ detail }: CustomEvent<{ atEnd: boolean }>): void => {
    if (!this.hidden) this.#connection.shown.place = detail.atEnd ? 'end' : 'above';
  };

  readonly #send = ({ detail }: CustomEvent<{ text: string }>): void => {
    keepDraft(this.#connection, '');
    this._tool = undefined;
    this._attention = NOTHING;
    this.#connection.send(detail);
  };

  /** What another tab has sent is no draft here any more. */
  readonly #sentElsewhere = ({ key, newValue }: StorageEvent): void => {
    const composer = this.#composer;
    if (
      composer?.value &&
      key?.startsWith(this.#connection.keys) &&
      key.includes(':out:') &&
      newValue?.includes(`"text":${JSON.stringify(composer.value)}`)
    )
      composer.value = '';
  };

  readonly #drafted = ({ detail }: CustomEvent<{ text: string }>): void => {
    keepDraft(this.#connection, detail.text);
    const { opened } = this._attention;
    this.#attend({ draft: detail.text.trim(), opened: detail.text ? '' : opened });
    if (detail.text) this.#connection.typed();
  };

  /** What was written goes to a person as it is; with nothing written yet the shopper begins to. */
  readonly #askPerson = (): void => {
    this._attention = NOTHING;
    this.#composer?.focus();
    this.#composer?.send();
  };

  readonly #putAway = ({ detail }: Named): void => {
    this._attention = { ...NOTHING, putAway: detail.name };
  };

  readonly #solved = ({ detail }: Named): void => {
    if (this.#composer) this.#composer.value = '';
    keepDraft(this.#connection, '');
    this._attention = { ...NOTHING, opened: detail.name };
  };

  readonly #toggleTool = ({ detail }: CustomEvent<{ tool: string }>): void => {
    this._tool = this._tool === detail.tool ? undefined : detail.tool;
    this.#focusNext = this._tool ? '.tray > :not(p, div)' : '';
  };

  /** Back into the composer, in front of what is written there. */
  readonly #edit = ({ detail }: ItemEvent): void => {
    const composer = this.#composer;
    if (!composer) return;
    composer.value = composer.value ? `${detail.item.body}\n${composer.value}` : detail.item.body;
    keepDraft(this.#connection, composer.value);
    this.#connection.outbox.discard(detail.item.clientMsgId);
    composer.focus();
  };

  readonly #dragged = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files') || this._view !== 'chat') return;
    event.preventDefault();
    this._dropping = event.type === 'dragover';
  };

  readonly #dropped = (event: DragEvent): void => {
    this.#dragged(event);
    this.#files.add([...(event.dataTransfer?.files ?? [])]);
  };
}

// A second copy of the chunk (another build on the page, a load that was tried again) needs a name of its own.
customElements.define(
  customElements.get('desk-chat') ? `desk-chat-${newId()}` : 'desk-chat',
  DeskChat as unknown as CustomElementConstructor,
);
