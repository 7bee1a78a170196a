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
import type { AdminFeature, AdminPage, Landing } from '../desk/feature.ts';
import '../desk/lazy.ts';
import '../desk/panels.ts';
import { shellNotices } from '../desk/slots.ts';
import { can } from '../desk/viewer.ts';
import { avatars } from '../kit/avatar.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import { DeskElement, define } from '../kit/element.ts';
import { icon } from '../kit/icon.ts';
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

const orderOf = ({ nav }: AdminPage): number => nav?.order ?? 0;

/** How many places fit beside the others at the foot of a phone. */
const ON_PHONE = 3;
const loadSettings = () => import('./settings-list.ts');

/** The place of everything that is set once: a list of its own, beside whatever page of it is open. */
const settings: AdminPage = {
  path: 'settings',
  title: { en: 'Settings', zh: '设置' },
  tag: 'desk-admin-settings',
  load: loadSettings,
  nav: { order: 99, icon: 'sliders' },
};

const account = () => import('./account-dialogs.ts');

/** What can lie over a page: the element, and where its code is. */
const OVERLAYS = {
  palette: ['desk-admin-palette', () => import('./palette.ts')],
  shortcuts: ['desk-admin-shortcuts', () => import('./shortcuts.ts')],
  autoReply: ['desk-admin-auto-reply', account],
  ownAlerts: ['desk-admin-own-alerts', account],
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
  /** Paths of what was shown first and has nothing to say. */
  passed: readonly string[] = [];
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
    this.addEventListener('desk-pass', () => this.#pass());
    this.addEventListener('desk-overlay', (event) => (this.overlay = (event as CustomEvent<Overlay>).detail));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('features')) this.#table = new RouteTable([...this.features, { pages: [settings] }], this.#table);
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
      .sort((a, b) => Number(Boolean(a.nav?.area)) - Number(Boolean(b.nav?.area)) || orderOf(a) - orderOf(b));
  }

  #match(): Match | undefined {
    const { path } = this.#navigation.value;
    if (path !== '/') return this.#table.match(path);
    const first = this.#landing()?.path ?? this.#places().map(rootOf)[0];
    return first === undefined ? undefined : this.#table.match(first);
  }

  #landing(): Landing | undefined {
    const viewer = this.#viewer.value;
    return this.features
      .flatMap(({ landings }) => landings)
      .filter(({ path, allow }) => {
        const page = this.#table.pageAt(path);
        return page && can(viewer, allow) && can(viewer, page.allow) && !this.passed.includes(path);
      })
      .sort((a, b) => a.order - b.order)[0];
  }

  #pass(): void {
    const landing = this.#landing();
    if (landing) this.passed = [...this.passed, landing.path];
  }

  /** The place in the navigation to which the open page belongs: it is it, or it lies below it. */
  #place(places: readonly AdminPage[]): AdminPage | undefined {
    const page = this.#match()?.page;
    if (!page || page.nav) return page;
    const { path } = this.#navigation.value;
    const over = places.filter((place) => path.startsWith(`${rootOf(place)}/`));
    return over.sort((a, b) => rootOf(b).length - rootOf(a).length)[0];
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
    const places = this.#places();
    const place = this.#place(places);
    const area = place?.nav?.area;
    const beside = area && !this.#match()?.page.wide;
    return html`<div class="frame">
      <button class="button skip" type="button"
        @click=${() => this.renderRoot.querySelector('main')?.focus()}>${words.skip}</button>
      ${this.#renderNavigation(
        places.filter(({ nav }) => !nav?.area),
        area ? settings : place,
      )}
      <div class="stage ${beside ? 'area' : ''}">
        <div role="status">${this.#live.value.state === 'reconnecting' ? html`<p class="lost"><span class="spinner" aria-hidden="true"></span>${words.reconnecting}</p>` : nothing}</div>
        <desk-admin-panels .place=${shellNotices} .subject=${this.#viewer.value} plain quiet></desk-admin-panels>
        ${
          beside
            ? html`<desk-admin-lazy class="settings" quiet .tag=${settings.tag} .load=${loadSettings}
          .values=${{ places, current: place }}></desk-admin-lazy>`
            : nothing
        }
        <main tabindex="-1">${this.#renderPage()}</main>
      </div>
      ${this.#renderOverlay()}
    </div>`;
  }

  #renderNavigation(places: readonly AdminPage[], current: AdminPage | undefined) {
    const words = this.words(shellWords);
    const { language, theme } = this;
    const viewer = this.#viewer.value;
    const me = this.#directory.maybe?.colleagues.get(viewer.id);
    const presence = me?.presence;
    const navigation = this.#navigation.value;
    const rest = places.slice(ON_PHONE).map((page): MenuItem => ({
      id: rootOf(page),
      label: language.of(page.title),
      icon: page.nav?.icon ?? 'table',
    }));
    return html`<nav data-foot aria-label=${words.navigation}>
      <ul class=${this.growing ? 'growing' : ''}>
        ${places.map(
          (page, index) => html`<li class=${index < ON_PHONE ? '' : 'extra'}>
          <a class="place" href=${navigation.href(rootOf(page))} aria-current=${page === current ? 'page' : nothing}>
            ${icon(page.nav?.icon ?? 'table')}<span>${language.of(page.title)}</span>
            ${this.badges[page.path] ? html`<span class="badge">${this.badges[page.path]}</span>` : nothing}
          </a>
        </li>`,
        )}
      </ul>
      <div class="tools">
        ${
          rest.length > 0
            ? html`<desk-admin-menu class="more" .items=${rest} label=${words.more}
          @desk-pick=${({ detail }: CustomEvent<string>) => navigation.go(detail)}>${icon('menu')}</desk-admin-menu>`
            : nothing
        }
        <button class="button plain icon-only palette" type="button" title="${words.palette} (${words.paletteHint})"
          aria-label=${words.palette} @click=${() => (this.overlay = 'palette')}>${icon('search')}</button>
        ${this.#renderBell()}
        ${presence ? presenceMenu(language, presence, (next) => void this.#setPresence(next)) : nothing}
        ${accountMenu({ language, name: me?.name ?? viewer.name, theme, hosted: this.hosted, serves: can(viewer, 'customer.reply'), from: this })}
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
      .values=${{ ...match.page.values, ...(match.page === settings ? { places: this.#places() } : {}), params: match.params, search: match.search }}></desk-admin-lazy>`;
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
    return html`<desk-admin-lazy .tag=${tag} .load=${load}
      .values=${{ features: this.features, places: this.#places() }}
      @desk-done=${done} @desk-closed=${shut}></desk-admin-lazy>`;
  }
}

define('desk-admin-frame', DeskFrame);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-frame': DeskFrame;
  }
}
