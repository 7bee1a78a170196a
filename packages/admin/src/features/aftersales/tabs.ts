import { html, nothing, type TemplateResult } from 'lit';
import type { Navigation } from '../../desk/navigation.ts';
import type { Language } from '../../kit/language.ts';
import { caseWords } from './words.ts';

const PATHS = { board: '/cases', list: '/case-list' } as const;
type Tab = keyof typeof PATHS;

/** Board and list, each with an address of its own. */
export const caseTabs = (current: Tab, options: { language: Language; navigation: Navigation }): TemplateResult => {
  const { language, navigation } = options;
  const words = language.words(caseWords);
  const tabs: Tab[] = ['board', 'list'];
  return html`<nav class="tabs"
    aria-label=${words.views}>${tabs.map((tab) => html`<a class="tab" href=${navigation.href(PATHS[tab])} aria-current=${tab === current ? 'page' : nothing}>${words[tab]}</a>`)}</nav>`;
};
