/**
 * @module What agents must know of each product, the least complete first (R-PRE-03).
 */
import { html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import '../../desk/lazy.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import '../../kit/combobox.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField } from '../../kit/field.ts';
import { paged, Pages } from '../../kit/pages.ts';
import { emptyState, failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { kitWords } from '../../kit/words.ts';
import { products, productSheets, type ProductItem } from './data.ts';
import { factNames } from './fact-names.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { knowledgeHead } from './tabs.ts';
import { knowledgeWords } from './words.ts';

const PAGE = 50;

/** @summary Product knowledge. */
export class DeskProducts extends DeskElement {
  static override properties = { search: { attribute: false }, product: { state: true } };
  static override styles = [base, controls, states, tables, tabStyle];

  search = new URLSearchParams();
  /** Id of the product that is being written about. */
  product = '';
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #pages = new Pages<ProductItem>(this, {
    key: () => this.#storeId || undefined,
    load: (after) => this.#load(after),
  });

  get #storeId(): string {
    return this.search.get('store') ?? [...(this.#directory.maybe?.stores.keys() ?? [])][0] ?? '';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('search')) this.product = this.search.get('product') ?? '';
  }

  async #load(after: string | null) {
    return paged(
      await this.#client.value.query(products, {
        filter: { storeId: { eq: this.#storeId } },
        first: PAGE,
        after,
      }),
    );
  }

  #find = async (text: string) => {
    if (!text) return [];
    const { sheets } = await this.#client.value.query(productSheets, { storeId: this.#storeId, text, first: 10 });
    return sheets.map(({ product, knowledge }) => ({
      value: product.id,
      label: product.title,
      hint: knowledge ? `${knowledge.completeness} %` : product.id,
    }));
  };

  override render() {
    const words = this.words(knowledgeWords);
    const stores = [...this.#directory.value.stores.values()].map(({ id, name }) => ({ value: id, label: name }));
    return html`<div class="page">
      ${knowledgeHead({ words, active: 'products', navigation: this.#navigation.value })}
      <p class="muted">${words.productsText}</p>
      <div class="filter-bar">
        ${selectField({ id: 'store', label: words.store, value: this.#storeId, choices: stores, onInput: (store) => this.#navigation.value.go(`/knowledge/products?store=${store}`, { replace: true }) })}
        ${
          can(this.#viewer.value, 'article.write')
            ? html`<desk-admin-combobox label=${words.findProduct} .search=${this.#find}
              @desk-change=${({ detail }: CustomEvent<string>) => (this.product = detail)}></desk-admin-combobox>`
            : nothing
        }
      </div>
      <div class="card table">${this.#renderRows()}</div>
      ${
        this.product
          ? html`<desk-admin-lazy .tag=${'desk-admin-product-dialog'} .load=${() => import('./product-dialog.ts')}
            .values=${{ storeId: this.#storeId, productId: this.product }}
            @desk-done=${() => {
              this.product = '';
              toast(this, { kind: 'ok', text: this.words(kitWords).saved });
              void this.#pages.restart();
            }}
            @desk-closed=${() => (this.product = '')}></desk-admin-lazy>`
          : nothing
      }
    </div>`;
  }

  #renderRows() {
    const words = this.words(knowledgeWords);
    const { rows, ready, problem, pending, hasMore } = this.#pages;
    if (!ready)
      return problem
        ? failedState(this.language, problem, () => void this.#pages.retry())
        : pendingState(this.language);
    if (rows.length === 0) return emptyState({ icon: 'bag', title: words.productsEmpty });
    const names = this.words(factNames);
    return html`<table class="stacking" aria-busy=${pending}>
        <caption class="visually-hidden">${words.tabs.products}</caption>
        <thead><tr>${[words.product, words.productCategory, words.completeness, words.missingFacts, words.changed].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (row) => html`<tr>
          <th scope="row" data-label=${words.product}><button class="link" type="button"
            @click=${() => (this.product = row.productId)}>${row.title}</button> <span
            class="muted small">${row.productId} · ${words.version(row.edition)}</span></th>
          <td data-label=${words.productCategory}>${this.language.code('ProductSchema', row.category)}</td>
          <td data-label=${words.completeness}><span
            class="chip ${row.completeness === 100 ? 'ok' : 'warn'}">${row.completeness} %</span></td>
          <td data-label=${words.missingFacts}>${row.missing.length > 0 ? this.language.list(row.missing.map((name) => names[name])) : words.complete}</td>
          <td data-label=${words.changed}><time class="numeric"
            datetime=${row.updatedAt}>${this.language.moment(row.updatedAt)}</time></td>
        </tr>`,
        )}</tbody>
      </table>
      ${hasMore ? html`<div class="more"><button class="button" type="button" aria-disabled=${pending} @click=${() => void this.#pages.more()}>${this.words(kitWords).loadMore}</button></div>` : nothing}`;
  }
}

define('desk-admin-products', DeskProducts);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-products': DeskProducts;
  }
}
