/** @module A link that was just made, as whoever made it hands it over. */
import { html, type TemplateResult } from 'lit';
import type { Navigation } from '../../desk/navigation.ts';
import '../../kit/copy.ts';
import type { Language } from '../../kit/language.ts';
import type { MadeLink } from './data.ts';
import { staffWords } from './words.ts';

/** The address at which the panel takes the link. */
export const addressOf = ({ token }: MadeLink, navigation: Navigation): string =>
  new URL(navigation.href(`/join/${token}`), location.href).href;

export function madeLink(link: MadeLink, navigation: Navigation, language: Language): TemplateResult {
  const words = language.words(staffWords);
  return html`<div class="stack">
    <p>${words.linkText(link.name)}</p>
    <desk-admin-copy .text=${addressOf(link, navigation)} label=${words.linkLabel}></desk-admin-copy>
    <p class="muted">${words.linkUntil(language.moment(link.expiresAt))}</p>
  </div>`;
}
