/**
 * @module The frame of every page: head, header, footer, and the desk.
 */
import type { Money } from '@shopdesk/core';
import { colleagueWords } from '../colleague/words.ts';
import { deskTag } from '../embed.ts';
import { html, type Html } from './html.ts';
import type { Visitor } from './page.ts';
import { LOCALES, type Locale } from './texts.ts';

/** What the page shows of a product, told to the desk; the price in whole minor units. */
export interface ShownProduct {
  readonly id: string;
  readonly title: string;
  readonly price: Money;
}

export interface Content {
  readonly title: string;
  readonly body: Html;
  readonly search?: string;
  readonly product?: ShownProduct;
}

const LANGUAGES: Record<Locale, string> = { en: 'English', 'zh-CN': '中文' };

const languageSwitch = ({ locale, texts, here }: Visitor): Html => html`
  <nav class="languages" aria-label="${texts.language}">
    ${LOCALES.map((other) =>
      other === locale
        ? html`<span lang="${other}" aria-current="true">${LANGUAGES[other]}</span>`
        : html`<a lang="${other}" hreflang="${other}" href="/language/${other}?back=${encodeURIComponent(here)}">${LANGUAGES[other]}</a>`,
    )}
  </nav>`;

const account = ({ texts, customer, here }: Visitor): Html =>
  customer
    ? html`
        <a class="account" href="/orders"><span class="initials" aria-hidden="true">${customer.name.charAt(0)}</span><span class="who">${customer.name}</span><span class="what">${texts.myOrders}</span></a>
        <form method="post" action="/sign-out"><button class="quiet">${texts.signOut}</button></form>`
    : html`<a class="button quiet" href="/sign-in?back=${encodeURIComponent(here.startsWith('/sign-in') ? '/' : here)}">${texts.signIn}</a>`;

const header = (visitor: Visitor, search: string): Html => html`
  <header class="top">
    <a class="brand" href="/" aria-label="${visitor.texts.brand}"><svg viewBox="0 0 32 32" aria-hidden="true"><path d="M6 27c8 0 13-3 13-10V9c0-3 2-5 5-5h2l4 3-6 1v9c0 8-5 13-13 13z"/><circle cx="24.500" cy="6.500" r="1" class="eye"/></svg><span>${visitor.texts.brand}</span></a>
    <form class="search" role="search" aria-label="${visitor.texts.searchFor}" action="/">
      <input type="search" name="q" value="${search}" maxlength="100" placeholder="${visitor.texts.searchFor}" aria-label="${visitor.texts.searchFor}">
      <button>${visitor.texts.search}</button>
    </form>
    <div class="side">${languageSwitch(visitor)}${account(visitor)}</div>
  </header>`;

/** Who answers in the chat is said where one can begin to write. */
const colleague = ({ colleagueOnDuty, locale, here }: Visitor): Html | undefined => {
  if (colleagueOnDuty === undefined) return undefined;
  const { page } = colleagueWords(locale);
  return html`<form class="colleague" method="post" action="/colleague">
    <input type="hidden" name="back" value="${here}"><span>${colleagueOnDuty ? page.on : page.off}</span>
    <button class="quiet" name="on" value="${colleagueOnDuty ? 'no' : 'yes'}">${colleagueOnDuty ? page.switchOff : page.switchOn}</button>
  </form>`;
};

/** A whole document. */
export const layout = (visitor: Visitor, { title, body, search = '', product }: Content): Html => html`<!doctype html>
<html lang="${visitor.locale}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} – ${visitor.texts.brand}</title>
  <link rel="icon" href="/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/style.css">
  <script defer src="/shop.js"></script>
  ${deskTag({ ...visitor.desk, locale: visitor.locale })}
</head>
<body data-locale="${visitor.locale}" data-customer="${visitor.customer?.id ?? ''}" data-product="${product ? JSON.stringify(product) : ''}">
  <a class="skip" href="#content">${visitor.texts.skip}</a>
  ${header(visitor, search)}
  <main id="content">${body}</main>
  <footer>${visitor.texts.footer}${colleague(visitor)}</footer>
</body>
</html>
`;
