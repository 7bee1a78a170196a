/**
 * @module The bell of the frame: how much one must know now, and a list of it. What is new while one is there is told
 * for a moment as well; what was there before one came is only counted.
 */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { BellEntry, BellItem, BellSource } from '../desk/bell.ts';
import {
  clientContext,
  directoryContext,
  liveContext,
  navigationContext,
  Use,
  viewerContext,
} from '../desk/contexts.ts';
import { nameOf } from '../desk/directory.ts';
import { RecordWatch } from '../desk/record-watch.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import { DeskElement, define } from '../kit/element.ts';
import { icon } from '../kit/icon.ts';
import { hideUntilPlaced, place } from '../kit/place.ts';
import { problemOf, type Problem } from '../kit/problem.ts';
import { states } from '../kit/state-style.ts';
import { emptyState, failedState } from '../kit/states.ts';
import { toast, toastProblem } from '../kit/toast.ts';
import { featuresContext } from '../desk/panels.ts';
import { rowPath } from '../records/row-path.ts';
import { bellWords } from './bell-words.ts';

/** As many are asked for and shown; of more it says that there are more. */
const MOST = 50;
/** More at once are told as a number. */
const MOST_TOLD = 2;

/** @summary Counts and lists what the features of the panel have to tell their reader. */
export class DeskBell extends DeskElement {
  static override properties = {
    entries: { attribute: false },
    items: { state: true },
    problem: { state: true },
    open: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    css`
      :host {
        display: inline-flex;
      }
      .button {
        position: relative;
      }
      .badge {
        position: absolute;
        inset-block-start: -0.125rem;
        inset-inline-end: -0.25rem;
      }
      [popover] {
        inline-size: min(24rem, 94vw);
        max-block-size: min(32rem, 80dvh);
        overflow: auto;
        margin: 0;
        padding: 0;
        border: 1px solid var(--line);
        border-radius: 0.625rem;
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
      }
      header {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        padding: 0.5rem 0.5rem 0.5rem 0.875rem;
        border-block-end: 1px solid var(--line);
      }
      h2 {
        flex: 1;
        font-size: 0.9375rem;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: start;
        border-block-end: 1px solid var(--line);
      }
      li:last-child {
        border-block-end: 0;
      }
      li:hover {
        background: var(--hover);
      }
      li a {
        display: grid;
        gap: 0.125rem;
        padding: 0.625rem 0.5rem 0.625rem 0.875rem;
        color: var(--ink);
        text-decoration: none;
        overflow-wrap: anywhere;
      }
      li a:focus-visible {
        outline-offset: -2px;
      }
      li .button {
        margin: 0.375rem;
      }
    `,
  ];

  /** Where the news comes from; of those that the viewer may ask. */
  entries: readonly BellEntry[] = [];
  items: readonly BellItem[] | undefined;
  problem: Problem | undefined;
  open = false;
  #sources: Promise<readonly BellSource[]> | undefined;
  #entities: ReadonlySet<string> = new Set();
  /** What this visit has counted or told. */
  readonly #known = new Set<string>();
  #asked = 0;
  #stop = (): void => undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #live = new Use(this, liveContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #features = new Use(this, featuresContext);

  constructor() {
    super();
    new RecordWatch(this, this.#live, {
      entities: [],
      hears: (entity) => this.#entities.has(entity),
      changed: () => void this.#ask(),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask();
    // What arose between the question and the opening of the stream was told to nobody.
    if (this.#live.value.state !== 'open')
      this.#stop = this.#live.value.on('state', (state) => {
        if (state !== 'open') return;
        this.#stop();
        void this.#ask();
      });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  get #popup(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('[popover]') as HTMLElement;
  }

