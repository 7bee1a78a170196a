/** @module What the shopper's help asks of the desk. */
import { graphql, mutation, type AnswerOf } from '@shopdesk/core/client';

export const SEARCH_HELP = graphql(
  'query SearchHelp($text: String!, $locale: String, $first: Int) { searchHelp(text: $text, locale: $locale, first: $first) { hits { articleId title { zh en } excerpt } } }',
);
export type HelpHit = AnswerOf<typeof SEARCH_HELP>['hits'][number];

export const ARTICLE = graphql('query Article($id: ID!) { article(id: $id) { id title { zh en } body { zh en } } }');
export type HelpArticle = NonNullable<AnswerOf<typeof ARTICLE>>;
export type LocalText = HelpArticle['title'];

export const NOTE_ARTICLE_USE = graphql(mutation('noteArticleUse', '... on Article { id }'));

export const NOTE_SEARCH = graphql(mutation('noteKnowledgeSearch', '... on SearchNoted { noted }'));

export const REPORT_GAP = graphql(mutation('reportKnowledgeGap', '... on GapReported { noted }'));
