import { css, html, nothing, type TemplateResult } from 'lit';
import type { Navigation } from '../../desk/navigation.ts';
import type { Viewer } from '../../desk/viewer.ts';
import { can } from '../../desk/viewer.ts';
import type { Language } from '../../kit/language.ts';
import { caseWords } from './words.ts';

const PATHS = { board: '/cases', list: '/case-list', settings: '/case-settings' } as const;
type Tab = keyof typeof PATHS;

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

/** Board, list and settings, each with an address of its own. */
export const caseTabs = (current: Tab, options: { language: Language; navigation: Navigation; viewer: Viewer }): TemplateResult => {
  const { language, navigation, viewer } = options;
  const words = language.words(caseWords);
  const tabs: Tab[] = ['board', 'list', ...(can(viewer, 'case.configure') ? (['settings'] as const) : [])];
  return html`<nav class="tabs" aria-label=${words.views}>${tabs.map((tab) => html`<a class="tab" href=${navigation.href(PATHS[tab])} aria-current=${tab === current ? 'page' : nothing}>${words[tab]}</a>`)}</nav>`;
};
