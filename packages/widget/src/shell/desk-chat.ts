import { newId, type DeskConversation, type WidgetSettings } from '@shopdesk/core/client';
import { html, LitElement, nothing } from 'lit';
import { isOpen, takesMessages } from '../connection/connection-state.ts';
import type { DeskConnection } from '../connection/connection.ts';
import type { ReaderPlace } from '../connection/shown-conversation.ts';
import { deskNow } from '../connection/desk-clock.ts';
import { base } from '../elements/base-styles.ts';
import { tokens } from '../elements/tokens.ts';
import type { Attention, ChatContext, Notice, WidgetFeature } from '../feature.ts';
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
import { loadTimeline, timelineCode } from './timeline-code.ts';
import { titled } from '../texts/languages.ts';

const NOTHING: Attention = { draft: '', solved: '', putAway: '' };

/** What a notice tells of itself. */
type Named = CustomEvent<{ readonly name: string }>;

/** What has places of its own: whether there was one to go back to. */
interface Titled extends EventTarget {
  back?(): boolean;
}

/**
 * The chat window: the first view or the messages, and over them one page at a time.
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
    _page: { state: true },
    _title: { state: true },
    _tool: { state: true },
    _attention: { state: true },
  };
  static override styles = [base, tokens, panelStyles];
  declare texts: FirstTexts;
  declare settings: WidgetSettings | undefined;
  declare position: string;
  declare scheme: string;
  declare _view: 'home' | 'chat';
  /** What stands over it. */
  declare _page: Exclude<Part, 'emoji'> | undefined;
  /** Of what fills the window, where that has one. */
  declare _title: string;
  declare _tool: string | undefined;
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
  #asked: ServicePage | undefined;
  #isFromShop = false;
  #titled: Titled | undefined;
  /** Whether it is known if the shopper has an open conversation; then the view is theirs to choose. */
  #decided = false;
  /** So many messages and files are on their way. */
  #going = 0;
  /** Where this window has put the reader; in the messages the timeline knows better. */
  #place: ReaderPlace = 'closed';
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
      onChange: () => {
        this.#decide();
        this.requestUpdate();
      },
    });
    this._view = connection.storage.get(`${connection.keys}live`) ? 'chat' : 'home';
    this._title = '';
    this._attention = NOTHING;
    this.position = 'end';
    this.scheme = 'light';
  }

  /** Whether a conversation is known already, so that the messages are the first view. */
  get beginsWithMessages(): boolean {
    return this._view === 'chat';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const changed = (): void => {
      this.#service.follow();
      this.#decide();
      this.requestUpdate();
    };
    this.#end = [this.#connection.subscribe(changed)];
  }

  /** What the window hears beside its own: files that are dropped, and what another tab has sent. */
  override firstUpdated(): void {
    this.#parts.get('timeline', loadTimeline);
    const within = { connection: this.#connection, files: this.#files, composer: () => this.#composer };
    import('./overhear.ts').then(
      ({ overhear }) => this.#end.push(overhear(this, within)),
      () => {},
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#end) end();
    this.#endPhone();
    this.#files.close();
  }

  /** Begins to show and to ask. */
  show(): void {
    this.hidden = this.#decided = false;
    this.#decide();
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
    this.#connection.shown.place = this.#place = 'closed';
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
  showPage(page: ServicePage, isFromShop = false): void {
    this.#asked = page;
    this.#isFromShop = isFromShop;
    this.#over('self-service');
  }

  /** Begins with the conversation where one is open, else with the first view; what one sends is followed. */
  #decide(): void {
    const { loaded, conversation, outbox } = this.#connection.state;
    const going = outbox.length + this.#files.items.length;
    if (going > this.#going) this.#show();
    this.#going = going;
    if (!loaded || this.#decided) return;
    this.#decided = true;
    this._view = conversation && (isOpen(conversation) || this.#connection.shown.unread > 0) ? 'chat' : 'home';
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
    const place = this.hidden ? 'closed' : this._view === 'chat' && !this._page ? 'end' : 'above';
    if (place !== this.#place) this.#connection.shown.place = this.#place = place;
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
      if (switched) {
        this.#files.close();
        this.#decided = false;
      }
    }
    this.#customerId = customerId;
  }

  override render() {
    const { texts } = this;
    const heading = this.#heading;
    const { look, name = '' } = this.settings ?? {};
    const asked = titled(texts.locale, look?.title) || name;
    const title = this._view === 'home' ? name : asked;
    return html`<div
      class="panel" part="panel" role="dialog" tabindex="-1" aria-label=${asked || texts.conversation} lang=${texts.locale} @keydown=${this.#key}
      @desk-choose=${this.#choose} @desk-title=${this.#named} @desk-emoji=${({ detail }: CustomEvent<{ emoji: string }>) => this.#composer?.insert(detail.emoji)} @desk-settled=${this.#settled} @desk-go=${this.#goTo} @desk-leave=${this.#toChat}
      @desk-ask-person=${this.#askPerson} @desk-solved=${this.#solved} @desk-put-away=${this.#putAway}
    >
      ${chatHeader({
        title: heading || title,
        status:
          heading === undefined && this._view === 'chat' ? chatStatus(this.#connection, this.#service, texts) : '',
        hasBack: heading !== undefined || this._view === 'chat',
        hasHistory: heading === undefined,
        texts,
        onHistory: () => this.#over('history'),
        onBack: this.#back,
        onClose: () => this.#host.close(),
      })}
      <p class="bar" role="status"
        ?hidden=${this.#connection.state.refused || this.#connection.state.link !== 'reconnecting'}>${texts.panel.reconnecting}</p>
      ${this.#renderView()}
    </div>`;
  }

  /** Of the page; undefined where there is none. */
  get #heading(): string | undefined {
    const tool = this.#tools.find(({ name }) => name === this._tool);
    if (this._title || this._page === 'history') return this._title || this.texts.panel.history;
    return tool ? titled(this.texts.locale, tool.label) : this._page && '';
  }

  #renderView() {
    if (this.#connection.state.refused) return html`<p class="refused" role="alert">${this.texts.panel.refused}</p>`;
    const view = () =>
      html`${this._view === 'home' ? this.#renderHome() : this.#renderTimeline()} ${this.#renderNotices()} ${this.#renderTool()}`;
    return html`${this._page ? this.#renderPart(this._page) : view()} ${this.#renderComposer()}`;
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
      page: this.#asked,
      isFromShop: this.#isFromShop,
      features,
      settings,
      locale,
    });
  }

  #renderLoading(part: string) {
    const failed = this.#parts.failed(part);
    return html`<div class="tray"><p
      role=${failed ? 'alert' : 'status'}>${failed ? this.texts.panel.featureFailed : this.texts.panel.connecting}</p></div>`;
  }

  #renderHome() {
    // It comes when the window can be written in, which does not wait for it.
    const home = this.hasUpdated ? this.#load('home', () => import('./desk-home.ts')) : undefined;
    return home?.render(this.#context, this.#features) ?? html`<div class="tray whole"></div>`;
  }

  #renderTimeline() {
    const code = timelineCode ?? this.#parts.get('timeline', loadTimeline);
    if (!code) return this.#renderLoading('timeline');
    const { state, shown } = this.#connection;
    const items = code.timelineItems(state, this.#files.items, this.#allTexts);
    if (items.some(({ card }) => card)) this.#load('card', () => import('../elements/desk-card.ts'));
    if (items.some(({ attachment }) => attachment))
      this.#load('attachment', () => import('../elements/desk-attachment.ts'));
    const typing = (state.feed?.signals ?? [])
      .filter(({ kind, side }) => kind === 'TYPING' && side === 'STAFF')
      .map(({ name }) => name);
    return html`<desk-timeline exportparts="event,bubble,meta,card,price,image,file"
      side="CUSTOMER" .items=${items} .marks=${code.staffMarks(state)} .typing=${typing} .texts=${this.#allTexts} .linkOf=${this.#files.linkOf} .now=${deskNow}
      ?hasEarlier=${state.feed?.hasEarlier ?? false} ?busy=${state.feed?.loadingEarlier ?? false}
      @desk-earlier=${() => shown.loadEarlier()} @desk-place=${({ detail }: CustomEvent<{ atEnd: boolean }>) => (shown.place = detail.atEnd ? 'end' : 'above')} @desk-edit=${this.#edit}
      @desk-retry=${({ detail }: ItemEvent) => retryItem(this.#connection, this.#files, detail.item)}
      @desk-discard=${({ detail }: ItemEvent) => discardItem(this.#connection, this.#files, detail.item)}
    >
      <p slot="start" class="greeting" dir="auto">${titled(this.texts.locale, this.settings?.look.greeting)}</p>
    </desk-timeline>`;
  }

  #renderNotices() {
    return html`<div
      class="notices">${this.#noticesThat(({ chip, home }) => !chip && (home || this._view === 'chat'))}</div>`;
  }

  /** Those that are not shown here keep their place, so that the others are not drawn anew from one view to the next. */
  #noticesThat(are: (notice: Notice) => boolean | undefined) {
    const context = this.#context;
    return this.#features
      .flatMap(({ notices }) => notices)
      .map((notice) =>
        are(notice) && notice.when(context)
          ? (this.#load(notice.name, notice.load)?.render(context) ?? nothing)
          : nothing,
      );
  }

  #renderTool() {
    const name = this._tool;
    if (!name) return this.#part.close();
    const load = this.#tools.find((one) => one.name === name)?.load;
    const body = load
      ? (this.#load(name, load)?.render(this.#context) ?? this.#renderLoading(name))
      : this.#renderPart('emoji');
    return html`<div class="tray ${load ? 'whole' : ''}">${body}</div>`;
  }

  get #tools() {
    return this.#features.flatMap(({ tools }) =>
      tools.filter(({ when }) => !when || when({ connection: this.#connection })),
    );
  }

  #renderComposer() {
    const { conversation } = this.#connection.state;
    const { composer } = this.texts;
    const tools = this.#tools.map(({ name, label, icon }) => ({ name, icon, label: titled(this.texts.locale, label) }));
    const startsNew = conversation !== undefined && !takesMessages(conversation);
    return html`<desk-composer ?hidden=${this._page !== undefined}
      .texts=${this.texts} .placeholder=${startsNew ? composer.placeholderNew : composer.placeholder} .tool=${this._tool} .accept=${this.#files.accept}
      .tools=${tools} @desk-send=${this.#send} @desk-draft=${this.#drafted} @desk-tool=${this.#toggleTool} @desk-files=${({ detail }: CustomEvent<{ files: readonly File[] }>) => this.#files.add(detail.files)}
    >${this.#noticesThat(({ chip }) => chip)}</desk-composer>`;
  }

  readonly #key = (event: KeyboardEvent): void => {
    keepFocus(event, this.renderRoot, () => this.#leave());
  };

  /** Escape puts away what is open on top first. */
  #leave(): void {
    if (this._tool || this._page || this._title) this.#back();
    else this.#host.close();
  }

  /** One place back: inside of a page, from it to what it stands over, from the messages to the first view. */
  readonly #back = (): void => {
    const place: Titled | undefined = this._page ? this.#part.element : this.#titled;
    if ((this._page || this._title) && place?.back?.()) return;
    if (this._tool) {
      this.#over();
      this.#composer?.focus();
      return;
    }
    if (!this._page) this._view = 'home';
    this.#over();
    this.#focusNext = 'header button';
  };

  /** Puts a page over the view, or none. */
  #over(page?: typeof this._page): void {
    this._page = page;
    this._tool = undefined;
    this._title = '';
    this.#focusNext = page === 'history' ? 'header button' : '';
    this.#part.close();
    this.requestUpdate();
  }

  readonly #named = ({ target, detail }: CustomEvent<{ title: string }>): void => {
    this.#titled = target ?? undefined;
    this._title = detail.title;
  };

  readonly #settled = (): void => {
    this._tool = undefined;
    this.requestUpdate();
  };

  readonly #goTo = ({ detail }: { readonly detail: { readonly page: ServicePage } }): void =>
    this.showPage(detail.page);

  /** Comes to the messages. */
  #show(): void {
    this.#decided = true;
    this._view = 'chat';
  }

  readonly #toChat = (): void => {
    this.#show();
    this.#over();
    this.focus();
  };

  readonly #choose = ({ detail }: CustomEvent<{ conversation: DeskConversation | undefined }>): void => {
    this.#connection.show(detail.conversation);
    this.#toChat();
  };

  readonly #send = ({ detail }: CustomEvent<{ text: string }>): void => {
    keepDraft(this.#connection, '');
    this._attention = NOTHING;
    this._tool = undefined;
    this._title = '';
    this.#connection.send(detail);
  };

  readonly #drafted = ({ detail }: CustomEvent<{ text: string }>): void => {
    keepDraft(this.#connection, detail.text);
    const { solved } = this._attention;
    this._attention = { ...this._attention, draft: detail.text.trim(), solved: detail.text ? '' : solved };
    if (detail.text) this.#connection.typed();
  };

  /** What was written goes to a person as it is; with nothing written yet the shopper begins to. */
  readonly #askPerson = (): void => {
    this.#show();
    this.#over();
    this._attention = NOTHING;
    void this.updateComplete.then(() => {
      this.#composer?.focus();
      this.#composer?.send();
    });
  };

  readonly #putAway = ({ detail }: Named): void => {
    this._attention = { ...NOTHING, putAway: detail.name };
  };

  readonly #solved = ({ detail }: Named): void => {
    if (this.#composer) this.#composer.value = '';
    keepDraft(this.#connection, '');
    this._attention = { ...NOTHING, solved: detail.name };
  };

  readonly #toggleTool = ({ detail }: CustomEvent<{ tool: string }>): void => {
    const page = this.#tools.find(({ name }) => name === detail.tool)?.page;
    if (page) return this.showPage({ name: page });
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
}

// A second copy of the chunk (another build on the page, a load that was tried again) needs a name of its own.
customElements.define(
  customElements.get('desk-chat') ? `desk-chat-${newId()}` : 'desk-chat',
  DeskChat as unknown as CustomElementConstructor,
);
