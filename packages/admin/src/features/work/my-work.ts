/**
 * @module Everything open that is somebody's to do, over all kinds of work, what is due first on top; what it is about
 * stands beside it. Where one is, is in the address: whose, of which kind, and which item.
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
import { nameOf, zoneOf } from '../../desk/directory.ts';
import '../../desk/lazy.ts';
import { featuresContext } from '../../desk/panels.ts';
import { RecordWatch } from '../../desk/record-watch.ts';
import { workItems, type WorkFilter, type WorkItemRow } from '../../desk/work.ts';
import { base } from '../../kit/base-style.ts';
import { SecondHand } from '../../kit/clock.ts';
import { controls } from '../../kit/control-style.ts';
import { dueMark } from '../../kit/due.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { panelOf, shortcutOf } from '../../kit/keys.ts';
import { Loader } from '../../kit/loader.ts';
import { paged, Pages } from '../../kit/pages.ts';
import { emptyState, failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { kitWords } from '../../kit/words.ts';
import { describe } from '../../records/description.ts';
import { rowPage, rowPath } from '../../records/row-path.ts';
import { kindName, stateName } from '../../records/work-names.ts';
import { workKinds, type WorkKind } from './data.ts';
import { myWorkStyle } from './my-work-style.ts';
import { workWords } from './words.ts';

const PAGE = 30;
const SCOPES = ['mine', 'free', 'all'] as const;
type Scope = (typeof SCOPES)[number];

/** @summary What the viewer has to do, over all kinds of work. */
export class DeskMyWork extends DeskElement {
  static override properties = { search: { attribute: false } };
  static override styles = [base, controls, states, tabStyle, myWorkStyle];

