/**
 * @module The inbox: list, conversation and the customer's side. On a narrow panel one of them fills it.
 */
import { css, html, nothing, type PropertyValues } from 'lit';
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
import { conversationSide } from '../../desk/slots.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { panelOf, shortcutOf } from '../../kit/keys.ts';
import { Loader } from '../../kit/loader.ts';
import { emptyState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { kitWords } from '../../kit/words.ts';
import './conversation.ts';
import type { DeskConversation } from './conversation.ts';
import { inboxCounts } from './data.ts';
import './list.ts';
import type { DeskInboxList } from './list.ts';
import { opensOn, pathOf, queryOf, type InboxQuery, type InboxView } from './query.ts';
import { firstUse } from './soon.ts';
import { usualOrdersOf } from './usual-orders.ts';
import { inboxWords } from './words.ts';

/** From this width on (in CSS pixels) the side has room beside the conversation. */
const SIDE_FITS = 1120;

export class DeskInbox extends DeskElement {
  static override properties = {
    params: { attribute: false },
    search: { attribute: false },
    item: { state: true },
    side: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    css`
      :host {
        display: grid;
        grid-template: minmax(0, 1fr) / 21rem minmax(0, 1fr);
        position: relative;
        min-block-size: 0;
        block-size: 100%;
      }
      :host(.sided) {
        grid-template-columns: 21rem minmax(0, 1fr) 20rem;
      }
      desk-admin-inbox-list {
        border-inline-end: 1px solid var(--line);
      }
      aside {
        min-block-size: 0;
        overflow: auto;
        overscroll-behavior: contain;
        border-inline-start: 1px solid var(--line);
        background: var(--surface);
      }
      .side-head {
        padding: 0.5rem 0.75rem;
        border-block-end: 1px solid var(--line);
      }
      @container (inline-size >= 70rem) {
        .side-head {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          padding: 0;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
      desk-admin-panels {
        display: grid;
      }
      .panel {
        display: grid;
        gap: 0.5rem;
        padding: 0.75rem;
        border-block-end: 1px solid var(--line);
      }
      .panel > h3 {
        color: var(--ink-2);
        font-size: var(--small);
        text-transform: none;
      }
      .none {
        display: grid;
        place-items: center;
        background: var(--ground);
      }
      @container (inline-size < 70rem) {
        :host(.sided) {
          grid-template-columns: 19rem minmax(0, 1fr);
        }
        aside {
          position: absolute;
          inset-block: 0;
          inset-inline-end: 0;
          z-index: 1;
          inline-size: min(22rem, 100%);
          box-shadow: var(--shadow);
        }
      }
      @container (inline-size < 45rem) {
        :host,
        :host(.sided) {
          grid-template-columns: minmax(0, 1fr);
        }
        :host(.one) desk-admin-inbox-list,
        :host(:not(.one)) :is(desk-admin-conversation, .none) {
          display: none;
        }
        desk-admin-inbox-list {
          border: 0;
        }
        aside {
          inline-size: 100%;
        }
      }
      /* The open conversation is printed alone, as long as it is. */
      @media print {
        :host(.one) {
          display: block;
          block-size: auto;
        }
        :host(.one) :is(desk-admin-inbox-list, aside) {
          display: none;
        }
      }
    `,
  ];

  params: Readonly<Record<string, string | undefined>> = {};
  search = new URLSearchParams();
  /** The open conversation as it is now. */
  item: ConversationItem | undefined;
  side: boolean | undefined;
  #query: InboxQuery | undefined;
  /** Whether the viewer was online when that was looked at last. */
  #online: boolean | undefined;
  /** The viewer has just gone online: what they are given leads to it. */
  #expecting = false;
  #stop: (() => void) | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #live = new Use(this, liveContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);
  /** How often the viewer came without naming a view. */
  #visits = 0;
  /** Where the address names no view: the one in which the viewer has most to do. */
  readonly #opensOn = new Loader(this, {
    args: () => (this.params['view'] ? undefined : ([this.#visits] as const)),
    load: async ([visit]): Promise<{ readonly visit: number; readonly view: InboxView }> => ({
      visit,
      view: opensOn(await this.#client.value.query(inboxCounts, {}).catch(() => undefined)),
    }),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#keys);
    this.#stop = this.#live.value.on('conversation', ({ ownerId }) => {
      if (this.#expecting && ownerId === this.#viewer.value.id) this.#showMine();
    });
    firstUse.soon();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#keys);
    this.#stop?.();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('params') && !this.params['view']) this.#visits += 1;
    const opened = this.#opensOn.value;
    const view = this.params['view'] ?? (opened?.visit === this.#visits ? opened.view : undefined);
    if (view) {
      const me = this.#viewer.value.id;
      const query = queryOf(view, this.search, { me, usual: usualOrdersOf(me) });
      // The same question keeps its identity, so that the list is not asked anew for another conversation.
      if (JSON.stringify(query) !== JSON.stringify(this.#query)) this.#query = query;
    }
    this.#hearPresence();
    if (changed.has('params') && changed.get('params')) this.#expecting = false;
    if (this.item && this.item.id !== this.#id) this.item = undefined;
    if (changed.has('params') && !this.#wide) this.side = false;
    this.classList.toggle('one', this.#id !== '');
    this.classList.toggle('sided', this.#sideShown);
  }

  /** Who goes online while the queue is open wants to see what they are given, not an empty queue. */
  #hearPresence(): void {
    const presence = this.#directory.value.colleagues.get(this.#viewer.value.id)?.presence;
    if (presence === undefined) return;
    // Shown: that the viewer has just gone online, by which the list that they look at is chosen.
    const online = presence === 'ONLINE';
    if (online && this.#online === false && this.#query?.view === 'queue' && !this.#id) {
      this.#expecting = true;
      void this.#client.value.query(inboxCounts, {}).then(
        ({ mine }) => mine > 0 && this.#expecting && this.#showMine(),
        () => undefined,
      );
    }
    this.#online = online;
  }

  #showMine(): void {
    this.#expecting = false;
    if (this.#query?.view === 'queue' && !this.#id)
      this.#navigation.value.go(pathOf({ view: 'mine' }), { replace: true });
  }

  get #id(): string {
    return this.params['id'] ?? '';
  }

  get #wide(): boolean {
    return this.clientWidth === 0 || this.clientWidth >= SIDE_FITS;
  }

  get #sideShown(): boolean {
    return this.#id !== '' && (this.side ?? this.#wide);
  }

  get #list(): DeskInboxList | null {
    return this.renderRoot.querySelector('desk-admin-inbox-list');
  }

  get #conversation(): DeskConversation | null {
    return this.renderRoot.querySelector('desk-admin-conversation');
  }

  readonly #keys = (event: KeyboardEvent): void => {
    const key = shortcutOf(event, panelOf(this));
    const run = key === undefined ? undefined : this.#shortcuts[key];
    if (!run) return;
    event.preventDefault();
    run();
  };

  readonly #shortcuts: Readonly<Record<string, () => void>> = {
    j: () => this.#move(1),
    k: () => this.#move(-1),
    '/': () => this.#list?.focusSearch(),
    r: () => this.#conversation?.write('reply'),
    n: () => this.#conversation?.write('note'),
    t: () => this.#conversation?.step('take'),
    a: () => this.#conversation?.step('assign'),
    x: () => this.#conversation?.step('transfer'),
    l: () => this.#conversation?.step('escalate'),
    h: () => this.#conversation?.step('hold'),
    e: () => this.#conversation?.step('close'),
    i: () => this.#toggleSide(),
    u: () => this.#query && this.#navigation.value.go(pathOf(this.#query)),
  };

  #move(step: number): void {
    const list = this.#list;
    if (!list || list.rows.length === 0) return;
    const at = list.activeIndex;
    const to = at < 0 ? (step > 0 ? 0 : list.rows.length - 1) : Math.min(list.rows.length - 1, Math.max(0, at + step));
    void list.focusRow(to);
  }

  #toggleSide(): void {
    this.side = !this.#sideShown;
  }

  #take({ detail }: CustomEvent<ConversationItem>): void {
    this.item = detail;
    this.#list?.take(detail);
  }

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('params')?.['id'];
    if (!changed.has('params') || before === this.params['id']) return;
    if (this.#id) void this.#conversation?.focusHead();
    else if (before)
      void this.#list?.focusRow(
        Math.max(
          0,
          this.#list.rows.findIndex((row) => row.id === before),
        ),
      );
  }

  override render() {
    const query = this.#query;
    if (!query) return nothing;
    const words = this.words(inboxWords);
    return html`<desk-admin-inbox-list .query=${query} .selected=${this.#id}></desk-admin-inbox-list>
      ${
        this.#id
          ? html`<desk-admin-conversation .conversationId=${this.#id} .query=${query} ?sideOpen=${this.#sideShown}
            @desk-conversation-shown=${this.#take} @desk-toggle-side=${this.#toggleSide}></desk-admin-conversation>`
          : html`<h1 class="visually-hidden">${words.title}</h1>
            <div class="none">${emptyState({ icon: 'chat', title: words.pick, text: words.pickText })}</div>`
      }
      ${this.#sideShown ? this.#renderSide() : nothing}`;
  }

  #renderSide() {
    const words = this.words(inboxWords);
    return html`<aside aria-label=${words.details}>
      <div class="side-head row between">
        <h2>${words.details}</h2>
        ${this.#wide ? nothing : html`<button class="button plain icon-only" type="button" aria-label=${this.words(kitWords).close} @click=${this.#toggleSide}>${icon('close')}</button>`}
      </div>
      ${this.item ? html`<desk-admin-panels .place=${conversationSide} .subject=${this.item} deep></desk-admin-panels>` : nothing}
    </aside>`;
  }
}

define('desk-admin-inbox', DeskInbox);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-inbox': DeskInbox;
  }
}
