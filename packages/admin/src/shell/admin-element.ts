/**
 * @module The panel as one element: it signs people in, provides the contexts and draws the frame.
 */
import { ContextProvider } from '@lit/context';
import type { Fetch } from '@shopdesk/core/client';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { clientContext, directoryContext, liveContext, navigationContext, viewerContext } from '../desk/contexts.ts';
import { draftCount } from '../desk/drafts.ts';
import { EMPTY_DIRECTORY, loadDirectory, withColleague, type Colleague, type Directory } from '../desk/directory.ts';
import { checkFeatures, type AdminFeature, type PanelContext } from '../desk/feature.ts';
import { Later } from '../desk/later.ts';
import { Live } from '../desk/live.ts';
import { Navigation, type Routing } from '../desk/navigation.ts';
import { featuresContext } from '../desk/panels.ts';
import { can } from '../desk/viewer.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import '../kit/dialog.ts';
import { define } from '../kit/element.ts';
import { Language, languageContext, LOCALES, type CodeNames, preferredLocale, type Speech } from '../kit/language.ts';
import { emptyState, pendingState } from '../kit/states.ts';
import { states } from '../kit/state-style.ts';
import type { Toast } from '../kit/toast.ts';
import { tokens } from '../kit/tokens.ts';
import { standardAdminFeatures } from '../features/index.ts';
import { fillHost } from './fill-host.ts';
import './frame.ts';
import { watchIdle } from './idle-watch.ts';
import { keepLocale, keepTheme, keptLocale, keptTheme, type Theme } from './preferences.ts';
import { codeNames, Session } from './session.ts';
import './sign-in.ts';
import { shellWords } from './words.ts';

const toasts = new Later(() => import('../kit/toasts.ts'));

/**
 * @summary The agents' and administrators' panel of a desk.
 * @attr url - Address of the desk; empty for the page's own.
 * @attr locale - A language of the desk; absent: what the person chose before, else the browser's.
 * @attr token - Bearer token of a host with its own sign-in.
 * @attr routing - `hash` (default), `history` (with `base`) or `memory`.
 * @cssproperty --desk-accent - Colour of what one presses.
 * @cssproperty --desk-font - Font stack.
 * @event {{ title: string, count: number }} desk-title - What a window title may show.
 */
export class DeskAdmin extends LitElement {
  static override properties = {
    url: {},
    locale: { reflect: true },
    token: {},
    routing: {},
    base: {},
    theme: { reflect: true },
    getToken: { attribute: false },
    fetch: { attribute: false },
    features: { attribute: false },
    leaving: { state: true },
    followed: { state: true },
  };
  static override styles = [
    tokens,
    base,
    controls,
    states,
    css`
      :host {
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, 1fr);
        /* As large as its host lets it be, never as its content asks: what is longer scrolls inside. */
        flex: 1 1 auto;
        box-sizing: border-box;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: max(24rem, var(--desk-room, 0px));
        contain: size;
        background: var(--ground);
        overflow: hidden;
        text-align: start;
      }
      .panel {
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, 1fr);
        min-block-size: 0;
      }
      .again {
        margin-block-end: 1rem;
      }
      /* On paper it is as long as its content: nobody can scroll there. */
      @media print {
        :host,
        .panel {
          display: block;
          contain: none;
          block-size: auto;
          min-block-size: 0;
          overflow: visible;
        }
        desk-admin-toasts {
          display: none;
        }
      }
    `,
  ];

  url = '';
  locale = '';
  token = '';
  routing: Routing = 'hash';
  base = '/';
  theme: Theme = 'system';
  /** The host's own sign-in: answers a fresh bearer token. */
  getToken: (() => Promise<string | undefined> | string | undefined) | undefined;
  fetch: Fetch | undefined;
  /** Ours and those of third parties. */
  features: readonly AdminFeature[] = standardAdminFeatures;

  /** How many unsent texts signing out would delete; 0: nobody is asked. */
  leaving = 0;

  /** What follows from what the desk says to the viewer; undefined: it has not said so yet. */
  followed: readonly AdminFeature[] | undefined;

