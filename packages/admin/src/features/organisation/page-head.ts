import { html, nothing, type TemplateResult } from 'lit';
import type { Navigation } from '../../desk/navigation.ts';
import type { Language } from '../../kit/language.ts';
import { organisationTabs } from './tabs.ts';
import { organisationWords } from './words.ts';

/** Title and tabs of the pages about the organisation. */
export function organisationHead(path: string, navigation: Navigation, language: Language): TemplateResult {
  const { title } = language.words(organisationWords);
  return html`<div class="page-head"><h1>${title}</h1></div>
    <nav class="tabs" aria-label=${title}>${organisationTabs.map(
      (tab) => html`<a href=${navigation.href(tab.path)}
        aria-current=${tab.path === path ? 'page' : nothing}>${language.of(tab.title)}</a>`,
    )}</nav>`;
}
