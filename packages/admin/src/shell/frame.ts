/**
 * @module What stands around every page: navigation, status, palette, the bar that says the connection is lost.
 */
import { html, nothing, type PropertyValues } from 'lit';
import type { BellEntry } from '../desk/bell.ts';
import {
  clientContext,
  directoryContext,
  liveContext,
  navigationContext,
  Use,
  viewerContext,
} from '../desk/contexts.ts';
import { actionMutation } from '../desk/documents.ts';
import type { Colleague } from '../desk/directory.ts';
import type { AdminFeature, AdminPage } from '../desk/feature.ts';
import '../desk/lazy.ts';
import '../desk/panels.ts';
import { shellNotices } from '../desk/slots.ts';
import { can } from '../desk/viewer.ts';
import { avatars } from '../kit/avatar.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import { DeskElement, define } from '../kit/element.ts';
import { icon, type IconName } from '../kit/icon.ts';
import { concerns, shortcutOf } from '../kit/keys.ts';
import type { MenuItem } from '../kit/menu.ts';
import { presenceStyle } from '../kit/presence-style.ts';
import { emptyState, pendingState } from '../kit/states.ts';
import { problemOf, sentenceOf } from '../kit/problem.ts';
import { states } from '../kit/state-style.ts';
import { toast, toastProblem } from '../kit/toast.ts';
import { accountMenu, presenceMenu } from './account-menu.ts';
import { frameStyle } from './frame-style.ts';
import type { Theme } from './preferences.ts';
import { RouteTable, type Match } from './router.ts';
import { shellWords } from './words.ts';

type Presence = Colleague['presence'];
export const setPresence = actionMutation('setPresence', 'User', 'id presence');

/** The path of a page without its parameters. */
export const rootOf = (page: AdminPage): string => `/${page.nav?.path ?? page.path.replace(/\/?:.*$/, '')}`;

/** How many places fit beside the others at the foot of a phone. */
const ON_PHONE = 3;
/** How many places fit above each other on a small desktop. */
const ON_DESKTOP = 10;
/** Places up to here are those of the daily work. */
const DAILY = 30;

const account = () => import('./account-dialogs.ts');

/** What can lie over a page: the element, and where its code is. */
const OVERLAYS = {
  palette: ['desk-admin-palette', () => import('./palette.ts')],
  shortcuts: ['desk-admin-shortcuts', () => import('./shortcuts.ts')],
  autoReply: ['desk-admin-auto-reply', account],
  ownProfile: ['desk-admin-own-profile', account],
  ownPassword: ['desk-admin-own-password', account],
  ownSessions: ['desk-admin-own-sessions', account],
} as const;
type Overlay = keyof typeof OVERLAYS;

export class DeskFrame extends DeskElement {
  static override properties = {
    features: { attribute: false },
    growing: { type: Boolean },
    theme: {},
    hosted: { type: Boolean },
    badges: { state: true },
    overlay: { state: true },
    passed: { state: true },
  };
  static override styles = [base, controls, states, avatars, presenceStyle, frameStyle];

  features: readonly AdminFeature[] = [];
  /** Pages may still come. */
  growing = false;
  theme: Theme = 'system';
  /** The host signs people in: their password and their sign-ins are its affair. */
  hosted = false;
  badges: Readonly<Record<string, number>> = {};
  overlay: 'none' | Overlay = 'none';
  /** The page that wants to be first has nothing to say. */
  passed = false;
  #table = new RouteTable([]);
  #stops: (() => void)[] = [];
  #shownPath = '';
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #live = new Use(this, liveContext);
  readonly #navigation = new Use(this, navigationContext);

