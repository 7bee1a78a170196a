import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField, textField } from '../../kit/field.ts';
import { Pages } from '../../kit/pages.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { emptyState, failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { kitWords } from '../../kit/words.ts';
import { addSafeContact, removeSafeContact, safeContacts, type ContactItem } from './data.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { guardHead } from './tabs.ts';
import { guardWords } from './words.ts';

/** @summary Contact data of the shop that may be said to anybody. */
export class DeskContacts extends DeskElement {
  static override properties = { value: { state: true }, note: { state: true }, storeId: { state: true } };
  static override styles = [base, controls, states, tables, tabStyle];

  value = '';
  note = '';
  storeId = '';
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  readonly #pages = new Pages<ContactItem>(this, {
    key: () => 'all',
    load: async (after) => {
      const { nodes, pageInfo } = await this.#client.value.query(safeContacts, { first: 50, after });
      return { rows: nodes, endCursor: pageInfo.endCursor, hasMore: pageInfo.hasNextPage };
    },
  });

  async #add(event: Event): Promise<void> {
    event.preventDefault();
    const added = await this.#act.run(this.#client.value, addSafeContact, {
      value: this.value.trim(),
      note: this.note.trim(),
      storeId: this.storeId || null,
    });
    if (!added) return;
    this.value = '';
    this.note = '';
    toast(this, { kind: 'ok', text: this.words(guardWords).done });
    await this.#pages.restart();
  }

  async #remove(id: string): Promise<void> {
    if (await this.#act.run(this.#client.value, removeSafeContact, { id })) await this.#pages.restart();
  }

  override render() {
    const words = this.words(guardWords);
    return html`<div class="page">
      ${guardHead(words, 'contacts', this.#navigation.value)}
      <p class="muted">${words.contactsText}</p>
      ${can(this.#viewer.value, 'term.manage') ? this.#renderForm() : nothing}
      <div class="card table">${this.#renderRows()}</div>
    </div>`;
  }

  #renderForm() {
    const words = this.words(guardWords);
    const { problem, busy } = this.#act;
    const stores = [...this.#directory.value.stores.values()].map(({ id, name }) => ({ value: id, label: name }));
    return html`<form class="card padded" novalidate @submit=${this.#add}>${problemNotice(problem, this.language)}
      <div class="filter-bar">
        ${textField({ id: 'value', label: words.contact, value: this.value, required: true, maxLength: 300, error: fieldMessage(problem, 'value'), onInput: (value) => (this.value = value) })}
        ${textField({ id: 'note', label: words.note, value: this.note, maxLength: 200, onInput: (note) => (this.note = note) })}
        ${selectField({ id: 'storeId', label: words.store, value: this.storeId, empty: words.allStores, choices: stores, onInput: (storeId) => (this.storeId = storeId) })}
        <button class="button primary" aria-disabled=${busy}>${words.addContact}</button>
      </div></form>`;
  }

  #renderRows() {
    const words = this.words(guardWords);
    const { rows, ready, problem, hasMore, pending } = this.#pages;
    if (!ready)
      return problem
        ? failedState(this.language, problem, () => void this.#pages.retry())
        : pendingState(this.language);
    if (rows.length === 0) return emptyState({ icon: 'phone', title: words.contactsEmpty });
    const manages = can(this.#viewer.value, 'term.manage');
    return html`<table class="stacking">
        <caption class="visually-hidden">${words.tabs.contacts}</caption>
        <thead><tr>${[words.contact, words.note, words.store].map((name) => html`<th scope="col">${name}</th>`)}<th scope="col"><span class="visually-hidden">${words.remove}</span></th></tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (row) => html`<tr>
          <th scope="row" data-label=${words.contact}>${row.value}</th><td data-label=${words.note}>${row.note || '–'}</td>
          <td data-label=${words.store}>${(row.storeId && this.#directory.value.stores.get(row.storeId)?.name) || words.allStores}</td>
          <td>${manages ? html`<button class="button plain tight" type="button" aria-label=${this.words(kitWords).removeNamed(row.value)} @click=${() => void this.#remove(row.id)}>${words.remove}</button>` : nothing}</td>
        </tr>`,
        )}</tbody>
      </table>
      ${hasMore ? html`<div class="more"><button class="button" type="button" aria-disabled=${pending} @click=${() => void this.#pages.more()}>${this.words(kitWords).loadMore}</button></div>` : nothing}`;
  }
}

define('desk-admin-contacts', DeskContacts);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-contacts': DeskContacts;
  }
}
