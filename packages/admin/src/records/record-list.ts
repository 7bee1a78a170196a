/**
 * @module The list of any entity: filters, order and keyset pages from its description, and a way to add where an
 * action makes one.
 */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, navigationContext, Use, viewerContext } from '../desk/contexts.ts';
import '../desk/lazy.ts';
import { featuresContext } from '../desk/panels.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import { DeskElement, define } from '../kit/element.ts';
import { icon } from '../kit/icon.ts';
import { Loader } from '../kit/loader.ts';
import { Pages } from '../kit/pages.ts';
import { emptyState, failedState, loaded, pendingState } from '../kit/states.ts';
import { states } from '../kit/state-style.ts';
import { tables } from '../kit/table-style.ts';
import { kitWords } from '../kit/words.ts';
import {
  describe,
  type ActionDescription,
  type DeskDescription,
  type EntityDescription,
  type FieldDescription,
} from './description.ts';
import { filterBar, filterFrom } from './filter-bar.ts';
import { findRows } from './find-rows.ts';
import { fieldName } from './names.ts';
import { columnsOf, recordList, type RecordRow } from './record-query.ts';
import { rowPath } from './row-path.ts';
import { fieldView, type ViewContext } from './value-view.ts';
import { recordWords } from './words.ts';

const PAGE = 50;
const TYPING_PAUSE_MS = 250;

interface Known {
  readonly desk: DeskDescription;
  readonly entity: EntityDescription | undefined;
}

/** @summary A generic list of rows. */
export class DeskRecordList extends DeskElement {
  static override properties = {
    entity: {},
    path: {},
    search: { attribute: false },
    columns: { attribute: false },
    action: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      ::slotted(h1) {
        flex: 1;
      }
    `,
  ];

  /** Name of the entity. */
  entity = '';
  /** Path of the page, to which filters are written. */
  path = '';
  search = new URLSearchParams();
  /** Names of the fields to show; absent: chosen from the description. */
  columns: readonly string[] | undefined;
  action: ActionDescription | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #features = new Use(this, featuresContext);
  readonly #known = new Loader(this, {
    args: () => (this.entity ? ([this.entity] as const) : undefined),
    load: async ([name]): Promise<Known> => {
      const desk = await describe(this.#client.value, this.#viewer.value.id);
      return { desk, entity: desk.entities.find((entity) => entity.name === name && entity.list) };
    },
  });
  readonly #pages = new Pages<RecordRow>(this, {
    key: () => (this.#known.value?.entity?.name === this.entity ? `${this.entity}?${this.search}` : undefined),
    load: (after) => this.#load(after),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  /** Loads the first page again. */
  refresh(): void {
    void this.#pages.restart();
  }

  #shown(entity: EntityDescription): FieldDescription[] {
    const named = this.columns?.flatMap((name) => entity.fields.filter((field) => field.name === name));
    return named ?? columnsOf(entity);
  }

  async #load(after: string | null) {
    const { desk, entity } = this.#known.value as Known;
    if (!entity) return { rows: [], endCursor: null, hasMore: false };
    const order = entity.list?.orders.find(({ name }) => name === this.search.get('order'));
    const { nodes, pageInfo } = await this.#client.value.query(recordList(entity, this.#shown(entity), desk), {
      filter: filterFrom(this.search, entity, desk),
      first: PAGE,
      after,
      ...(order ? { orderBy: order.name } : {}),
    });
    return { rows: nodes, endCursor: pageInfo.endCursor, hasMore: pageInfo.hasNextPage };
  }

  #set(name: string, value: string): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      const search = new URLSearchParams(this.search);
      if (value) search.set(name, value);
      else search.delete(name);
      this.#navigation.value.go(search.size > 0 ? `${this.path}?${search}` : this.path, { replace: true });
    }, TYPING_PAUSE_MS);
  }

  override render() {
    return html`<div class="page">${loaded(this.#known, this.language, ({ desk, entity }) => (entity ? this.#renderList(desk, entity) : emptyState({ icon: 'lock', title: this.words(recordWords).missing })))}</div>`;
  }

  #renderList(desk: DeskDescription, entity: EntityDescription) {
    const { language, search } = this;
    const makers = desk.actions.filter(
      ({ on, answers, name }) => on === null && answers === entity.name && /^(add|create|new)/.test(name),
    );
    const client = this.#client.value;
    return html`<div class="page-head">
        <slot name="head"><h1>${language.of(entity.title)}</h1></slot>
        ${makers.map((action) => html`<button class="button primary" type="button" @click=${() => (this.action = action)}>${icon('plus')}${language.of(action.title)}</button>`)}
      </div>
      ${filterBar({ entity, desk, search, language, change: (name, value) => this.#set(name, value), find: (target, text) => findRows(client, desk, target, text) })}
      <div class="card table">${this.#renderRows(desk, entity)}</div>
      ${this.action ? this.#renderAction(desk, entity, this.action) : nothing}`;
  }

  #renderAction(desk: DeskDescription, entity: EntityDescription, action: ActionDescription) {
    return html`<desk-admin-lazy .tag=${'desk-admin-action-dialog'} .load=${() => import('./action-dialog.ts')} .values=${{ action, desk, entity }}
      @desk-done=${() => {
        this.action = undefined;
        this.refresh();
      }}
      @desk-closed=${() => (this.action = undefined)}></desk-admin-lazy>`;
  }

  #renderRows(desk: DeskDescription, entity: EntityDescription) {
    const { language } = this;
    const { rows, ready, problem, pending, hasMore } = this.#pages;
    const retry = () => void this.#pages.retry();
    if (!ready) return problem ? failedState(language, problem, retry) : pendingState(language);
    if (rows.length === 0)
      return emptyState({
        icon: 'table',
        title: this.search.size > 0 ? this.words(recordWords).emptyFiltered : this.words(recordWords).empty,
      });
    const fields = this.#shown(entity);
    const hrefOf = (name: string, id: string) => this.#hrefOf(name, id);
    const context: ViewContext = { language, desk, hrefOf };
    return html`<table class="stacking" aria-busy=${pending}>
        <caption class="visually-hidden">${language.of(entity.title)}</caption>
        <thead><tr>${fields.map((field) => html`<th scope="col">${fieldName(field, language)}</th>`)}</tr></thead>
        <tbody>${repeat(
          rows,
          (row) => row.id,
          (row) => html`<tr>${fields.map((field, index) => this.#renderCell(field, row, entity, context, index))}</tr>`,
        )}</tbody>
      </table>
      ${problem ? failedState(language, problem, retry) : nothing}
      ${hasMore && !problem ? html`<div class="more"><button class="button" type="button" aria-disabled=${pending} @click=${() => void this.#pages.more()}>${pending ? this.words(kitWords).loading : this.words(kitWords).loadMore}</button></div>` : nothing}`;
  }

  #renderCell(field: FieldDescription, row: RecordRow, entity: EntityDescription, context: ViewContext, index: number) {
    const label = fieldName(field, this.language);
    if (index > 0) return html`<td data-label=${label}><span>${fieldView(field, row, context)}</span></td>`;
    const href = this.#hrefOf(entity.name, row.id);
    return html`<th scope="row" data-label=${label}><a href=${href}>${row[field.name] && field.name !== 'id' ? fieldView(field, row, { ...context, hrefOf: () => undefined }) : row.id.slice(-8)}</a></th>`;
  }

  #hrefOf(entity: string, id: string): string {
    return this.#navigation.value.href(rowPath(this.#features.maybe ?? [], entity, id));
  }
}

define('desk-admin-record-list', DeskRecordList);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-record-list': DeskRecordList;
  }
}
