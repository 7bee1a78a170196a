/**
 * @module The audit trail: filtered by person, action, entity and time, newest first, each entry with what it changed.
 */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import '../../kit/combobox.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField, textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { paged, Pages } from '../../kit/pages.ts';
import { emptyState, failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { kitWords } from '../../kit/words.ts';
import { describe } from '../../records/description.ts';
import { auditEvents, auditFilter, type AuditItem } from './data.ts';
import {
  actionTitle,
  actorName,
  changesOf,
  entityTitle,
  entryStyle,
  roleNames,
  transition,
  type EntryContext,
} from './entry.ts';
import { auditWords } from './words.ts';

const PAGE = 50;
const COLUMNS = 5;

export class DeskAudit extends DeskElement {
  static override properties = { search: { attribute: false }, open: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    entryStyle,
    css`
      .toggle {
        display: inline-flex;
        align-items: center;
        gap: 0.375rem;
        padding: 0.125rem 0;
        border: 0;
        background: none;
        font-weight: 550;
        text-align: start;
        cursor: pointer;
      }
      .toggle svg {
        transition: rotate var(--quick);
      }
      .toggle[aria-expanded='true'] svg {
        rotate: 90deg;
      }
      .detail:hover {
        background: none;
      }
    `,
  ];

  search = new URLSearchParams();
  /** Id of the entry whose details are shown. */
  open = '';
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #desk = new Loader(this, {
    args: () => [] as const,
    load: () => describe(this.#client.value, this.#viewer.value.id),
  });
  readonly #pages = new Pages<AuditItem>(this, {
    key: () => this.search.toString(),
    load: (after) => this.#load(after),
  });

  async #load(after: string | null) {
    return paged(
      await this.#client.value.query(auditEvents, {
        filter: auditFilter(this.search),
        first: PAGE,
        after,
      }),
    );
  }

  #set(name: string, value: string): void {
    const search = new URLSearchParams(this.search);
    if (value) search.set(name, value);
    else search.delete(name);
    this.#navigation.value.go(search.size > 0 ? `/audit?${search}` : '/audit', { replace: true });
  }

  get #context(): EntryContext {
    return { language: this.language, directory: this.#directory.value, desk: this.#desk.value };
  }

  override render() {
    const words = this.words(auditWords);
    return html`<div class="page">
      <div class="page-head"><h1>${words.title}</h1></div>
      <p class="muted">${words.text}</p>
      ${this.#renderFilters()}
      <div class="card table">${this.#renderEntries()}</div>
    </div>`;
  }

  #renderFilters() {
    const words = this.words(auditWords);
    const context = this.#context;
    const { entities: entityTitles = {}, actions: actionTitles = {} } = this.#desk.value?.titles ?? {};
    const byLabel = (a: { label: string }, b: { label: string }) =>
      a.label.localeCompare(b.label, this.language.locale);
    const entities = Object.keys(entityTitles)
      .map((name) => ({ value: name, label: entityTitle(name, context) }))
      .sort(byLabel);
    const actions = Object.keys(actionTitles)
      .map((name) => ({ value: name, label: actionTitle(name, context) }))
      .sort(byLabel);
    const people = [...this.#directory.value.colleagues.values()].map(({ id, name, agentNo }) => ({
      value: `staff:${id}`,
      label: `${name} (${agentNo})`,
    }));
    const value = (name: string) => this.search.get(name) ?? '';
    const by = [
      { value: '', label: words.byPeople },
      { value: 'all', label: words.byAll },
    ];
    return html`<div class="filter-bar" role="search" aria-label=${words.title}>
      <desk-admin-combobox label=${words.actor} .options=${[{ value: '', label: words.anybody }, ...people]}
        .value=${value('actor')} .shown=${value('actor') ? '' : words.anybody} @desk-change=${({ detail }: CustomEvent<string>) => this.#set('actor', detail)}></desk-admin-combobox>
      ${value('actor') || value('id') ? nothing : selectField({ id: 'by', label: words.by, value: value('by'), choices: by, onInput: (one) => this.#set('by', one) })}
      ${selectField({ id: 'entity', label: words.entity, value: value('entity'), empty: words.anyEntity, choices: entities, onInput: (name) => this.#set('entity', name) })}
      ${selectField({ id: 'action', label: words.action, value: value('action'), empty: words.anyAction, choices: actions, onInput: (name) => this.#set('action', name) })}
      ${textField({ id: 'from', type: 'date', label: words.from, value: value('from'), onInput: (day) => this.#set('from', day) })}
      ${textField({ id: 'to', type: 'date', label: words.to, value: value('to'), onInput: (day) => this.#set('to', day) })}
      ${value('id') ? textField({ id: 'row', label: words.entryId, value: value('id'), onInput: (id) => this.#set('id', id) }) : nothing}
    </div>`;
  }

  #renderEntries() {
    const words = this.words(auditWords);
    const { rows, ready, problem, pending, hasMore } = this.#pages;
    const retry = () => void this.#pages.retry();
    if (!ready) return problem ? failedState(this.language, problem, retry) : pendingState(this.language);
    if (rows.length === 0)
      return emptyState({ icon: 'scroll', title: this.search.size > 0 ? words.emptyFiltered : words.empty });
    return html`<table class="stacking" aria-busy=${pending}>
        <caption class="visually-hidden">${words.title}</caption>
        <thead><tr>${[words.event, words.role, words.entity, words.change, words.when].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (item) => this.#renderEntry(item),
        )}</tbody>
      </table>
      ${problem ? failedState(this.language, problem, retry) : nothing}
      ${hasMore && !problem ? html`<div class="more"><button class="button" type="button" aria-disabled=${pending} @click=${() => void this.#pages.more()}>${this.words(kitWords).loadMore}</button></div>` : nothing}`;
  }

  #renderEntry(item: AuditItem) {
    const { language } = this;
    const words = this.words(auditWords);
    const context = this.#context;
    const open = this.open === item.id;
    const action = actionTitle(item.action, context);
    const who = actorName(item, context);
    return html`<tr>
        <th scope="row" data-label=${words.event}><button class="toggle" type="button" aria-expanded=${open}
          aria-controls="detail-${item.id}" aria-label=${words.details(words.did(who, action))} @click=${() => (this.open = open ? '' : item.id)}>${icon('right', 'small')}<span>${words.did(who, action)}</span></button></th>
        <td data-label=${words.role}>${roleNames(item.role, language)}</td>
        <td data-label=${words.entity}><span>${entityTitle(item.entity, context)}</span></td>
        <td data-label=${words.change}><span>${transition(item, context)}</span></td>
        <td data-label=${words.when}><time class="numeric" datetime=${item.at}
          title=${language.exact(item.at)}>${language.moment(item.at)}</time></td>
      </tr>
      ${open ? html`<tr class="detail" id="detail-${item.id}"><td colspan=${COLUMNS}>${this.#renderDetail(item)}</td></tr>` : nothing}`;
  }

  #renderDetail(item: AuditItem) {
    const words = this.words(auditWords);
    return html`<div class="stack">
      ${item.reason ? html`<p><span class="muted">${words.reason}:</span> <q>${item.reason}</q></p>` : nothing} ${changesOf(item, this.#context)}
      <p class="muted small">${this.language.exact(item.at)} · ${item.chainSeq === null ? words.unsealed : words.sealed(item.chainSeq)} · <span class="mono">${item.entityId}</span></p>
    </div>`;
  }
}

define('desk-admin-audit', DeskAudit);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-audit': DeskAudit;
  }
}