  override connectedCallback(): void {
    super.connectedCallback();
    const changed = () => this.requestUpdate();
    this.#navigation.value.addEventListener('change', changed);
    // On the document, because shortcuts work wherever the focus is, also on nothing.
    document.addEventListener('keydown', this.#keys);
    this.#stops = [
      () => this.#navigation.value.removeEventListener('change', changed),
      () => document.removeEventListener('keydown', this.#keys),
      this.#live.value.on('state', changed),
    ];
    this.addEventListener('desk-badge', (event) => this.#badge(event as CustomEvent<{ page: string; count: number }>));
    this.addEventListener(
      'desk-set-presence',
      (event) => void this.#setPresence((event as CustomEvent<Presence>).detail),
    );
    this.addEventListener('desk-pass', () => (this.passed = true));
    this.addEventListener('desk-overlay', (event) => (this.overlay = (event as CustomEvent<Overlay>).detail));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('features')) this.#table = new RouteTable(this.features);
  }

  override updated(): void {
    const { path } = this.#navigation.value;
    const [page] = path.split('?');
    if (this.#shownPath && this.#shownPath !== page && this.overlay === 'none') this.#announcePage();
    this.#shownPath = page ?? '';
    const match = this.#match();
    this.tell('desk-title', {
      title: match ? this.language.of(match.page.title) : '',
      count: Object.values(this.badges).reduce((sum, count) => sum + count, 0),
    });
  }

  /** After a change of the page element the focus goes to it, as after a page load. */
  #announcePage(): void {
    const main = this.renderRoot.querySelector('main');
    const inside = this.shadowRoot?.activeElement;
    if (!inside || !main?.contains(inside)) main?.focus({ preventScroll: true });
  }

  readonly #keys = (event: KeyboardEvent): void => {
    if (
      concerns(event, this) &&
      (event.ctrlKey || event.metaKey) &&
      !event.altKey &&
      !event.shiftKey &&
      event.key.toLowerCase() === 'k'
    ) {
      event.preventDefault();
      this.overlay = this.overlay === 'palette' ? 'none' : 'palette';
    } else if (shortcutOf(event, this) === '?') {
      event.preventDefault();
      this.overlay = 'shortcuts';
    }
  };

