import { html, type TemplateResult } from 'lit';
import type { Navigation } from '../../desk/navigation.ts';
import type { RecordTab } from '../../desk/record.ts';
import type { Language } from '../../kit/language.ts';

/** The pages of the guard, in the order of their tabs. */
export const GUARD_TABS: readonly RecordTab[] = [
  { path: '/guard', title: { en: 'Rules', zh: '规则' } },
  { path: '/guard/contacts', title: { en: 'Allowed contacts', zh: '可提供的联系方式' } },
  { path: '/guard/transfer', title: { en: 'Import and export', zh: '导入导出' } },
];

export const GUARD_TITLE = { en: 'Forbidden words', zh: '违禁词' };

export function guardHead(
  language: Language,
  active: string,
  navigation: Navigation,
  action: TemplateResult | string = '',
): TemplateResult {
  const title = language.of(GUARD_TITLE);
  return html`<div class="page-head"><h1>${title}</h1>${action}</div>
    <nav class="tabs" aria-label=${title}>${GUARD_TABS.map(
      (tab) =>
        html`<a href=${navigation.href(tab.path)}
          aria-current=${tab.path === active ? 'page' : 'false'}>${language.of(tab.title)}</a>`,
    )}</nav>`;
}
