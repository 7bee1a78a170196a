import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../kit/language.ts';
import type { ArticleItem } from './data.ts';
import { knowledgeWords } from './words.ts';

export const STATE_LOOKS: Readonly<Record<ArticleItem['state'], string>> = {
  DRAFT: '',
  IN_REVIEW: 'info',
  PUBLISHED: 'ok',
  NEEDS_UPDATE: 'warn',
  ARCHIVED: '',
};

/** What one must know before citing an article: its review is due, or it is no longer in force (R-KB-03, R-KB-08). */
export function articleNotes(
  { reviewBy, effectiveTo, live }: ArticleItem,
  language: Language,
): TemplateResult | typeof nothing {
  const words = language.words(knowledgeWords);
  const now = new Date().toISOString();
  if (!live) return nothing;
  if (effectiveTo && effectiveTo <= now) return html`<span class="chip danger">${words.expired}</span>`;
  return reviewBy && reviewBy <= now ? html`<span class="chip warn">${words.overdue}</span>` : nothing;
}
