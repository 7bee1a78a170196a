import { html, nothing, type TemplateResult } from 'lit';
import type { Navigation } from '../../desk/navigation.ts';
import type { Language } from '../../kit/language.ts';
import { orderWords } from './words.ts';

export const PATHS = { all: '/orders', tasks: '/order-tasks', changes: '/order-changes' } as const;
type Tab = keyof typeof PATHS;
export const TABS = Object.keys(PATHS) as Tab[];

/** The lists of orders, each with an address of its own. */
export const orderTabs = (current: Tab, language: Language, navigation: Navigation): TemplateResult => {
  const words = language.words(orderWords);
  return html`<nav class="tabs"
    aria-label=${words.tabsLabel}>${TABS.map((tab) => html`<a class="tab" href=${navigation.href(PATHS[tab])} aria-current=${tab === current ? 'page' : nothing}>${words.tabs[tab]}</a>`)}</nav>`;
};
