/** @module What the shopper's help asks of the desk. */
import { shopperGraphql, mutation, type AnswerOf } from '@shopdesk/core/client';

export const SEARCH_HELP = shopperGraphql(
  'query SearchHelp($text: String!, $locale: String, $first: Int) { searchHelp(text: $text, locale: $locale, first: $first) { hits { articleId title { zh en } excerpt } } }',
);
export type HelpHit = AnswerOf<typeof SEARCH_HELP>['hits'][number];

export const ARTICLE = shopperGraphql(
  'query Article($id: ID!) { article(id: $id) { id title { zh en } body { zh en } } }',
);
export type HelpArticle = NonNullable<AnswerOf<typeof ARTICLE>>;
export type LocalText = HelpArticle['title'];

export const NOTE_ARTICLE_USE = shopperGraphql(mutation('noteArticleUse', 'article { id }'));

export const NOTE_SEARCH = shopperGraphql(mutation('noteKnowledgeSearch', 'searchNoted { noted }'));

export const REPORT_GAP = shopperGraphql(mutation('reportKnowledgeGap', 'gapReported { noted }'));