  search = new URLSearchParams();
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #features = new Use(this, featuresContext);
  readonly #desk = new Loader(this, {
    args: () => [] as const,
    load: () => describe(this.#client.value, this.#viewer.value.id),
  });
  readonly #kinds = new Loader(this, { args: () => [] as const, load: () => this.#client.value.query(workKinds, {}) });
  readonly #pages = new Pages<WorkItemRow>(this, {
    key: () => (this.#kinds.value ? `${this.#scope} ${this.#kind}` : undefined),
    load: async (after) => {
      return paged(
        await this.#client.value.query(workItems, {
          filter: this.#filter(),
          first: PAGE,
          after,
        }),
      );
    },
  });

  constructor() {
    super();
    new SecondHand(this);
    new RecordWatch(this, new Use(this, liveContext), { entities: ['WorkItem'], changed: () => this.#refresh() });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#keys);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#keys);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('search')) this.classList.toggle('one', this.#chosen !== undefined);
  }

  get #scope(): Scope {
    return SCOPES.find((scope) => scope === this.search.get('whose')) ?? 'mine';
  }

  get #kind(): string {
    return this.search.get('kind') ?? '';
  }

  get #chosen(): { readonly entity: string; readonly id: string } | undefined {
    const [entity, id] = (this.search.get('item') ?? '').split('.');
    return entity && id ? { entity, id } : undefined;
  }

  #filter(): WorkFilter {
    const kinds = this.#kinds.value?.kinds ?? [];
    const handled = kinds.filter(({ handles }) => handles).map(({ entity }) => entity);
    const owner = { mine: { eq: this.#viewer.value.id }, free: { eq: null }, all: undefined }[this.#scope];
    const of = this.#kind ? { eq: this.#kind } : this.#scope === 'free' ? { in: handled } : undefined;
    return { open: { eq: true }, ...(owner ? { ownerId: owner } : {}), ...(of ? { entity: of } : {}) };
  }

  #refresh(): void {
    void this.#kinds.reload();
    if (this.#pages.ready && this.#pages.rows.length <= PAGE) void this.#pages.restart();
  }

  #go(changes: Readonly<Record<string, string>>, replace = false): void {
    const search = new URLSearchParams(this.search);
    for (const [name, value] of Object.entries(changes))
      if (value) search.set(name, value);
      else search.delete(name);
    this.#navigation.value.go(search.size > 0 ? `/work?${search}` : '/work', { replace });
  }

  /** j and k move through the list, Enter opens the item on its own page. */
  readonly #keys = (event: KeyboardEvent): void => {
    const key = shortcutOf(event, panelOf(this));
    if (key !== 'j' && key !== 'k') return;
    const { rows } = this.#pages;
    const at = rows.findIndex(({ id }) => id === this.#chosen?.id);
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + (key === 'j' ? 1 : -1)))];
    if (!next) return;
    event.preventDefault();
    this.#go({ item: `${next.entity}.${next.id}` }, true);
    this.renderRoot.querySelector<HTMLElement>(`[data-id="${next.id}"]`)?.focus();
  };

  #opened(event: KeyboardEvent, row: WorkItemRow): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.#navigation.value.go(rowPath(this.#features.maybe ?? [], row.entity, row.id));
  }

  #picked(event: MouseEvent, { entity, id }: WorkItemRow): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.#go({ item: `${entity}.${id}` });
  }

  override render() {
    const words = this.words(workWords);
    return html`<section class="list">
        <h1>${words.title}</h1>
        ${this.#renderScopes()}
        <div class="rows" aria-busy=${this.#pages.pending}>${this.#renderRows()}</div>
      </section>
      <section class="beside">${this.#renderBeside()}</section>`;
  }

  #count(scope: Scope): string {
    const { kinds = [], mostCounted = 0 } = this.#kinds.value ?? {};
    if (scope === 'all') return '';
    const shown = kinds.filter(({ entity }) => !this.#kind || entity === this.#kind);
    const sum = shown.reduce((total, kind) => total + kind[scope], 0);
    return shown.some((kind) => kind[scope] >= mostCounted) ? this.words(workWords).orMore(sum) : String(sum);
  }

  #hrefOf(changes: Readonly<Record<string, string>>): string {
    const all = Object.entries({ whose: this.#scope, kind: this.#kind, ...changes });
    const search = new URLSearchParams(all.filter(([, value]) => value && value !== 'mine'));
    return this.#navigation.value.href(search.size > 0 ? `/work?${search}` : '/work');
  }

  #renderScopes() {
    const words = this.words(workWords);
    const kinds = this.#kinds.value?.kinds ?? [];
    return html`<nav class="tabs" aria-label=${words.scopesLabel}>${SCOPES.map(
      (scope) => html`<a href=${this.#hrefOf({ whose: scope })}
        aria-current=${scope === this.#scope ? 'page' : 'false'}>${words.scopes[scope]}${this.#renderCount(this.#count(scope))}</a>`,
    )}</nav>
      ${
        kinds.length > 1
          ? html`<nav class="kinds"
            aria-label=${words.kindsLabel}>${[undefined, ...kinds].map((kind) => this.#renderKind(kind))}</nav>`
          : nothing
      }`;
  }

  #renderCount(count: string) {
    return count && count !== '0' ? html`<span class="count numeric">${count}</span>` : nothing;
  }

  #renderKind(kind: WorkKind | undefined) {
    const { language } = this;
    const text = kind ? language.of(kind.called ?? kind.title) : this.words(workWords).allKinds;
    const count = kind && this.#scope !== 'all' ? String(kind[this.#scope]) : '';
    return html`<a class="chip" href=${this.#hrefOf({ kind: kind?.entity ?? '' })}
      aria-current=${this.#kind === (kind?.entity ?? '') ? 'true' : 'false'}>${text}${this.#renderCount(count)}</a>`;
  }

  #renderRows() {
    const { language } = this;
    const words = this.words(workWords);
    const { rows, ready, problem, pending, hasMore } = this.#pages;
    const missing = problem ?? this.#kinds.problem ?? this.#desk.problem;
    if (missing && !(ready && this.#desk.value))
      return failedState(language, missing, () => {
        for (const loader of [this.#kinds, this.#desk]) if (loader.problem) void loader.reload();
        if (problem) void this.#pages.retry();
      });
    if (!ready || !this.#desk.value) return pendingState(language);
    if (rows.length === 0)
      return emptyState({
        icon: 'check',
        title: words.none[this.#scope],
        text: words.noneText[this.#scope],
        ...(this.#scope === 'mine'
          ? { action: html`<a class="button" href=${this.#hrefOf({ whose: 'free' })}>${words.toTake}</a>` }
          : {}),
      });
    return html`<ul aria-label=${words.list}>${repeat(
      rows,
      ({ id }) => id,
      (row) => html`<li>${this.#renderRow(row)}</li>`,
    )}</ul>
      ${problem ? failedState(language, problem, () => void this.#pages.retry()) : nothing}
      ${
        hasMore
          ? html`<button class="button more" type="button" aria-disabled=${pending}
            @click=${() => void this.#pages.more()}>${pending ? this.words(kitWords).loading : this.words(kitWords).loadMore}</button>`
          : nothing
      }`;
  }

  #renderRow(row: WorkItemRow) {
    const { language } = this;
    const words = this.words(workWords);
    const desk = this.#desk.value;
    if (!desk) return nothing;
    const directory = this.#directory.maybe;
    const kind = desk.entities.find(({ name }) => name === row.entity);
    const clock = row.clock ? kind?.work?.clocks[row.clock] : undefined;
    const waits = row.waitsFor === 'US' ? '' : words.waits[row.waitsFor];
    return html`<a class="item" data-id=${row.id}
      href=${this.#navigation.value.href(rowPath(this.#features.maybe ?? [], row.entity, row.id))}
      aria-current=${row.id === this.#chosen?.id ? 'true' : 'false'}
      @click=${(event: MouseEvent) => this.#picked(event, row)}
        @keydown=${(event: KeyboardEvent) => this.#opened(event, row)}>
      <span class="first"><bdi
        class="ellipsis">${row.title || row.number || row.id.slice(-6)}</bdi>${dueMark(row.dueAt, { language, zone: zoneOf(directory, row.storeId) })}</span>
      <span class="second muted small"><span>${kindName(row.entity, desk, language)}${row.number ? html` <span class="numeric">${row.number}</span>` : nothing}</span>
        <span>${stateName(kind, row.state, language)}</span>${clock && row.dueAt ? html`<span>${language.of(clock)}</span>` : nothing}
        ${waits ? html`<span>${waits}</span>` : nothing}
        ${this.#scope === 'mine' ? nothing : html`<span>${row.ownerId ? nameOf(directory, row.ownerId) : words.nobody}</span>`}</span>
    </a>`;
  }

  #renderBeside() {
    const words = this.words(workWords);
    const chosen = this.#chosen;
    if (!chosen) return emptyState({ icon: 'keyboard', title: words.choose, text: words.chooseText });
    const features = this.#features.maybe ?? [];
    const page = rowPage(features, chosen.entity);
    const href = this.#navigation.value.href(rowPath(features, chosen.entity, chosen.id));
    return html`<div class="bar">
        <button class="button plain" type="button"
          @click=${() => this.#go({ item: '' })}>${icon('back', 'small')}${words.title}</button>
        <a class="button plain" href=${href}>${icon('right', 'small')}${words.open}</a>
      </div>
      <desk-admin-lazy .tag=${page.tag} .load=${page.load}
        .values=${{ ...page.values, params: { id: chosen.id } }}></desk-admin-lazy>`;
  }
}

define('desk-admin-my-work', DeskMyWork);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-my-work': DeskMyWork;
  }
}
