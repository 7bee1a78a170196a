/**
 * @module One product: choose a variant by its options, buy it.
 */
import type { ShopOption, ShopProduct, ShopVariant } from '@shopdesk/core';
import { isCategory } from '../categories.ts';
import { html, type Html } from './html.ts';
import { layout } from './layout.ts';
import { optionLine, optionName, productName } from './names.ts';
import { addressLines, methodText, priceText, productPath, type Visitor } from './page.ts';
import { picture } from './pictures.ts';

export interface ShownVariant {
  readonly product: ShopProduct;
  readonly variant: ShopVariant;
  /** Makes a double click on "buy" one order. */
  readonly purchaseKey: string;
}

const valueOf = ({ options }: ShopVariant, name: string): string | undefined =>
  options.find((option) => option.name === name)?.value;

/** The variant one gets by choosing one option: one that can be bought if there is any, most like the present one. */
function chosen({ variants }: ShopProduct, present: ShopVariant, choice: ShopOption): ShopVariant | undefined {
  const likeness = (variant: ShopVariant) =>
    variant.options.filter(({ name, value }) => valueOf(present, name) === value).length +
    (variant.available ? 100 : 0);
  return variants
    .filter((variant) => valueOf(variant, choice.name) === choice.value)
    .toSorted((a, b) => likeness(b) - likeness(a))[0];
}

function choices(visitor: Visitor, { product, variant }: ShownVariant): Html[] {
  const names = variant.options.map(({ name }) => name);
  return names.map((name) => {
    const values = [...new Set(product.variants.map((other) => valueOf(other, name) ?? ''))].filter(Boolean);
    const pills = values.map((value) => {
      const label = optionName(visitor.locale, { name, value }).value;
      const target = chosen(product, variant, { name, value });
      if (value === valueOf(variant, name)) return html`<span class="pill" aria-current="true">${label}</span>`;
      return html`<a class="pill ${target?.available ? '' : 'gone'}" href="${productPath(product.id, target?.id)}">${label}</a>`;
    });
    return html`<div class="choice"><h2>${optionName(visitor.locale, { name, value: '' }).name}</h2><div class="pills">${pills}</div></div>`;
  });
}

function buyBox(visitor: Visitor, { variant, purchaseKey }: ShownVariant): Html {
  const { texts, customer, here } = visitor;
  if (!customer)
    return html`<a class="button wide" href="/sign-in?back=${encodeURIComponent(here)}">${texts.signInToBuy}</a>`;
  return html`
    <form class="buy" method="post" action="/buy">
      <input type="hidden" name="variant" value="${variant.id}">
      <input type="hidden" name="key" value="${purchaseKey}">
      <label>${texts.quantity} <select name="quantity">${[1, 2, 3, 4, 5].map((n) => html`<option>${n}</option>`)}</select></label>
      <label>${texts.payWith}
        <select name="method">${customer.paymentMethods.map((method) => html`<option value="${method.id}">${methodText(visitor, method)}</option>`)}</select>
      </label>
      ${customer.address && html`<p class="note">${texts.deliverTo}: ${addressLines(customer.address).join(', ')}</p>`}
      <button class="wide" ${variant.available ? '' : html`disabled`}>${variant.available ? texts.buy : texts.unavailable}</button>
    </form>`;
}

const variantTable = (visitor: Visitor, { product, variant }: ShownVariant): Html => html`
  <details class="variants">
    <summary>${visitor.texts.allVariants} (${product.variants.length})</summary>
    <table>
      ${product.variants.map(
        (other) => html`
          <tr ${other.id === variant.id ? html`aria-current="true"` : ''}>
            <td><a href="${productPath(product.id, other.id)}">${optionLine(visitor.locale, other.options)}</a></td>
            <td class="price">${priceText(visitor, other.price)}</td>
            <td class="note">${other.available ? visitor.texts.available : visitor.texts.unavailable}</td>
          </tr>`,
      )}
    </table>
  </details>`;

export function productPage(visitor: Visitor, shown: ShownVariant): Html {
  const { texts, locale } = visitor;
  const { product, variant } = shown;
  const title = productName(locale, product.title);
  const category = product.category ?? 'other';
  const body = html`
    <nav class="trail"><a href="/">${texts.all}</a>${isCategory(category) && html` › <a href="/?category=${category}">${texts.categories[category]}</a>`}</nav>
    <div class="product">
      <div class="stage large">${picture({ ...product, options: variant.options })}</div>
      <div class="facts">
        <h1>${title}</h1>
        <p class="offer"><span class="price">${priceText(visitor, variant.price)}</span>
          <span class="badge ${variant.available ? 'good' : 'bad'}">${variant.available ? texts.available : texts.unavailable}</span></p>
        ${choices(visitor, shown)}
        ${buyBox(visitor, shown)}
        <button class="quiet" type="button" data-desk-open hidden>${texts.ask}</button>
      </div>
    </div>
    ${variantTable(visitor, shown)}`;
  return layout(visitor, {
    title,
    body,
    product: { id: product.id, title, price: variant.price },
  });
}
