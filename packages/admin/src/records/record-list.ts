/**
 * @module The list of any entity, derived from its description and from what its feature says of it: columns by weight,
 * filters in the address, saved views, order, keyset pages, bulk actions and a table to download.
 */
import { html, nothing, type PropertyValues } from 'lit';
import {
  clientContext,
  directoryContext,
  liveContext,
  navigationContext,
  Use,
  viewerContext,
} from '../desk/contexts.ts';
import '../desk/lazy.ts';
import { loadCode } from '../desk/load-code.ts';
import { featuresContext } from '../desk/panels.ts';
import { wholeRecord, type RecordDefinition, type RecordSlot, type RecordStart } from '../desk/record.ts';
import { RecordWatch } from '../desk/record-watch.ts';
import { avatars } from '../kit/avatar.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import { DeskElement, define } from '../kit/element.ts';
import { icon } from '../kit/icon.ts';
import { panelOf, shortcutOf } from '../kit/keys.ts';
import { Loader } from '../kit/loader.ts';
import { paged, Pages } from '../kit/pages.ts';
import { emptyState, failedState, loaded } from '../kit/states.ts';
import { states } from '../kit/state-style.ts';
import { tables } from '../kit/table-style.ts';
import { tabStyle } from '../kit/tab-style.ts';
import { saveTextFile } from '../kit/text-file.ts';
import { toast, toastProblem } from '../kit/toast.ts';
import { kitWords } from '../kit/words.ts';
import { act } from './act.ts';
import { cellStyle, type ViewContext } from './cell.ts';
import './column-menu.ts';
import { findRows, recordList, type RecordRow } from './data.ts';
import {
  describe,
  labelField,
  type ActionDescription,
  type DeskDescription,
  type EntityDescription,
  type FieldDescription,
} from './description.ts';
import { filterBar, filterStyle } from './filter-bar.ts';
import { filterFrom, isNarrowed, presetFrom } from './filters.ts';
import { MOST_EXPORTED, tableOf } from './list-export.ts';
import { chosenRows, tableOfRows, type ListTable } from './list-table.ts';
import { listStyle } from './list-style.ts';
import { belowField, columnsOf, possibleColumns } from './meaning.ts';
import { fieldName } from './names.ts';
import { entriesOf, Offers, type Entry } from './offers.ts';
import { rowPath } from './row-path.ts';
import './saved-views.ts';
import { recordWords } from './words.ts';

const PAGE = 50;
const TYPING_PAUSE_MS = 250;
/** Rows that stand for those which are still coming. */
const SKELETON = 6;

interface Known {
  readonly desk: DeskDescription;
  readonly definition: RecordDefinition | undefined;
  readonly entity: EntityDescription | undefined;
}

/** @summary A derived list of rows. */
export class DeskRecordList extends DeskElement {
  static override properties = {
    entity: {},
    path: {},
    search: { attribute: false },
    start: { attribute: false },
    chosen: { state: true },
    folded: { state: true },
  };
  static override styles = [base, controls, states, tables, tabStyle, avatars, cellStyle, filterStyle, listStyle];

