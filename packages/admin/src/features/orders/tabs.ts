import { css, html, nothing, type TemplateResult } from 'lit';
import type { Navigation } from '../../desk/navigation.ts';
import type { Language } from '../../kit/language.ts';
import { orderWords } from './words.ts';

const PATHS = { all: '/orders', tasks: '/order-tasks', changes: '/order-changes' } as const;
type Tab = keyof typeof PATHS;
const TABS = Object.keys(PATHS) as Tab[];

export const tabStyle = css`
  .tabs {
    display: flex;
    gap: 0.25rem;
    overflow-x: auto;
    border-block-end: 1px solid var(--line);
  }
  .tab {
    padding: 0.5rem 0.75rem;
    border-block-end: 3px solid transparent;
    color: var(--ink-2);
    text-decoration: none;
    white-space: nowrap;
  }
  .tab:hover {
    color: var(--ink);
    background: var(--hover);
  }
  .tab:focus-visible {
    outline-offset: -3px;
  }
  .tab[aria-current] {
    border-block-end-color: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
  }
`;

/** The lists of orders, each with an address of its own. */
export const orderTabs = (current: Tab, language: Language, navigation: Navigation): TemplateResult => {
  const words = language.words(orderWords);
  return html`<nav class="tabs" aria-label=${words.tabsLabel}>${TABS.map((tab) => html`<a class="tab" href=${navigation.href(PATHS[tab])} aria-current=${tab === current ? 'page' : nothing}>${words.tabs[tab]}</a>`)}</nav>`;
};
