/**
 * @module The cases as a list: what is due first comes first; those that can be decided are approved several at a time.
 */
import { css, html, nothing } from 'lit';
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
import { RowOffers } from '../../desk/offers.ts';
import { RecordWatch } from '../../desk/record-watch.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { deskNow, SecondHand } from '../../kit/clock.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { paged, Pages } from '../../kit/pages.ts';
import { emptyState, failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { kitWords } from '../../kit/words.ts';
import { caseCounts, casesByAge, casesByDue, searchCases, type ListedCase } from './data.ts';
import { dueMark } from '../../kit/due.ts';
import { filterFields, groupTabs, groupStyle } from './list-filters.ts';
import { stateLook, stateName, typeName } from './names.ts';
import { filterOf, queryOf, type CaseQuery } from './query.ts';
import { amountText, customerOf, goodsText } from './row.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { caseTabs } from './tabs.ts';
import { caseWords } from './words.ts';

const PAGE = 30;
/** A person looks through so many before he confirms; the desk takes up to 100. */
const MOST_SELECTED = 50;
const TYPING_PAUSE_MS = 300;

export class DeskCaseList extends DeskElement {
  static override properties = { search: { attribute: false }, selected: { state: true }, approving: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    tabStyle,
    groupStyle,
    css`
      .bulk {
        position: sticky;
        inset-block-end: 0.75rem;
        padding: 0.5rem 0.75rem;
        border: 1px solid var(--line);
        border-radius: 0.625rem;
        background: var(--raised);
        box-shadow: var(--shadow);
      }
      .pick {
        inline-size: 2.5rem;
        z-index: 1;
      }
    `,
  ];

  search = new URLSearchParams();
  selected: ReadonlySet<string> = new Set();
  approving = false;
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #live = new Use(this, liveContext);
  readonly #counts = new Loader(this, {
    args: () => [this.#query.storeId] as const,
    load: ([storeId]) => this.#client.value.query(caseCounts, storeId ? { storeId } : {}),
  });
  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'AfterSalesCase',
    rows: () => (this.#maySelect ? this.#pages.rows : []),
  });
  readonly #pages = new Pages<ListedCase>(this, {
    key: () => (this.#counts.value ? this.search.toString() : undefined),
    load: (after) => this.#load(after),
  });

  constructor() {
    super();
    new SecondHand(this);
    new RecordWatch(this, this.#live, { entities: ['AfterSalesCase'], changed: () => this.#refresh() });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  get #query(): CaseQuery {
    return queryOf(this.search);
  }

  #refresh(): void {
    void this.#counts.reload();
    if (this.#pages.ready) void this.#pages.restart();
  }

  /** That of the store that is chosen, or of the only one. */
  get #currency(): string {
    const stores = this.#directory.maybe?.stores;
    const store = stores?.get(this.#query.storeId) ?? stores?.values().next().value;
    return store?.currency ?? 'CNY';
  }

  async #load(after: string | null) {
    const { text, storeId, sort } = this.#query;
    const client = this.#client.value;
    if (text.length >= 2)
      return paged(await client.query(searchCases, { text, first: PAGE, after, ...(storeId ? { storeId } : {}) }));
    const filter = filterOf(this.#query, {
      groups: this.#counts.value?.groups ?? [],
      viewerId: this.#viewer.value.id,
      now: deskNow(),
      currency: this.#currency,
    });
    return paged(await client.query(sort === 'newest' ? casesByAge : casesByDue, { filter, first: PAGE, after }));
  }

  #set(name: string, value: string, pause = 0): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      const search = new URLSearchParams(this.search);
      if (value) search.set(name, value);
      else search.delete(name);
      this.selected = new Set();
      this.#navigation.value.go(search.size > 0 ? `/case-list?${search}` : '/case-list', { replace: true });
    }, pause);
  }

  #select(ids: readonly string[], on: boolean): void {
    const next = new Set(this.selected);
    for (const id of ids) {
      if (on && next.size < MOST_SELECTED) next.add(id);
      else if (!on) next.delete(id);
    }
    this.selected = next;
  }

  override render() {
    const words = this.words(caseWords);
    const { language } = this;
    const navigation = this.#navigation.value;
    const set = (name: string, value: string, typed = false) => this.#set(name, value, typed ? TYPING_PAUSE_MS : 0);
    return html`<div class="page">
      <div class="page-head"><h1>${words.title}</h1></div>
      ${caseTabs('list', { language, navigation })}
      ${groupTabs({ query: this.#query, counts: this.#counts.value, language, hrefOf: (group) => navigation.href(this.#pathOf(group)) })}
      ${filterFields({ query: this.#query, directory: this.#directory.maybe, language, set })}
      <div class="card table">${this.#renderRows()}</div>
      ${this.selected.size > 0 ? this.#renderBulk() : nothing}
    </div>`;
  }

  #pathOf(group: CaseQuery['group']): string {
    const search = new URLSearchParams(this.search);
    search.delete('group');
    search.delete('text');
    if (group) search.set('group', group);
    return search.size > 0 ? `/case-list?${search}` : '/case-list';
  }

  get #maySelect(): boolean {
    return can(this.#viewer.value, 'case.approve');
  }

  #renderRows() {
    const words = this.words(caseWords);
    const { language } = this;
    const { rows, ready, problem, pending, hasMore } = this.#pages;
    const failed = problem ?? this.#counts.problem;
    const retry = () => void (this.#counts.value ? this.#pages.retry() : this.#counts.reload());
    if (!ready) return failed ? failedState(language, failed, retry) : pendingState(language);
    if (rows.length === 0)
      // Who pays refunds begins here: that nothing is left to pay is good news.
      return this.search.toString() === 'group=PAY'
        ? emptyState({ icon: 'check', title: words.nonePay, text: words.nonePayText })
        : this.search.size > 0
          ? emptyState({ icon: 'search', title: words.none })
          : emptyState({ icon: 'return', title: words.noneYet, text: words.noneText });
    return html`<table class="stacking" aria-busy=${pending}>
        <caption class="visually-hidden">${words.title}</caption>
        <thead><tr>${this.#renderSelectAll(rows)}<th scope="col">${words.number}</th><th
          scope="col">${words.state}</th><th scope="col">${words.deadline}</th><th scope="col">${words.type}</th><th
          scope="col">${words.customer}</th><th scope="col">${words.goods}</th><th
          scope="col">${words.amount}</th><th scope="col">${words.owner}</th></tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (row) => this.#renderRow(row),
        )}</tbody>
      </table>
      ${problem ? failedState(language, problem, retry) : nothing}
      ${hasMore && !problem ? html`<div class="more"><button class="button" type="button" aria-disabled=${pending} @click=${() => void this.#pages.more()}>${pending ? this.words(kitWords).loading : this.words(kitWords).loadMore}</button></div>` : nothing}`;
  }

  /** What the viewer may not approve alone is chosen too: the question for all of them says why. */
  #isDecidable(row: ListedCase): boolean {
    return this.#offers.of(row, 'approveCase') !== undefined;
  }

  #renderSelectAll(rows: readonly ListedCase[]) {
    if (!this.#maySelect) return nothing;
    const ids = rows.filter((row) => this.#isDecidable(row)).map(({ id }) => id);
    const all = ids.length > 0 && ids.every((id) => this.selected.has(id));
    return html`<th scope="col" class="pick"><input type="checkbox" aria-label=${this.words(caseWords).selectAll}
      .checked=${all} ?disabled=${ids.length === 0} @change=${(event: Event) => this.#select(ids, (event.target as HTMLInputElement).checked)} /></th>`;
  }

  #renderRow(row: ListedCase) {
    const words = this.words(caseWords);
    const { language } = this;
    const checkbox = this.#isDecidable(row)
      ? html`<input type="checkbox" aria-label=${words.select(row.number)} .checked=${this.selected.has(row.id)}
        @change=${(event: Event) => this.#select([row.id], (event.target as HTMLInputElement).checked)} />`
      : nothing;
    return html`<tr>
      ${this.#maySelect ? html`<td class="pick">${checkbox}</td>` : nothing}
      <th scope="row"><a class="numeric" href=${this.#navigation.value.href(`/cases/${row.id}`)}>${row.number}</a></th>
      <td data-label=${words.state}><span class="row wrap"><span
        class="chip ${stateLook(row.state)}">${stateName(row.state, language)}</span>${row.escalatedAt ? html`<span class="chip danger">${icon('warning', 'small')}${words.escalated}</span>` : nothing}</span></td>
      <td data-label=${words.deadline}>${row.dueAt ? dueMark(row.dueAt, { language, zone: zoneOf(this.#directory.maybe, row.storeId) }) : html`<span class="muted small">${words.noDue}</span>`}</td>
      <td data-label=${words.type}>${typeName(row.type, language)}</td>
      <td data-label=${words.customer}>${customerOf(row)}</td>
      <td data-label=${words.goods}>${goodsText(row)}</td>
      <td data-label=${words.amount} class="numeric">${amountText(row, language)}</td>
      <td data-label=${words.owner}>${row.handlerId ? nameOf(this.#directory.maybe, row.handlerId) : html`<span class="muted">${words.nobody}</span>`}</td>
    </tr>`;
  }

  #renderBulk() {
    const words = this.words(caseWords);
    const count = this.selected.size;
    return html`<div class="bulk row wrap" role="region" aria-label=${words.selected(count)}>
        <span class="grow" role="status">${words.selected(count)}</span>
        <button class="button" type="button"
          @click=${() => (this.selected = new Set())}>${words.clearSelection}</button>
        <button class="button primary" type="button"
          @click=${() => (this.approving = true)}>${icon('check', 'small')}${words.approveSelected(count)}</button>
      </div>
      ${
        this.approving
          ? html`<desk-admin-lazy .tag=${'desk-admin-bulk-approve'} .load=${() => import('./bulk-dialog.ts')}
            .values=${{ ids: [...this.selected] }}
            @desk-closed=${() => {
              this.approving = false;
              this.selected = new Set();
              this.#refresh();
            }}></desk-admin-lazy>`
          : nothing
      }`;
  }
}

define('desk-admin-case-list', DeskCaseList);
