import { html, nothing, type TemplateResult } from 'lit';
import type { Navigation } from '../../desk/navigation.ts';
import type { Viewer } from '../../desk/viewer.ts';
import { can } from '../../desk/viewer.ts';
import type { Language } from '../../kit/language.ts';
import { caseWords } from './words.ts';

const PATHS = { board: '/cases', list: '/case-list', settings: '/case-settings' } as const;
type Tab = keyof typeof PATHS;

/** Board, list and settings, each with an address of its own. */
export const caseTabs = (
  current: Tab,
  options: { language: Language; navigation: Navigation; viewer: Viewer },
): TemplateResult => {
  const { language, navigation, viewer } = options;
  const words = language.words(caseWords);
  const tabs: Tab[] = ['board', 'list', ...(can(viewer, 'case.configure') ? (['settings'] as const) : [])];
  return html`<nav class="tabs"
    aria-label=${words.views}>${tabs.map((tab) => html`<a class="tab" href=${navigation.href(PATHS[tab])} aria-current=${tab === current ? 'page' : nothing}>${words[tab]}</a>`)}</nav>`;
};
