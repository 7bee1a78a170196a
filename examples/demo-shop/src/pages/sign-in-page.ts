/**
 * @module Signing in: pick one of the shop's customers.
 */
import type { ShopCustomer } from '@shopdesk/core';
import { html, type Html } from './html.ts';
import { layout } from './layout.ts';
import type { Visitor } from './page.ts';

export interface SignInList {
  readonly people: readonly { readonly customer: ShopCustomer; readonly orders: number }[];
  readonly total: number;
  readonly text: string;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly back: string;
}

function pages({ texts }: Visitor, { total, text, page, pageSize, back }: SignInList): Html {
  const path = (number: number) => `/sign-in?${new URLSearchParams({ q: text, back, page: String(number) })}`;
  return html`
    <nav class="pages" aria-label="${texts.pages}">
      ${page > 1 && html`<a rel="prev" href="${path(page - 1)}">${texts.previous}</a>`}
      ${page * pageSize < total && html`<a rel="next" href="${path(page + 1)}">${texts.next}</a>`}
    </nav>`;
}

const person = ({ texts }: Visitor, { customer, orders }: SignInList['people'][number]): Html => html`
  <li>
    <span class="initials" aria-hidden="true">${customer.name.charAt(0)}</span>
    <div><strong>${customer.name}</strong><span class="note">${customer.email}</span><span class="note">${customer.address?.city} · ${texts.orderCount(orders)}</span></div>
    <button name="customer" value="${customer.id}" aria-label="${texts.signInAs(customer.name)}">${texts.signIn}</button>
  </li>`;

export function signInPage(visitor: Visitor, list: SignInList): Html {
  const { texts } = visitor;
  const body = html`
    <div class="heading"><h1>${texts.signInTitle}</h1><p>${texts.signInHint}</p></div>
    <form class="search inline" role="search" aria-label="${texts.findCustomer}" action="/sign-in">
      <input type="hidden" name="back" value="${list.back}">
      <input type="search" name="q" value="${list.text}" maxlength="100" placeholder="${texts.findCustomer}" aria-label="${texts.findCustomer}">
      <button>${texts.search}</button>
    </form>
    ${
      list.people.length > 0
        ? html`<form method="post" action="/sign-in"><input type="hidden" name="back" value="${list.back}"><ul class="people">${list.people.map((entry) => person(visitor, entry))}</ul></form>`
        : html`<p class="empty">${texts.noCustomers}</p>`
    }
    ${pages(visitor, list)}`;
  return layout(visitor, { title: texts.signIn, body });
}