  #badge({ detail }: CustomEvent<{ page: string; count: number }>): void {
    if (this.badges[detail.page] !== detail.count) this.badges = { ...this.badges, [detail.page]: detail.count };
  }

  #places(): AdminPage[] {
    return this.#table.pages
      .filter((page) => page.nav && can(this.#viewer.value, page.allow))
      .sort((a, b) => (a.nav?.order ?? 0) - (b.nav?.order ?? 0));
  }

  #match(): Match | undefined {
    const { path } = this.#navigation.value;
    if (path !== '/') return this.#table.match(path);
    const places = this.#places();
    const first = (!this.passed && places.find(({ home }) => home)) || places.find(({ home }) => !home);
    return first && { page: first, params: {}, search: new URLSearchParams() };
  }

  async #setPresence(presence: Presence): Promise<void> {
    const words = this.words(shellWords);
    try {
      await this.#client.value.mutate(setPresence, { input: { id: this.#viewer.value.id, presence } });
      this.tell('desk-presence', presence);
      toast(this, { kind: 'ok', text: words.presenceSet(this.language.code('Presence', presence)) });
    } catch (error) {
      this.#presenceRefused(error);
    }
  }

  /** What is missing can be given, and who waits can be answered, from where one is. */
  #presenceRefused(error: unknown): void {
    const problem = problemOf(error);
    const [first] = Array.isArray(problem.details['conversationIds'])
      ? (problem.details['conversationIds'] as string[])
      : [];
    if (problem.details['missing'] === 'autoReplyText') this.overlay = 'autoReply';
    else if (first)
      toast(this, {
        kind: 'warn',
        text: sentenceOf(problem, this.language),
        action: {
          label: this.words(shellWords).openFirst,
          run: () => this.#navigation.value.go(`/inbox/open/${first}`),
        },
      });
    else if (problem.details['missing'] === 'LIVE' && can(this.#viewer.value, String(problem.details['changedBy'])))
      toast(this, {
        kind: 'warn',
        text: sentenceOf(problem, this.language),
        action: { label: this.words(shellWords).openStaff, run: () => this.#navigation.value.go('/staff') },
      });
    else toastProblem(this, error, this.language);
  }

  override render() {
    const words = this.words(shellWords);
    return html`<div class="frame">
      <button class="button skip" type="button"
        @click=${() => this.renderRoot.querySelector('main')?.focus()}>${words.skip}</button>
      ${this.#renderNavigation()}
      <div class="stage">
        <div role="status">${this.#live.value.state === 'reconnecting' ? html`<p class="lost"><span class="spinner" aria-hidden="true"></span>${words.reconnecting}</p>` : nothing}</div>
        <desk-admin-panels .place=${shellNotices} .subject=${this.#viewer.value} plain></desk-admin-panels>
        <main tabindex="-1">${this.#renderPage()}</main>
      </div>
      ${this.#renderOverlay()}
    </div>`;
  }

  #renderNavigation() {
    const words = this.words(shellWords);
    const { language, theme } = this;
    const places = this.#places();
    const current = this.#match()?.page;
    const viewer = this.#viewer.value;
    const me = this.#directory.maybe?.colleagues.get(viewer.id);
    const presence = me?.presence;
    const navigation = this.#navigation.value;
    const tidy = places.length > ON_DESKTOP;
    const shown = tidy ? places.filter((page) => (page.nav?.order ?? 0) <= DAILY || page === current) : places;
    const items = (pages: readonly AdminPage[]) =>
      pages.map((page): MenuItem => ({
        id: rootOf(page),
        label: language.of(page.title),
        icon: page.nav?.icon ?? 'table',
      }));
    const menu = (kind: string, label: string, name: IconName, pages: readonly AdminPage[]) =>
      pages.length > 0
        ? html`<desk-admin-menu class=${kind} .items=${items(pages)} label=${label}
          @desk-pick=${({ detail }: CustomEvent<string>) => navigation.go(detail)}>${icon(name)}</desk-admin-menu>`
        : nothing;
    return html`<nav data-foot aria-label=${words.navigation}>
      <ul class=${this.growing ? 'growing' : ''}>
        ${shown.map(
          (page, index) => html`<li class=${index < ON_PHONE ? '' : 'extra'}>
          <a class="place" href=${navigation.href(rootOf(page))} aria-current=${page === current ? 'page' : nothing}>
            ${icon(page.nav?.icon ?? 'table')}<span>${language.of(page.title)}</span>
            ${this.badges[page.path] ? html`<span class="badge">${this.badges[page.path]}</span>` : nothing}
          </a>
        </li>`,
        )}
      </ul>
      <div class="tools">
        ${menu('more', words.more, 'menu', places.slice(ON_PHONE))} ${menu(
          'manage',
          words.manage,
          'sliders',
          places.filter((page) => !shown.includes(page)),
        )}
        <button class="button plain icon-only palette" type="button" title="${words.palette} (${words.paletteHint})"
          aria-label=${words.palette} @click=${() => (this.overlay = 'palette')}>${icon('search')}</button>
        ${this.#renderBell()}
        ${presence ? presenceMenu(language, presence, (next) => void this.#setPresence(next)) : nothing}
        ${accountMenu({ language, name: me?.name ?? viewer.name, theme, hosted: this.hosted, from: this })}
      </div>
    </nav>`;
  }

  /** Its room is kept while its code is on the way. */
  #renderBell() {
    const entries = this.#bell();
    return entries.length > 0
      ? html`<div class="bell"><desk-admin-lazy quiet .tag=${'desk-admin-bell'} .load=${() => import('./bell.ts')}
        .values=${{ entries }}></desk-admin-lazy></div>`
      : nothing;
  }

  /** Where the viewer's news comes from. */
  #bell(): BellEntry[] {
    return this.features.flatMap(({ bell }) => bell).filter(({ allow }) => can(this.#viewer.value, allow));
  }

  #renderPage() {
    const words = this.words(shellWords);
    const match = this.#match();
    const home = html`<a class="button" href=${this.#navigation.value.href('/')}>${words.home}</a>`;
    if (!match && this.growing) return pendingState(this.language);
    if (!match)
      return emptyState({ icon: 'search', title: words.noPage, text: words.noPageText, action: home, isPage: true });
    if (!can(this.#viewer.value, match.page.allow))
      return emptyState({
        icon: 'lock',
        title: words.notAllowed,
        text: words.notAllowedText,
        action: home,
        isPage: true,
      });
    return html`<desk-admin-lazy .tag=${match.page.tag} .load=${match.page.load}
      .values=${{ ...match.page.values, params: match.params, search: match.search }}></desk-admin-lazy>`;
  }

  #renderOverlay() {
    if (this.overlay === 'none') return nothing;
    const [tag, load] = OVERLAYS[this.overlay];
    const shut = () => (this.overlay = 'none');
    const online = () => {
      shut();
      void this.#setPresence('ONLINE');
    };
    const done = this.overlay === 'autoReply' ? online : shut;
    return html`<desk-admin-lazy .tag=${tag} .load=${load} .values=${{ features: this.features, places: this.#places() }}
      @desk-done=${done} @desk-closed=${shut}></desk-admin-lazy>`;
  }
}

define('desk-admin-frame', DeskFrame);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-frame': DeskFrame;
  }
}
