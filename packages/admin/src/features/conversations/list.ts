/**
 * @module The list pane: views with their counts, search and filters, and the live list, of which only the visible part
 * is in the document.
 */
import { html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  clientContext,
  directoryContext,
  liveContext,
  navigationContext,
  Use,
  viewerContext,
} from '../../desk/contexts.ts';
import '../../desk/panels.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { inboxAbove } from '../../desk/slots.ts';
import { can } from '../../desk/viewer.ts';
import { avatars } from '../../kit/avatar.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { Pages } from '../../kit/pages.ts';
import { emptyState, failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { toastProblem } from '../../kit/toast.ts';
import { kitWords } from '../../kit/words.ts';
import { conversations, dueConversations, inboxCounts, queuedConversations, searchMessages } from './data.ts';
import { listStyle } from './list-style.ts';
import {
  admits,
  filterCount,
  filterOf,
  merged,
  orderOf,
  pathOf,
  VIEWS,
  type InboxQuery,
  type InboxView,
} from './query.ts';
import { conversationRow, ROW_HEIGHT, rowStyle } from './row.ts';
import { Signals } from './signals.ts';
import { firstUse } from './soon.ts';
import { keepUsualOrder } from './usual-orders.ts';
import { inboxWords } from './words.ts';

const LISTS = { DUE: dueConversations, WAITING: queuedConversations, NEWEST: conversations };
const PAGE = 50;
/** Rows drawn above and below what is visible. */
const OVERSCAN = 6;
const COUNT_PAUSE_MS = 400;
const TYPING_PAUSE_MS = 250;

export class DeskInboxList extends DeskElement {
  static override properties = {
    query: { attribute: false },
    selected: {},
    filtering: { state: true },
    top: { state: true },
    room: { state: true },
  };
  static override styles = [base, controls, states, avatars, listStyle, rowStyle];

  declare query: InboxQuery;
  /** Id of the conversation that is open. */
  selected = '';
  filtering = false;
  top = 0;
  room = 800;
  #stops: (() => void)[] = [];
  /** Live events since the last question. */
  #arrived: ConversationItem[] = [];
  #typing: ReturnType<typeof setTimeout> | undefined;
  #counting: ReturnType<typeof setTimeout> | undefined;
  #resize: ResizeObserver | undefined;
  #above = { storeId: '' };
  readonly #client = new Use(this, clientContext);
  readonly #live = new Use(this, liveContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #signals = new Signals(this, {
    me: () => this.query.me,
    subscribe: (hear) => this.#live.value.on('signal', hear),
  });
  readonly #pages = new Pages<ConversationItem>(this, {
    key: () => this.query && JSON.stringify(this.query),
    load: (after) => this.#load(after),
  });
  readonly #counts = new Loader(this, {
    args: () => (this.query ? ([this.query.storeId] as const) : undefined),
    load: ([storeId]) => this.#client.value.query(inboxCounts, storeId ? { storeId } : {}),
  });
  readonly #found = new Loader(this, {
    args: () => (this.query ? ([this.query.name.trim(), this.query.storeId] as const) : undefined),
    load: async ([text, storeId]) =>
      text.length < 2
        ? { nodes: [] }
        : this.#client.value.query(searchMessages, { text, first: 20, ...(storeId ? { storeId } : {}) }),
  });

  /** What the list shows now, in order: behind what was found by its name, what was found by its words. */
  get rows(): readonly ConversationItem[] {
    const { rows, hasMore } = this.#pages;
    return hasMore ? rows : [...rows, ...(this.#hits(rows) ?? [])];
  }

  /** Conversations with a message that holds the words, each once and with that message; undefined: not known yet. */
  #hits(rows: readonly ConversationItem[]): readonly ConversationItem[] | undefined {
    if (this.query.name.trim().length < 2) return [];
    const shown = new Set(rows.map(({ id }) => id));
    return this.#found.value?.nodes.flatMap(({ conversation, body, at }) => {
      if (!conversation || shown.has(conversation.id) || !admits(this.query, conversation)) return [];
      shown.add(conversation.id);
      return [{ ...conversation, preview: body, lastSender: 'SYSTEM' as const, lastMessageAt: at }];
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stops = [
      this.#live.value.on('conversation', (item) => this.#hear(item)),
      this.#live.value.on('resync', () => {
        void this.#pages.restart();
        void this.#counts.reload();
      }),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    clearTimeout(this.#counting);
    clearTimeout(this.#typing);
    this.#resize?.disconnect();
  }

  async #load(after: string | null) {
    const { query } = this;
    const document = LISTS[orderOf(query)];
    this.#arrived = [];
    const { nodes, pageInfo } = await this.#client.value.query(document, {
      filter: filterOf(query),
      first: PAGE,
      after,
    });
    // What happened while the answer was under way is newer than the answer.
    const rows = this.#arrived.reduce((known, item) => merged(known, item, query, pageInfo.hasNextPage), nodes);
    return { rows, endCursor: pageInfo.endCursor, hasMore: pageInfo.hasNextPage };
  }

  /** Takes a conversation as it is now, from the stream or from an action's answer. */
  take(item: ConversationItem): void {
    this.#hear(item);
  }

  #hear(item: ConversationItem): void {
    if (this.#pages.pending) this.#arrived.push(item);
    if (this.#pages.ready) this.#pages.change(merged(this.#pages.rows, item, this.query, this.#pages.hasMore));
    // Many events in a row are counted once.
    this.#counting ??= setTimeout(() => {
      this.#counting = undefined;
      void this.#counts.reload();
    }, COUNT_PAUSE_MS);
  }

  /** Kept while the store is the same, so that what stands above is not asked anew. */
  get #place(): { readonly storeId: string } {
    if (this.#above.storeId !== this.query.storeId) this.#above = { storeId: this.query.storeId };
    return this.#above;
  }

  override firstUpdated(): void {
    const scroll = this.renderRoot.querySelector('.scroll');
    if (!scroll) return;
    this.#resize = new ResizeObserver(() => (this.room = scroll.clientHeight));
    this.#resize.observe(scroll);
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('query') && changed.get('query') && changed.get('query')?.view !== this.query.view)
      this.renderRoot.querySelector('.scroll')?.scrollTo({ top: 0 });
    const shownTo = (this.top + this.room) / ROW_HEIGHT;
    if (shownTo > this.rows.length - OVERSCAN && this.#pages.hasMore && !this.#pages.problem)
      queueMicrotask(() => void this.#pages.more());
  }

  /** Brings a row into view and gives it the focus. */
  async focusRow(index: number): Promise<void> {
    const scroll = this.renderRoot.querySelector('.scroll');
    const item = this.rows[index];
    if (!scroll || !item) return;
    const top = index * ROW_HEIGHT;
    if (top < scroll.scrollTop) scroll.scrollTop = top;
    else if (top + ROW_HEIGHT > scroll.scrollTop + scroll.clientHeight)
      scroll.scrollTop = top + ROW_HEIGHT - scroll.clientHeight;
    this.top = scroll.scrollTop;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(item.id)}"]`)?.focus();
  }

  /** The row that has the focus, else the one that is open; -1 for none. */
  get activeIndex(): number {
    const id = this.shadowRoot?.activeElement?.getAttribute('data-id') ?? this.selected;
    return this.rows.findIndex((row) => row.id === id);
  }

  focusSearch(): void {
    this.renderRoot.querySelector<HTMLElement>('#search')?.focus();
  }

  #go(change: Partial<InboxQuery>): void {
    this.#navigation.value.go(pathOf({ ...this.query, ...change }, this.selected || undefined), { replace: true });
  }

  /** The order that a person chooses is theirs from then on. */
  #choose(change: Partial<InboxQuery>): void {
    if (change.order) keepUsualOrder(this.query.me, this.query.view, change.order);
    this.#go(change);
  }

  #typeSearch(name: string): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#go({ name }), TYPING_PAUSE_MS);
  }

  override render() {
    return html`<div>${this.#renderOffline()} ${this.#renderViews()}<desk-admin-panels
      class=${can(this.#viewer.value, 'customer.reply') ? 'above' : ''} .place=${inboxAbove} .subject=${this.#place} plain quiet></desk-admin-panels></div>
      ${this.#renderSearch()}
      ${(this.filtering && firstUse.code?.filterPanel({ query: this.query, language: this.language, directory: this.#directory.value, change: (change) => this.#choose(change) })) || html`<div></div>`}
      <div class="scroll" tabindex="-1"
        @scroll=${(event: Event) => (this.top = (event.target as Element).scrollTop)}>${this.#renderRows()}</div>`;
  }

  /** Without anybody online customers can only leave a message. */
  #renderOffline() {
    const words = this.words(inboxWords);
    // Shown: that the viewer is away, with the way back.
    const offline = this.#directory.value.colleagues.get(this.query.me)?.presence === 'OFFLINE';
    if (!offline || !can(this.#viewer.value, 'customer.reply')) return nothing;
    return html`<p class="notice warn offline">${icon('warning')}<span class="grow">${words.youAreOffline}</span>
      <button class="button tight" type="button"
        @click=${() => this.tell('desk-set-presence', 'ONLINE')}>${words.goOnline}</button></p>`;
  }

  #renderViews() {
    const words = this.words(inboxWords);
    const counts = this.#counts.value;
    const shown = {
      queue: counts?.queued,
      mine: counts?.mine,
      open: counts?.open,
      offline: counts?.offline,
      closed: undefined,
    };
    const { view: current, ...rest } = this.query;
    return html`<nav class="views" aria-label=${words.viewsLabel}>
      ${VIEWS.map((view) => {
        const count = shown[view];
        return html`<a class="view"
          href=${this.#navigation.value.href(pathOf({ ...rest, state: '', order: '', view }))} aria-current=${view === current ? 'page' : nothing}>
          <b>${count === undefined ? '\u00a0' : count >= 200 ? '200+' : count}</b><span
            class="ellipsis">${words.views[view]}</span>
        </a>`;
      })}
    </nav>`;
  }

  #renderSearch() {
    const words = this.words(inboxWords);
    const count = filterCount(this.query);
    return html`<div class="search" role="search">
      <input id="search" type="search" .value=${this.query.name} placeholder=${words.searchName}
        aria-label=${words.searchName} @input=${(event: Event) => this.#typeSearch((event.target as HTMLInputElement).value)} />
      <button class="button icon-only" type="button" aria-expanded=${this.filtering}
        aria-label=${count > 0 ? words.filtersSet(count) : words.filters} title=${words.filters} @click=${() => void this.#showFilters(!this.filtering)}>
        ${icon('filter')}${count > 0 ? html`<span class="badge">${count}</span>` : nothing}
      </button>
    </div>`;
  }

  async #showFilters(shown: boolean): Promise<void> {
    try {
      if (shown) await firstUse.get();
      this.filtering = shown;
    } catch (error) {
      toastProblem(this, error, this.language);
    }
  }

  #renderRows() {
    const { problem, ready, hasMore } = this.#pages;
    const retry = () => void this.#pages.retry();
    if (!ready && problem) return failedState(this.language, problem, retry);
    if (!ready || (this.rows.length === 0 && this.#found.pending)) return pendingState(this.language);
    return html`${this.rows.length === 0 ? this.#renderEmpty() : this.#renderWindow()}
      ${problem ? failedState(this.language, problem, retry) : nothing}
      ${hasMore && !problem ? html`<div class="more" role="status">${this.words(kitWords).loading}</div>` : nothing}`;
  }

  #renderWindow() {
    const { rows, query } = this;
    const from = Math.max(0, Math.floor(this.top / ROW_HEIGHT) - OVERSCAN);
    const to = Math.min(rows.length, Math.ceil((this.top + this.room) / ROW_HEIGHT) + OVERSCAN);
    const shared = {
      view: query.view,
      me: query.me,
      size: this.#pages.hasMore ? -1 : rows.length,
      language: this.language,
      directory: this.#directory.value,
      signals: this.#signals,
    };
    return html`<ul class="rows"
      aria-label=${this.words(inboxWords).listLabel(this.words(inboxWords).views[query.view])}>
      <li role="presentation" aria-hidden="true" .style=${`block-size: ${from * ROW_HEIGHT}px`}></li>
      ${repeat(
        rows.slice(from, to),
        (item) => item.id,
        (item, index) =>
          conversationRow({
            ...shared,
            item,
            position: from + index,
            href: this.#navigation.value.href(pathOf(query, item.id)),
            current: item.id === this.selected,
          }),
      )}
      <li role="presentation" aria-hidden="true" .style=${`block-size: ${(rows.length - to) * ROW_HEIGHT}px`}></li>
    </ul>`;
  }

  #renderEmpty() {
    const words = this.words(inboxWords);
    const { view, name } = this.query;
    if (filterCount(this.query) === 0 && !name)
      return emptyState({ icon: 'inbox', ...words.empty[view], action: this.#renderElsewhere() });
    const clear = html`<button class="button" type="button"
      @click=${() => this.#go({ storeId: '', state: '', ownerId: '', priority: '', channel: '', unread: false, risk: '', name: '' })}>${words.clearFilters}</button>`;
    return emptyState({
      icon: 'filter',
      title: filterCount(this.query) === 0 ? words.emptySearch : words.emptyFiltered,
      action: clear,
    });
  }

  /** Where there is something to do, when there is nothing here. */
  #renderElsewhere() {
    const { view } = this.query;
    const { mine = 0, queued = 0 } = this.#counts.value ?? {};
    const words = this.words(inboxWords);
    const to = (target: InboxView, label: string) =>
      html`<a class="button" href=${this.#navigation.value.href(pathOf({ view: target }))}>${label}</a>`;
    if (view === 'queue' && mine > 0) return to('mine', words.showMine(mine));
    return view === 'mine' && queued > 0 ? to('queue', words.showQueue(queued)) : undefined;
  }
}

define('desk-admin-inbox-list', DeskInboxList);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-inbox-list': DeskInboxList;
  }
}
