import { html, type TemplateResult } from 'lit';
import type { Navigation } from '../../desk/navigation.ts';
import type { KnowledgeWords } from './words.ts';

const PATHS = {
  articles: '/knowledge',
  gaps: '/knowledge/gaps',
  products: '/knowledge/products',
  transfer: '/knowledge/transfer',
} as const;
export type KnowledgeTab = keyof typeof PATHS;

/** The head of each page of the knowledge base, with ways to the others. */
export function knowledgeHead(options: {
  words: KnowledgeWords;
  active: KnowledgeTab;
  navigation: Navigation;
  actions?: TemplateResult | string;
}): TemplateResult {
  const { words, active, navigation, actions = '' } = options;
  return html`<div class="page-head"><h1>${words.title}</h1>${actions}</div>
    <nav class="tabs" aria-label=${words.tabsLabel}>${(Object.keys(PATHS) as KnowledgeTab[]).map(
      (tab) =>
        html`<a href=${navigation.href(PATHS[tab])}
          aria-current=${tab === active ? 'page' : 'false'}>${words.tabs[tab]}</a>`,
    )}</nav>`;
}