  async #load(): Promise<readonly BellSource[]> {
    const sources = await Promise.all(this.entries.map(({ load }) => load()));
    this.#entities = new Set(sources.flatMap(({ entities }) => entities));
    return sources;
  }

  async #ask(): Promise<void> {
    const turn = ++this.#asked;
    try {
      this.#sources ??= this.#load();
      const sources = await this.#sources;
      if (!this.isConnected) return;
      const context = {
        client: this.#client.value,
        viewer: this.#viewer.value,
        language: this.language,
        nameOf: (userId: string | null) => nameOf(this.#directory.maybe, userId),
        pathOf: (entity: string, id: string) => rowPath(this.#features.maybe ?? [], entity, id),
      };
      const said = await Promise.all(sources.map((source) => source.ask(context, MOST)));
      if (turn !== this.#asked) return;
      const items = said.flat().toSorted((a, b) => b.at.localeCompare(a.at));
      if (this.items) this.#tell(items.filter(({ id }) => !this.#known.has(id)));
      for (const { id } of items) this.#known.add(id);
      [this.items, this.problem] = [items, undefined];
    } catch (error) {
      if (turn !== this.#asked) return;
      this.#sources = undefined;
      this.problem = problemOf(error);
    }
  }

  /** News goes by itself: the bell keeps it. Where its page is open already, it is only counted. */
  #tell(news: readonly BellItem[]): void {
    const words = this.words(bellWords);
    const [here] = this.#navigation.value.path.split('?');
    if (news.length > MOST_TOLD) toast(this, { kind: 'warn', text: words.many(news.length), passing: true });
    else
      for (const item of news.filter(({ path, shownOn }) => ![path, shownOn].includes(here)))
        toast(this, {
          kind: 'warn',
          text: item.text,
          passing: true,
          action: { label: words.open, run: () => void this.#attend(item) },
        });
  }

  async #attend(item: BellItem): Promise<void> {
    if (this.#popup.matches(':popover-open')) this.#popup.hidePopover();
    this.#navigation.value.go(item.path);
    await this.#putAway([item]);
  }

  async #putAway(items: readonly BellItem[]): Promise<void> {
    const done = await Promise.allSettled(items.map(({ seen }) => seen()));
    for (const each of done) if (each.status === 'rejected') toastProblem(this, each.reason, this.language);
    const gone = new Set(items.filter((_item, index) => done[index]?.status === 'fulfilled'));
    this.items = this.items?.filter((item) => !gone.has(item));
  }

  /** Placed once its list is drawn, since its height decides where there is room. */
  async #toggled(event: ToggleEvent): Promise<void> {
    this.open = event.newState === 'open';
    await this.updateComplete;
    if (!this.open) return;
    place(this.#popup, this);
    this.#popup.querySelector<HTMLElement>('li a, .state button, h2')?.focus();
  }

  override render() {
    const words = this.words(bellWords);
    const count = this.items?.length ?? 0;
    const badge = html`<span class="badge" aria-hidden="true">${this.#count(count)}</span>`;
    const label = count > 0 ? words.news(this.#count(count)) : words.bell;
    return html`<button class="button plain icon-only" type="button" popovertarget="list" aria-expanded=${this.open}
      aria-label=${label} title=${label}>
        ${icon('bell')}${count > 0 ? badge : nothing}
      </button>
      <section id="list" popover aria-label=${words.bell} @beforetoggle=${hideUntilPlaced}
        @toggle=${(event: ToggleEvent) => void this.#toggled(event)}>
        <header>
          <h2 tabindex="-1">${words.bell}</h2>
          ${count > 1 ? this.#renderAllSeen() : nothing}
        </header>
        ${this.open ? this.#renderList() : nothing}
      </section>`;
  }

  #renderAllSeen() {
    return html`<button class="button plain tight" type="button" @click=${() => void this.#putAway(this.items ?? [])}>
      ${this.words(bellWords).allSeen}
    </button>`;
  }

  #count(count: number): string {
    return count >= MOST ? `${MOST - 1}+` : String(count);
  }

  #renderList() {
    const words = this.words(bellWords);
    if (this.problem) return failedState(this.language, this.problem, () => void this.#ask());
    if (!this.items?.length) return emptyState({ icon: 'bell', title: words.nothing, text: words.nothingText });
    return html`<ul>
      ${repeat(
        this.items,
        ({ id }) => id,
        (item) => html`<li>
          <a href=${this.#navigation.value.href(item.path)} @click=${(event: MouseEvent) => this.#opens(event, item)}>
            <span>${item.text}</span>
            ${item.note ? html`<q class="small">${item.note}</q>` : nothing}
            <time class="muted small" datetime=${item.at}>${this.language.moment(item.at)}</time>
          </a>
          <button class="button plain icon-only tight" type="button" aria-label="${words.seen}: ${item.text}"
            title=${words.seen}
            @click=${() => void this.#putAway([item])}>${icon('check', 'small')}</button>
        </li>`,
      )}
    </ul>`;
  }

  /** A click with a key held down opens another tab and leaves this one as it is. */
  #opens(event: MouseEvent, item: BellItem): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void this.#attend(item);
  }
}

define('desk-admin-bell', DeskBell);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-bell': DeskBell;
  }
}