  readonly #live = new Live();
  #session: Session | undefined;
  #navigation: Navigation | undefined;
  #stops: (() => void)[] = [];
  #whose = '';
  /** The page around the panel has said in which language it speaks. */
  #hosted = false;
  /** Nothing is said yet in a language that has to be loaded first, and nothing in another before. */
  #isMute = true;
  readonly #language = new ContextProvider(this, { context: languageContext, initialValue: new Language('en') });
  readonly #provided = {
    client: new ContextProvider(this, { context: clientContext }),
    viewer: new ContextProvider(this, { context: viewerContext }),
    directory: new ContextProvider(this, { context: directoryContext, initialValue: EMPTY_DIRECTORY }),
    live: new ContextProvider(this, { context: liveContext, initialValue: this.#live }),
    navigation: new ContextProvider(this, { context: navigationContext }),
    features: new ContextProvider(this, { context: featuresContext, initialValue: [] as readonly AdminFeature[] }),
  };

  override connectedCallback(): void {
    super.connectedCallback();
    toasts.soon();
    if (this.theme === 'system') this.theme = keptTheme();
    this.#hosted = this.locale !== '';
    this.#setLocale(this.locale || keptLocale(), false);
    this.#openNavigation();
    this.#openSession();
    const wake = () => document.visibilityState === 'visible' && this.#session?.client.wake();
    const network = () => this.#session?.client.reconnect();
    document.addEventListener('visibilitychange', wake);
    addEventListener('online', network);
    addEventListener('offline', network);
    this.#stops.push(
      fillHost(this),
      watchIdle({
        idleMs: () =>
          this.#session?.state === 'signed-in'
            ? this.#session.viewer && this.#session.viewer.idleSeconds * 1000
            : undefined,
        onIdle: () => void this.#session?.leaveIdle(),
      }),
      this.#live.on('colleague', (colleague) =>
        this.#setDirectory(withColleague(this.#provided.directory.value, colleague)),
      ),
      () => document.removeEventListener('visibilitychange', wake),
      () => removeEventListener('online', network),
      () => removeEventListener('offline', network),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#live.stop();
    this.#session?.stop();
    this.#navigation?.stop();
    for (const stop of this.#stops.splice(0)) stop();
    this.#whose = '';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('features')) checkFeatures(this.features);
    if (changed.has('features') || changed.has('followed')) this.#provided.features.setValue(this.#allFeatures);
    if (changed.has('locale') && this.locale && this.locale !== this.#language.value.locale)
      this.#setLocale(this.locale, false);
    // A page may bring its token after the element is there.
    const other = changed.has('url') || changed.has('token') || changed.has('getToken') || changed.has('fetch');
    if (this.hasUpdated && other) this.#openSession();
  }

  get #allFeatures(): readonly AdminFeature[] {
    return [...this.features, ...(this.followed ?? [])];
  }

  #openNavigation(): void {
    const navigation = new Navigation(this.routing, this.base);
    this.#navigation = navigation;
    navigation.addEventListener('change', () => this.requestUpdate());
    this.#provided.navigation.setValue(navigation);
    navigation.start();
  }

  #openSession(): void {
    this.#live.stop();
    this.#session?.stop();
    const hostToken = this.getToken ?? (this.token ? () => this.token : undefined);
    const session = new Session({
      url: this.url,
      locale: () => this.#language.value.locale,
      ...(hostToken ? { hostToken } : {}),
      ...(this.fetch ? { fetch: this.fetch } : {}),
    });
    this.#session = session;
    this.#provided.client.setValue(session.client);
    session.addEventListener('change', () => session === this.#session && this.#sessionChanged(session));
    void session.start();
    void this.#loadCodes();
  }

  /** What codes are called, in the language that is chosen when the answer comes. */
  async #loadCodes(): Promise<void> {
    const { locale } = this.#language.value;
    const codes = await this.#provided.client.value.query(codeNames, {}).catch(() => undefined);
    if (!codes || locale !== this.#language.value.locale) return;
    this.#language.setValue(new Language(locale, codes as CodeNames, this.#language.value.speech));
    // Which languages there are beside the two of the sources is known from here on.
    const wanted = keptLocale(Object.keys(this.#language.value.offered));
    if (!this.#hosted && wanted !== locale) this.#setLocale(wanted, false);
  }

  #sessionChanged(session: Session): void {
    const { viewer, state } = session;
    if (state === 'signed-in' && viewer) {
      this.#provided.viewer.setValue(viewer);
      if (this.#whose !== viewer.id) void this.#follow({ client: session.client, viewer });
      this.#whose = viewer.id;
      if (can(viewer, 'conversation.read')) this.#live.start(session.client, () => session.expire(), viewer.id);
      void this.#loadDirectory();
      if (!this.#language.value.codes) void this.#loadCodes();
    } else this.#live.stop();
    if (state === 'signed-out') {
      this.#whose = '';
      this.#setDirectory(EMPTY_DIRECTORY);
    }
    this.requestUpdate();
  }

  async #follow(context: PanelContext): Promise<void> {
    this.followed = undefined;
    // Without the desk's answer there are the pages that need none.
    const asked = this.features.map(({ follows }) => follows?.(context).catch(() => undefined));
    const followed = (await Promise.all(asked)).filter((feature) => feature !== undefined);
    if (context.viewer.id === this.#whose) this.followed = followed;
  }

  async #loadDirectory(): Promise<void> {
    // Without it names show as dashes and pickers are empty; pages ask again with their own lists.
    const heard: Colleague[] = [];
    const stop = this.#live.on('colleague', (colleague) => void heard.push(colleague));
    const directory = await loadDirectory(this.#provided.client.value).catch(() => undefined);
    stop();
    // Who was heard of meanwhile is newer than the answer.
    if (directory) this.#setDirectory(heard.reduce(withColleague, directory));
  }

  #setDirectory(directory: Directory): void {
    this.#provided.directory.setValue(directory);
  }

  #setLocale(asked: string, keep: boolean, speech?: Speech): void {
    const locale = /^(zh|en)/i.test(asked) ? preferredLocale([asked]) : asked;
    if (locale === asked && !speech && !LOCALES.some((own) => own === locale)) return void this.#learn(locale, keep);
    this.#isMute = false;
    this.locale = locale;
    this.lang = locale;
    if (keep) keepLocale(locale);
    // Those of the language before stand until the desk has answered.
    this.#language.setValue(new Language(locale, this.#language.value.codes, speech));
    if (this.#session) void this.#loadCodes();
    this.requestUpdate();
  }

  /** A language beside the two of the sources is loaded; without it the panel speaks as before. */
  async #learn(locale: string, keep: boolean): Promise<void> {
    const { loadSpeech } = await import('../kit/speech.ts');
    const speech = await loadSpeech(this.url, locale, this.fetch).catch(() => undefined);
    this.#setLocale(speech ? locale : this.#language.value.locale, keep && Boolean(speech), speech);
  }

  #setTheme(theme: Theme): void {
    this.theme = theme;
    keepTheme(theme);
  }

  #followLink(event: MouseEvent): void {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const anchor = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const path = anchor && this.#navigation?.pathOf(anchor);
    if (!path) return;
    event.preventDefault();
    this.#navigation?.go(path);
  }