  /** Name of the entity. */
  entity = '';
  /** Path of the page, to which filters are written. */
  path = '';
  search = new URLSearchParams();
  /** What its feature says of it at first; absent: nothing. */
  start: RecordStart | undefined;
  /** Ids of the rows that are ticked. */
  chosen: ReadonlySet<string> = new Set();
  /** The filters of the second row are not shown. */
  folded = true;
  /** What was set and is not in the address yet. */
  readonly #waiting = new Map<string, string>();
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #features = new Use(this, featuresContext);
  readonly #offers = new Offers(this);
  readonly #known = new Loader(this, {
    args: () => (this.entity ? ([this.entity] as const) : undefined),
    load: async ([name]): Promise<Known> => {
      const [desk, definition] = await Promise.all([
        describe(this.#client.value, this.#viewer.value.id),
        loadCode(() => wholeRecord(this.start)),
      ]);
      return { desk, definition, entity: desk.entities.find((entity) => entity.name === name && entity.list) };
    },
  });
  readonly #pages = new Pages<RecordRow>(this, {
    key: () => (this.#known.value?.entity?.name === this.entity ? `${this.entity}?${this.search}` : undefined),
    load: (after) => this.#load(after),
  });

  constructor() {
    super();
    new RecordWatch(this, new Use(this, liveContext), {
      entities: [],
      hears: (entity) => entity === this.entity,
      // A list that was read further is not thrown back to its beginning.
      changed: () => this.#pages.rows.length <= PAGE && this.refresh(),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#keys);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#keys);
    clearTimeout(this.#typing);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entity') || changed.has('search')) this.chosen = new Set();
    if (changed.has('entity')) this.folded = true;
  }

  override updated(): void {
    const entity = this.#known.value?.entity;
    const { rows, ready } = this.#pages;
    if (entity && ready && this.#rowActions().length > 0) void this.#offers.ask(this.#client.value, entity.name, rows);
  }

  /** Loads the first page again. */
  refresh(): void {
    this.#offers.forget();
    void this.#pages.restart();
  }

  get definition(): RecordDefinition | undefined {
    return this.#known.value?.definition;
  }

  get #slots(): readonly RecordSlot[] {
    return (this.#features.maybe ?? []).flatMap(({ into }) => into).filter(({ on }) => on === this.entity);
  }

  /** What the address says, or the first view of the list where it says nothing. */
  get #effective(): URLSearchParams {
    const [first] = this.definition?.views ?? [];
    return this.search.size > 0 || !first ? this.search : new URLSearchParams(first.query);
  }

  #rowActions(): readonly ActionDescription[] {
    const without = this.definition?.without ?? [];
    return (this.#known.value?.desk.actions ?? []).filter(
      ({ on, name }) => on === this.entity && !without.includes(name),
    );
  }

  #shown(entity: EntityDescription): FieldDescription[] {
    const named = (names: readonly string[] | undefined) =>
      names?.flatMap((name) => entity.fields.filter((field) => field.name === name));
    const label = labelField(entity);
    const chosen = named(
      this.#effective
        .get('columns')
        ?.split(',')
        .filter((name) => name !== label),
    );
    const title = entity.fields.filter(({ name }) => name === label);
    if (chosen && chosen.length > 0) return [...title, ...chosen];
    const added = this.#slots.flatMap((slot) => (slot.kind === 'column' ? [slot.field] : []));
    return [...(named(this.definition?.list) ?? columnsOf(entity)), ...(named(added) ?? [])];
  }

  /** Fields that are read beside the columns. */
  #needed(entity: EntityDescription): string[] {
    const below = belowField(entity, this.definition)?.name;
    const chips = this.#slots.flatMap((slot) => (slot.kind === 'chip' ? slot.needs : []));
    return [...this.#shown(entity).map(({ name }) => name), ...(below ? [below] : []), ...chips];
  }

  async #load(after: string | null, first = PAGE) {
    const { desk, entity } = this.#known.value as Known;
    if (!entity) return { rows: [], endCursor: null, hasMore: false };
    const search = this.#effective;
    const order = entity.list?.orders.find(({ name }) => name === search.get('order'));
    return paged(
      await this.#client.value.query(recordList(entity, this.#needed(entity), desk), {
        filter: filterFrom(search, entity),
        first,
        after,
        ...(order ? { orderBy: order.name } : {}),
      }),
    );
  }

  #set(name: string, value: string, pause = TYPING_PAUSE_MS): void {
    clearTimeout(this.#typing);
    this.#waiting.set(name, value);
    this.#typing = setTimeout(() => {
      const search = new URLSearchParams(this.#effective);
      for (const [key, next] of this.#waiting) {
        if (next) search.set(key, next);
        else search.delete(key);
      }
      this.#waiting.clear();
      if (search.size === 0 && this.definition?.views?.length) search.set('all', 'true');
      if (search.size > 1) search.delete('all');
      this.#navigation.value.go(search.size > 0 ? `${this.path}?${search}` : this.path, { replace: true });
    }, pause);
  }

  #context(desk: DeskDescription, entity: EntityDescription): ViewContext {
    const { language, definition } = this;
    const directory = this.#directory.value;
    return { language, desk, entity, directory, definition, hrefOf: (name, id) => this.#hrefOf(name, id) };
  }

  #hrefOf(entity: string, id: string): string | undefined {
    if (entity === this.entity && this.definition?.page === false) return undefined;
    return this.#navigation.value.href(rowPath(this.#features.maybe ?? [], entity, id));
  }

  #tick(id: string): void {
    if (this.#rowActions().length === 0) return;
    const next = new Set(this.chosen);
    if (!next.delete(id)) next.add(id);
    this.chosen = next;
  }

  /** j and k move through the rows, x ticks one. */
  readonly #keys = (event: KeyboardEvent): void => {
    const key = shortcutOf(event, panelOf(this));
    if (!key || !['j', 'k', 'x'].includes(key)) return;
    const titles = [...this.renderRoot.querySelectorAll<HTMLElement>('tbody .title > :is(a, [tabindex])')];
    const at = titles.indexOf(this.shadowRoot?.activeElement as HTMLElement);
    const row = this.#pages.rows[at];
    if (key === 'x') return void (row && this.#tick(row.id));
    titles[Math.max(0, Math.min(titles.length - 1, at + (key === 'j' ? 1 : -1)))]?.focus();
  };

  async #do(entry: Entry, rows: readonly RecordRow[]): Promise<void> {
    const { action, button, grave } = entry;
    const heading = button?.title && this.language.of(button.title);
    const forms = this.definition?.forms;
    const about = rows.length === 1 ? { row: rows[0] } : { rows };
    if (await act(this, action.name, { ...button, ...about, grave, heading, forms })) {
      this.chosen = new Set();
      this.refresh();
    }
  }

  async #make(action: ActionDescription, entity: EntityDescription): Promise<void> {
    const preset = presetFrom(this.search, entity);
    const known = Object.fromEntries(Object.entries(preset).filter(([name]) => action.input.properties?.[name]));
    if (await act(this, action.name, { begin: known, forms: this.definition?.forms })) this.refresh();
  }

  async #export(desk: DeskDescription, entity: EntityDescription): Promise<void> {
    const words = this.words(recordWords);
    try {
      const rows: RecordRow[] = [];
      for (let after: string | null = null, more = true; more && rows.length < MOST_EXPORTED;) {
        const page = await this.#load(after, 100);
        rows.push(...page.rows);
        after = page.endCursor;
        more = page.hasMore;
      }
      const cut = rows.length >= MOST_EXPORTED;
      saveTextFile(`${entity.plural}.csv`, tableOf(rows, this.#shown(entity), this.#context(desk, entity)), 'text/csv');
      const text = (cut ? words.exportCut : words.exported)(rows.length);
      toast(this, { kind: cut ? 'warn' : 'ok', text });
    } catch (error) {
      toastProblem(this, error, this.language);
    }
  }

  override render() {
    const missing = emptyState({ icon: 'lock', title: this.words(recordWords).missing, isPage: true });
    return html`<div
      class="page">${loaded(this.#known, this.language, ({ desk, entity }) => (entity ? this.#renderList(desk, entity) : missing), { isPage: true })}</div>`;
  }

  #renderList(desk: DeskDescription, entity: EntityDescription) {
    const { language, definition } = this;
    const client = this.#client.value;
    const shown = this.#shown(entity).map(({ name }) => name);
    const title = language.of(definition?.title ?? entity.title);
    const fields = possibleColumns(entity)
      .filter(({ name }) => name !== labelField(entity))
      .map((field) => ({ name: field.name, label: fieldName(field, language) }));
    const words = this.words(recordWords);
    return html`<div class="page-head">
        <h1>${title}</h1>
        ${this.#makers(desk).map(
          (action) => html`<button class="button primary" type="button"
          @click=${() => void this.#make(action, entity)}>${icon('plus')}${language.of(action.title)}</button>`,
        )}
      </div>
      ${this.#renderTabs()} ${definition?.about ? html`<p class="muted">${language.of(definition.about)}</p>` : nothing}
      ${
        definition?.above
          ? html`<desk-admin-lazy .tag=${definition.above.tag}
        .load=${definition.above.load} quiet></desk-admin-lazy>`
          : nothing
      }
      <desk-admin-views .entity=${entity.name} .path=${this.path} .search=${this.search}
        .shipped=${definition?.views ?? []}></desk-admin-views>
      ${filterBar({
        entity,
        desk,
        directory: this.#directory.value,
        search: this.#effective,
        language,
        open: !this.folded,
        toggle: () => (this.folded = !this.folded),
        change: (name, value) => this.#set(name, value),
        find: (target, text) => findRows(client, desk, { entity: target, text, language }),
        tools: html`<span class="grow"></span>
          <button class="button plain icon-only" type="button" aria-label=${words.export} title=${words.export}
            @click=${() => void this.#export(desk, entity)}>${icon('download')}</button>
          <desk-admin-columns .fields=${fields} .shown=${shown}
            @desk-change=${({ detail }: CustomEvent<string[]>) => this.#set('columns', detail.join(','), 0)}></desk-admin-columns>`,
      })}
      <div class="card table">${this.#renderRows(desk, entity)}</div>
      ${this.chosen.size > 0 ? chosenRows(this.#table(desk, entity)) : nothing}`;
  }

  #table(desk: DeskDescription, entity: EntityDescription): ListTable {
    const slots = this.#slots;
    const context = { ...this.#context(desk, entity), slots };
    return {
      context,
      slots,
      rows: this.#pages.rows,
      fields: this.#shown(entity),
      ticks: this.#rowActions().length > 0,
      chosen: this.chosen,
      order: this.#effective.get('order'),
      choose: (ids) => (this.chosen = new Set(ids)),
      entriesOf: (row) => entriesOf(row, this.#offers.of(row.id), context),
      hrefOf: (name, id) => this.#hrefOf(name, id),
      orderBy: (name) => this.#set('order', name, 0),
      perform: (entry, rows) => void this.#do(entry, rows),
    };
  }

  /** Actions that make a row of this entity. */
  #makers({ actions }: DeskDescription): readonly ActionDescription[] {
    const { makers, without = [] } = this.definition ?? {};
    if (makers) return actions.filter(({ name }) => makers.includes(name));
    return actions.filter(
      ({ on, answers, name }) =>
        on === null && answers === this.entity && /^(add|create|new|draft|plan)/.test(name) && !without.includes(name),
    );
  }

  #renderTabs() {
    const tabs = this.definition?.tabs;
    if (!tabs) return nothing;
    return html`<nav class="tabs"
      aria-label=${this.words(recordWords).views}>${tabs.map(({ path, title }) => html`<a href=${this.#navigation.value.href(path)} aria-current=${path === this.path ? 'page' : 'false'}>${this.language.of(title)}</a>`)}</nav>`;
  }

  #renderRows(desk: DeskDescription, entity: EntityDescription) {
    const { language } = this;
    const { rows, ready, problem, pending, hasMore } = this.#pages;
    const retry = () => void this.#pages.retry();
    if (!ready) return problem ? failedState(language, problem, retry) : this.#renderSkeleton();
    if (rows.length === 0) return this.#renderEmpty(entity);
    return html`${tableOfRows(this.#table(desk, entity), pending)}
      ${problem ? failedState(language, problem, retry) : nothing}
      ${
        hasMore && !problem
          ? html`<div class="more"><button class="button" type="button" aria-disabled=${pending}
        @click=${() => void this.#pages.more()}>${pending ? this.words(kitWords).loading : this.words(kitWords).loadMore}</button></div>`
          : nothing
      }`;
  }

  #renderSkeleton() {
    return html`<div class="skeleton" role="status">
      <span class="visually-hidden">${this.words(kitWords).loading}</span>
      ${Array.from({ length: SKELETON }, () => html`<span aria-hidden="true"></span>`)}
    </div>`;
  }

  #renderEmpty(entity: EntityDescription) {
    const words = this.words(recordWords);
    const { definition, language } = this;
    const name = definition?.nav?.icon ?? 'table';
    // The first view of a list says by itself that it is empty, where its feature has words for that.
    const isFirst = this.search.size === 0 && definition?.none !== undefined;
    if (isNarrowed(this.#effective) && !isFirst) {
      const clear = () => this.#navigation.value.go(definition?.views ? `${this.path}?all=true` : this.path);
      return emptyState({
        icon: 'search',
        title: words.emptyFiltered,
        action: html`<button class="button" type="button" @click=${clear}>${words.clearFilters}</button>`,
      });
    }
    const [maker] = this.#makers((this.#known.value as Known).desk);
    const title = definition?.none ? language.of(definition.none) : words.empty;
    return emptyState({
      icon: name,
      title,
      ...(maker
        ? {
            action: html`<button class="button" type="button"
              @click=${() => void this.#make(maker, entity)}>${icon('plus', 'small')}${language.of(maker.title)}</button>`,
          }
        : {}),
    });
  }
}

define('desk-admin-record-list', DeskRecordList);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-record-list': DeskRecordList;
  }
}
