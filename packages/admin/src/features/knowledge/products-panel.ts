/**
 * @module Product data beside a conversation (R-PRE-02): looked up by name, number, link or the page that the shopper
 * has open; each fact goes into the reply with the version that it is from.
 */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, navigationContext, Use } from '../../desk/contexts.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { productSheets, type ProductFact, type Sheet } from './data.ts';
import { factNames } from './fact-names.ts';
import { panelWords } from './panel-words.ts';

const PAUSE_MS = 250;

/**
 * @summary Product data to be put into a reply.
 * @event {{ text: string }} desk-insert - The text belongs into the reply.
 */
export class DeskProductsPanel extends DeskElement {
  static override properties = { subject: { attribute: false }, text: { state: true }, asked: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }
      details {
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      summary {
        padding: 0.4375rem 0.625rem;
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      summary:hover {
        background: var(--hover);
      }
      ul {
        display: grid;
        margin: 0;
        padding: 0 0.375rem 0.375rem;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.25rem;
        align-items: center;
        padding: 0.125rem 0.25rem;
      }
      .more {
        padding: 0 0.625rem 0.375rem;
      }
      li p {
        overflow-wrap: anywhere;
      }
      .found {
        display: grid;
        gap: 0.375rem;
        min-block-size: 1.5rem;
      }
    `,
  ];

  declare subject: ConversationItem;
  /** What is typed; undefined: nothing yet, then the shopper's page is looked up. */
  text: string | undefined;
  asked: string | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #found = new Loader(this, {
    args: () => {
      const wanted = this.asked?.trim() || this.subject?.pageUrl;
      return this.subject && wanted ? ([this.subject.storeId, wanted] as const) : undefined;
    },
    load: async ([storeId, text]) =>
      (await this.#client.value.query(productSheets, { storeId, text, first: 5 })).sheets,
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  #type(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.text = text;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => (this.asked = text), PAUSE_MS);
  }

  #insert(text: string, edition?: number): void {
    this.tell('desk-insert', {
      text: `${text}${edition === undefined ? '' : this.#inTheirs((words) => words.cited(edition))}`,
    });
  }

  /** What the customer reads is in his language, not in the reader's. */
  #inTheirs<T>(pick: (words: (typeof panelWords)['en']) => T): T {
    return pick(this.subject.locale === 'en' ? panelWords.en : panelWords.zh);
  }

  override render() {
    const words = this.words(panelWords);
    const { value, problem, pending } = this.#found;
    return html`<input type="search" aria-label=${words.searchProducts} placeholder=${words.searchProducts}
      maxlength="2000" autocomplete="off" .value=${this.text ?? ''} @input=${this.#type} />
      <div class="found" role="status" aria-busy=${pending}>
        ${problem ? html`<p class="muted">${problem.code === 'NOT_FOUND' ? words.noProducts : words.noShop}</p>` : nothing}
        ${!problem && !value && pending ? html`<p class="muted">${words.searching}</p>` : nothing}
        ${value && value.length === 0 && this.asked?.trim() ? html`<p class="muted">${words.noProducts}</p>` : nothing}
        ${value && value.length > 0 && !this.asked?.trim() ? html`<p class="muted small">${words.currentPage}</p>` : nothing}
        ${repeat(
          value ?? [],
          ({ product }) => product.id,
          (sheet, index) => this.#renderSheet(sheet, index === 0),
        )}
      </div>`;
  }

  #renderSheet({ product, knowledge }: Sheet, open: boolean) {
    const words = this.words(panelWords);
    const prices = [...new Set(product.variants.map(({ price }) => this.language.money(price)))];
    const stocks = product.variants.map(
      (variant) =>
        `${variant.title}: ${variant.stock === null ? (variant.available ? words.available : words.soldOut) : words.stock(variant.stock)}`,
    );
    return html`<details ?open=${open}>
      <summary><b>${product.title}</b> <span class="muted small">${product.id}</span></summary>
      <ul>
        ${prices.length > 0 ? this.#renderFact(words.price, prices.join(' / '), `${product.title} ${prices.join(' / ')}`) : nothing}
        ${stocks.length > 0 ? this.#renderFact(words.variants, stocks.slice(0, 8).join(' · '), stocks.slice(0, 8).join('\n')) : nothing}
        ${(knowledge?.facts ?? []).map((fact) => this.#renderKnown(product.title, fact, knowledge?.edition))}
      </ul>
      <p class="muted small more">
        ${knowledge ? (knowledge.missing.length > 0 ? `${words.missing}: ${this.language.list(knowledge.missing.map((name) => this.words(factNames)[name]))}. ` : nothing) : `${words.noFacts} `}
        <a href=${this.#navigation.value.href(`/knowledge/products?store=${this.subject.storeId}&product=${encodeURIComponent(product.id)}`)}>${words.edit}</a>
      </p>
    </details>`;
  }

  #renderKnown(product: string, { name, text }: ProductFact, edition: number | undefined) {
    const label = this.words(factNames)[name];
    const theirs = this.subject.locale === 'en' ? text.en || text.zh : text.zh || text.en;
    const named =
      this.subject.locale === 'en'
        ? `${product} – ${factNames.en[name]}: ${theirs}`
        : `${product} ${factNames.zh[name]}:${theirs}`;
    return this.#renderFact(label, this.language.of(text), named, edition);
  }

  #renderFact(label: string, shown: string, said: string, edition?: number) {
    const words = this.words(panelWords);
    return html`<li><p><span class="muted small">${label}</span><br />${shown}</p>
      <button class="button plain icon-only tight" type="button" aria-label=${words.insertNamed(label)}
        title=${words.insert} @click=${() => this.#insert(said, edition)}>${icon('plus', 'small')}</button></li>`;
  }
}

define('desk-admin-products-panel', DeskProductsPanel);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-products-panel': DeskProductsPanel;
  }
}
