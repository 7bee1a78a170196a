/**
 * @module Pages for what went wrong.
 */
import { SHOP_REFUSALS, type ShopError } from '@shopdesk/core';
import { html, type Html } from './html.ts';
import { layout } from './layout.ts';
import type { Visitor } from './page.ts';

export const notFoundPage = (visitor: Visitor): Html =>
  layout(visitor, {
    title: visitor.texts.notFoundTitle,
    body: html`<div class="heading"><h1>${visitor.texts.notFoundTitle}</h1></div><p class="empty">${visitor.texts.notFound} <a href="/">${visitor.texts.home}</a></p>`,
  });

/** Says in the visitor's language why the shop declined. */
export function problemPage(visitor: Visitor, { message, reason }: ShopError, back: string): Html {
  const { texts, locale } = visitor;
  const said = reason ? SHOP_REFUSALS[reason][locale === 'en' ? 'en' : 'zh'] : message;
  const body = html`<div class="heading"><h1>${texts.problemTitle}</h1></div><p class="empty" role="alert">${said} <a href="${back}">${texts.back}</a></p>`;
  return layout(visitor, { title: texts.problemTitle, body });
}
