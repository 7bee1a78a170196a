import { html, type TemplateResult } from 'lit';
import type { Navigation } from '../../desk/navigation.ts';
import type { GuardWords } from './words.ts';

const PATHS = { terms: '/guard', contacts: '/guard/contacts', transfer: '/guard/transfer' } as const;

export function guardHead(
  words: GuardWords,
  active: keyof typeof PATHS,
  navigation: Navigation,
  action: TemplateResult | string = '',
): TemplateResult {
  return html`<div class="page-head"><h1>${words.title}</h1>${action}</div>
    <nav class="tabs" aria-label=${words.tabsLabel}>${(['terms', 'contacts', 'transfer'] as const).map(
      (tab) =>
        html`<a href=${navigation.href(PATHS[tab])} aria-current=${tab === active ? 'page' : 'false'}>${words.tabs[tab]}</a>`,
    )}</nav>`;
}
