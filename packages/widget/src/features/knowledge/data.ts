/** @module What the shopper's help asks of the desk. */
import type { Document } from '@shopdesk/core/client';
import { DENIED } from '@shopdesk/core/client';

export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

export interface HelpHit {
  readonly articleId: string;
  readonly title: LocalText;
  readonly excerpt: string;
}

export interface HelpArticle {
  readonly id: string;
  readonly title: LocalText;
  readonly body: LocalText;
}

export const SEARCH_HELP =
  'query SearchHelp($text: String!, $locale: String, $first: Int) { searchHelp(text: $text, locale: $locale, first: $first) { hits { articleId title { zh en } excerpt } } }' as Document<
    { text: string; locale: string; first: number },
    { readonly hits: readonly HelpHit[] }
  >;

export const ARTICLE = 'query Article($id: ID!) { article(id: $id) { id title { zh en } body { zh en } } }' as Document<
  { id: string },
  HelpArticle | null
>;

export const NOTE_ARTICLE_USE =
  `mutation NoteArticleUse($input: NoteArticleUseInput!) { noteArticleUse(input: $input) { __typename ... on Article { id } ${DENIED} } }` as Document<
    { input: { articleId: string; outcome: 'USED' | 'HELPFUL' | 'UNHELPFUL' | 'SOLVED' } },
    unknown
  >;

export const NOTE_SEARCH =
  `mutation NoteKnowledgeSearch($input: NoteKnowledgeSearchInput!) { noteKnowledgeSearch(input: $input) { __typename ... on SearchNoted { noted } ${DENIED} } }` as Document<
    { input: { source: 'WIDGET'; hits: number; used: boolean; solved?: boolean } },
    unknown
  >;

export const REPORT_GAP =
  `mutation ReportKnowledgeGap($input: ReportKnowledgeGapInput!) { reportKnowledgeGap(input: $input) { __typename ... on GapReported { noted } ${DENIED} } }` as Document<
    { input: { question: string } },
    unknown
  >;