  /** Nobody loses what they have begun to write without a question. */
  #askToLeave(): void {
    this.leaving = draftCount(this.#whose);
    if (this.leaving === 0) void this.#session?.signOut();
  }

  #leave(): void {
    this.leaving = 0;
    void this.#session?.signOut();
  }

  #renderLeaving() {
    const words = this.#language.value.words(shellWords);
    return html`<desk-admin-dialog open heading=${words.signOutTitle} @desk-closed=${() => (this.leaving = 0)}>
      <p>${words.signOutDrafts(this.leaving)}</p>
      <button slot="actions" class="button" type="button"
        @click=${() => (this.leaving = 0)}>${words.signOutStay}</button>
      <button slot="actions" class="button danger" type="button"
        @click=${() => this.#leave()}>${words.signOutAnyway}</button>
    </desk-admin-dialog>`;
  }

  #presence(presence: never): void {
    const { viewer } = this.#session ?? {};
    const me = viewer && this.#provided.directory.value.colleagues.get(viewer.id);
    if (me) this.#setDirectory(withColleague(this.#provided.directory.value, { ...me, presence }));
  }

  async #tell(news: Toast): Promise<void> {
    await toasts.get();
    const stack = this.renderRoot.querySelector('desk-admin-toasts');
    // A screen reader hears what comes into a region that is there already.
    await stack?.updateComplete;
    stack?.show(news);
  }

  override render() {
    return html`<div
      class="panel"
      @click=${this.#followLink}
      @desk-set-locale=${(event: CustomEvent<string>) => this.#setLocale(event.detail, true)}
      @desk-set-theme=${(event: CustomEvent<Theme>) => this.#setTheme(event.detail)}
      @desk-sign-out=${() => this.#askToLeave()}
      @desk-presence=${(event: CustomEvent<never>) => this.#presence(event.detail)}
      @desk-directory-stale=${() => void this.#loadDirectory()}
      @desk-toast=${(event: CustomEvent<Toast>) => void this.#tell(event.detail)}
    >
      ${this.#isMute ? nothing : this.#renderState()} ${this.leaving > 0 ? this.#renderLeaving() : nothing}
      <desk-admin-toasts></desk-admin-toasts>
    </div>`;
  }

  #renderState() {
    const session = this.#session;
    const language = this.#language.value;
    const words = language.words(shellWords);
    if (!session || session.state === 'starting') return pendingState(language);
    const [, joining] = this.#navigation?.path.match(/^\/join\/([\w.~-]+)/) ?? [];
    if (joining && !session.hosted)
      return html`<desk-admin-lazy .tag=${'desk-admin-join'} .load=${() => import('./join.ts')}
        .values=${{ session, token: joining }}></desk-admin-lazy>`;
    if (session.state === 'unreachable')
      return emptyState({ icon: 'warning', title: words.unreachable, text: words.unreachableText });
    if (session.state === 'signed-out' || !this.#whose)
      return html`<desk-admin-sign-in .session=${session}></desk-admin-sign-in>`;
    // Somebody else who signs in over an ended session begins with pages of his own.
    return html`${keyed(this.#whose, html`<desk-admin-frame .features=${this.#allFeatures} ?growing=${!this.followed} theme=${this.theme} ?hosted=${session.hosted}></desk-admin-frame>`)}
      ${
        session.state === 'expired'
          ? html`<desk-admin-dialog open fixed heading=${words.signIn}>
            ${session.hosted ? nothing : html`<p class="again">${words.sessionEnded}</p>`}
            <desk-admin-sign-in again .session=${session}></desk-admin-sign-in>
          </desk-admin-dialog>`
          : nothing
      }`;
  }
}

define('desk-admin', DeskAdmin);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin': DeskAdmin;
  }
}
