import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import '../../desk/lazy.ts';
import { loadAll } from '../../desk/load-all.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { languageName } from '../../kit/language.ts';
import { Loader } from '../../kit/loader.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { stores, type StoreItem } from './data.ts';
import { storeWords } from './words.ts';

/** @summary All stores, each with a page of settings. */
export class DeskStores extends DeskElement {
  static override properties = { adding: { state: true } };
  static override styles = [base, controls, states, tables];

  adding = false;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #stores = new Loader(this, {
    args: () => [] as const,
    load: () => loadAll((page) => this.#client.value.query(stores, page)),
  });

  override render() {
    const words = this.words(storeWords);
    return html`<div class="page">
      <div class="page-head">
        <h1>${words.title}</h1>
        ${can(this.#viewer.value, 'store.configure') ? html`<button class="button primary" type="button" @click=${() => (this.adding = true)}>${icon('plus')}${words.add}</button>` : nothing}
      </div>
      <div class="card table">${loaded(this.#stores, this.language, (all) => this.#renderStores(all))}</div>
      ${
        this.adding
          ? html`<desk-admin-lazy .tag=${'desk-admin-store-dialog'} .load=${() => import('./store-dialog.ts')}
            @desk-added=${({ detail }: CustomEvent<StoreItem>) => {
              this.tell('desk-directory-stale');
              this.#navigation.value.go(`/stores/${detail.id}`);
            }}
            @desk-closed=${() => (this.adding = false)}></desk-admin-lazy>`
          : nothing
      }
    </div>`;
  }

  #renderStores(all: readonly StoreItem[]) {
    const words = this.words(storeWords);
    if (all.length === 0) return emptyState({ icon: 'shop', title: words.empty });
    return html`<table class="stacking">
      <caption class="visually-hidden">${words.title}</caption>
      <thead><tr>${[words.name, words.key, words.profile, words.timeZone, words.locale].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${repeat(
        all,
        ({ id }) => id,
        (store) => html`<tr>
        <th scope="row" data-label=${words.name}><a
          href=${this.#navigation.value.href(`/stores/${store.id}`)}>${store.name}</a></th>
        <td data-label=${words.key}><span class="mono">${store.key}</span></td>
        <td data-label=${words.profile}>${this.language.code('StoreProfile', store.profile)}</td>
        <td data-label=${words.timeZone}>${store.timeZone}</td>
        <td data-label=${words.locale}>${languageName(store.locale)}</td>
      </tr>`,
      )}</tbody>
    </table>`;
  }
}

define('desk-admin-stores', DeskStores);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-stores': DeskStores;
  }
}
