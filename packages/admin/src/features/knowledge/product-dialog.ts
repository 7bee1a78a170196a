import type { ProductFactName } from '@shopdesk/core';
import { css, html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, selectField } from '../../kit/field.ts';
import { Loader } from '../../kit/loader.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { productSchemas, productSheets, setProductKnowledge, type ProductFact, type ProductItem } from './data.ts';
import { factNames } from './fact-names.ts';
import { knowledgeWords } from './words.ts';

/**
 * @summary The facts of one product, both languages side by side.
 * @event desk-done - They are saved.
 */
export class DeskProductDialog extends DeskElement {
  static override properties = { storeId: {}, productId: {}, category: { state: true }, texts: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      fieldset {
        display: grid;
        gap: 0.25rem;
      }
    `,
  ];

  storeId = '';
  productId = '';
  category: ProductItem['category'] | undefined;
  texts: Partial<Record<ProductFactName, ProductFact['text']>> = {};
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);
  readonly #sheet = new Loader(this, {
    args: () => (this.storeId && this.productId ? ([this.storeId, this.productId] as const) : undefined),
    load: async ([storeId, text]) => {
      const client = this.#client.value;
      const [{ sheets }, { schemas }] = await Promise.all([
        client.query(productSheets, { storeId, text, first: 10 }),
        client.query(productSchemas, {}),
      ]);
      const sheet = sheets.find(({ product }) => product.id === text) ?? sheets[0];
      return sheet ? { ...sheet, schemas } : null;
    },
  });

  get #category(): ProductItem['category'] {
    return this.category ?? this.#sheet.value?.knowledge?.category ?? 'GENERAL';
  }

  #text(name: ProductFactName): ProductFact['text'] {
    return (
      this.texts[name] ??
      this.#sheet.value?.knowledge?.facts.find((fact) => fact.name === name)?.text ?? { zh: '', en: '' }
    );
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const facts = (Object.keys(factNames.en) as ProductFactName[])
      .map((name) => ({ name, text: this.#text(name) }))
      .filter(({ text }) => text.zh.trim() || text.en.trim());
    const saved = await this.#act.run(this.#client.value, setProductKnowledge, {
      storeId: this.storeId,
      productId: this.#sheet.value?.product.id ?? this.productId,
      category: this.#category,
      facts,
    });
    if (saved) this.tell('desk-done');
  }

  override render() {
    const words = this.words(knowledgeWords);
    const { problem, busy } = this.#act;
    return html`<desk-admin-dialog open wide heading=${this.#sheet.value?.product.title ?? words.product}
      ?dirty=${Object.keys(this.texts).length > 0}>
      ${loaded(this.#sheet, this.language, (sheet) => (sheet ? html`<form id="form" class="stack" novalidate @submit=${this.#submit}>${problemNotice(problem, this.language)}${this.#renderFields()}</form>` : html`<p>${words.emptyFiltered}</p>`))}
      <button slot="actions" class="button primary" form="form"
        aria-disabled=${busy || !this.#sheet.value}>${words.saveFacts}</button>
    </desk-admin-dialog>`;
  }

  #renderFields() {
    const words = this.words(knowledgeWords);
    const names = this.words(factNames);
    const mandatory = this.#sheet.value?.schemas.find(({ category }) => category === this.#category)?.mandatory ?? [];
    const all = (Object.keys(names) as ProductFactName[]).sort(
      (a, b) => Number(mandatory.includes(b)) - Number(mandatory.includes(a)),
    );
    const choices = this.language.choices<ProductItem['category']>('ProductSchema');
    return html`${selectField({ id: 'category', label: words.productCategory, value: this.#category, choices, onInput: (category) => (this.category = category || 'GENERAL') })}
      ${all.map(
        (
          name,
        ) => html`<fieldset><legend>${names[name]}${mandatory.includes(name) ? html` <span class="chip info">${words.mandatory}</span>` : ''}</legend>
        <div class="two">${(['zh', 'en'] as const).map((key) =>
          areaField({
            id: `${name}-${key}`,
            label: this.language.code('TextLanguage', key),
            value: this.#text(name)[key],
            rows: 2,
            maxLength: 1000,
            onInput: (text) => (this.texts = { ...this.texts, [name]: { ...this.#text(name), [key]: text } }),
          }),
        )}</div></fieldset>`,
      )}`;
  }
}

define('desk-admin-product-dialog', DeskProductDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-product-dialog': DeskProductDialog;
  }
}
