/**
 * @module The customer's orders, newest first, beside what the shop knows of him.
 */
import type { ShopCustomer, ShopOrder, ShopPage } from '@shopdesk/core';
import { html, type Html } from './html.ts';
import { layout } from './layout.ts';
import { productName } from './names.ts';
import { addressLines, methodText, orderPath, priceText, timeText, type Visitor } from './page.ts';
import { picture } from './pictures.ts';
import { categoryOf } from '../categories.ts';

const SHOWN_ITEMS = 4;

/** The state of an order as a coloured word. */
export const statusBadge = ({ texts }: Visitor, { status, shopStatus }: ShopOrder): Html => {
  const tone = shopStatus.endsWith('requested')
    ? 'warn'
    : status === 'CANCELLED'
      ? 'bad'
      : status === 'DELIVERED'
        ? 'good'
        : 'calm';
  return html`<span class="badge ${tone}">${texts.status[shopStatus] ?? shopStatus}</span>`;
};

function row(visitor: Visitor, order: ShopOrder): Html {
  const { texts, locale } = visitor;
  const names = [...new Set(order.lines.map(({ title }) => productName(locale, title)))].join(
    locale === 'en' ? ', ' : '、',
  );
  return html`
    <li class="order">
      <a href="${orderPath(order.id)}">
        <span class="thumbs">
          ${order.lines.slice(0, SHOWN_ITEMS).map((line) => html`<span class="stage small">${picture({ ...line, category: categoryOf(line.title) })}</span>`)}
          ${order.lines.length > SHOWN_ITEMS && html`<span class="stage small">${texts.more(order.lines.length - SHOWN_ITEMS)}</span>`}
        </span>
        <span class="words"><strong>${texts.order(order.number)}</strong><span class="note">${names}</span><span class="note">${timeText(visitor, order.placedAt)}</span></span>
        <span class="end">${statusBadge(visitor, order)}<span class="price">${priceText(visitor, order.amounts.total)}</span></span>
      </a>
    </li>`;
}

const profile = (visitor: Visitor, { address, paymentMethods }: ShopCustomer): Html => html`
  <aside class="panel">
    <h2>${visitor.texts.address}</h2>
    ${address && html`<address>${addressLines(address).map((line) => html`${line}<br>`)}</address>`}
    <h2>${visitor.texts.paymentMethods}</h2>
    <ul class="plain">${paymentMethods.map((method) => html`<li>${methodText(visitor, method)}</li>`)}</ul>
  </aside>`;

export function ordersPage(
  visitor: Visitor,
  customer: ShopCustomer,
  list: { page: ShopPage<ShopOrder>; first: boolean },
): Html {
  const { texts } = visitor;
  const { items, next } = list.page;
  const body = html`
    <div class="heading"><h1>${texts.myOrders}</h1><p>${customer.name} · ${customer.email}</p></div>
    <div class="columns">
      <div>
        ${
          items.length > 0
            ? html`<ul class="orders">${items.map((order) => row(visitor, order))}</ul>`
            : html`<p class="empty">${texts.noOrders} <a href="/">${texts.startShopping}</a></p>`
        }
        <nav class="pages" aria-label="${texts.pages}">
          ${!list.first && html`<a href="/orders">${texts.newest}</a>`}
          ${next !== undefined && html`<a rel="next" href="/orders?after=${encodeURIComponent(next)}">${texts.older}</a>`}
        </nav>
      </div>
      ${profile(visitor, customer)}
    </div>`;
  return layout(visitor, { title: texts.myOrders, body });
}
