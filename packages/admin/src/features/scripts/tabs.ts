import { html, type TemplateResult } from 'lit';
import type { Navigation } from '../../desk/navigation.ts';
import type { ScriptWords } from './words.ts';

const PATHS = { scripts: '/scripts', macros: '/scripts/macros' } as const;

/** The head of both pages, with the way to the other. */
export function scriptHead(
  words: ScriptWords,
  active: keyof typeof PATHS,
  navigation: Navigation,
  action: TemplateResult | string,
): TemplateResult {
  return html`<div class="page-head"><h1>${words.title}</h1>${action}</div>
    <nav class="tabs" aria-label=${words.tabsLabel}>${(['scripts', 'macros'] as const).map(
      (tab) =>
        html`<a href=${navigation.href(PATHS[tab])}
          aria-current=${tab === active ? 'page' : 'false'}>${words.tabs[tab]}</a>`,
    )}</nav>`;
}
