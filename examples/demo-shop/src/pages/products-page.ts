/**
 * @module The list of products with shelves, search and pages.
 */
import { compareMoney, type ShopProduct } from '@shopdesk/core';
import { CATEGORIES, type Category } from '../categories.ts';
import { html, type Html } from './html.ts';
import { layout } from './layout.ts';
import { productName } from './names.ts';
import { priceText, productPath, type Visitor } from './page.ts';
import { picture } from './pictures.ts';

const PAGE_SIZE = 12;

export interface ProductList {
  readonly products: readonly ShopProduct[];
  readonly text: string;
  readonly category: Category | undefined;
  /** From 1. */
  readonly page: number;
}

function listPath({ text, category }: Pick<ProductList, 'text' | 'category'>, page = 1): string {
  const query = new URLSearchParams();
  if (text) query.set('q', text);
  if (category) query.set('category', category);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `/?${query}` : '/';
}

function card(visitor: Visitor, product: ShopProduct): Html {
  const { locale, texts } = visitor;
  const offered = product.variants.filter(({ available }) => available);
  const [cheapest] = (offered.length > 0 ? offered : product.variants).toSorted((a, b) =>
    compareMoney(a.price, b.price),
  );
  return html`
    <li class="card">
      <a href="${productPath(product.id)}">
        <span class="stage">${picture({ ...product, options: cheapest?.options })}</span>
        <strong>${productName(locale, product.title)}</strong>
        <span class="price">${cheapest ? texts.from(priceText(visitor, cheapest.price)) : ''}</span>
        <span class="note">${offered.length > 0 ? texts.variants(offered.length) : texts.soldOut}</span>
      </a>
    </li>`;
}

const shelves = ({ texts }: Visitor, { text, category }: ProductList): Html => html`
  <nav class="shelves" aria-label="${texts.all}">
    ${[undefined, ...CATEGORIES.filter((shelf) => shelf !== 'other')].map(
      (shelf) =>
        html`<a href="${listPath({ text, category: shelf })}" ${shelf === category ? html`aria-current="page"` : ''}>${shelf ? texts.categories[shelf] : texts.all}</a>`,
    )}
  </nav>`;

function pages({ texts }: Visitor, list: ProductList): Html {
  const last = Math.ceil(list.products.length / PAGE_SIZE);
  if (last <= 1) return html``;
  const numbers = Array.from({ length: last }, (_none, index) => index + 1);
  return html`
    <nav class="pages" aria-label="${texts.pages}">
      ${list.page > 1 && html`<a rel="prev" href="${listPath(list, list.page - 1)}">${texts.previous}</a>`}
      ${numbers.map((number) => html`<a href="${listPath(list, number)}" ${number === list.page ? html`aria-current="page"` : ''}>${number}</a>`)}
      ${list.page < last && html`<a rel="next" href="${listPath(list, list.page + 1)}">${texts.next}</a>`}
    </nav>`;
}

export function productsPage(visitor: Visitor, list: ProductList): Html {
  const { texts } = visitor;
  const shown = list.products.slice((list.page - 1) * PAGE_SIZE, list.page * PAGE_SIZE);
  const title = list.text || (list.category ? texts.categories[list.category] : texts.allProducts);
  const body = html`
    ${shelves(visitor, list)}
    <div class="heading"><h1>${title}</h1><p>${texts.products(list.products.length)}</p></div>
    ${
      shown.length > 0
        ? html`<ul class="grid">${shown.map((product) => card(visitor, product))}</ul>`
        : html`<p class="empty">${texts.nothingFound} <a href="/">${texts.showAll}</a></p>`
    }
    ${pages(visitor, list)}`;
  return layout(visitor, { title, body, search: list.text });
}
