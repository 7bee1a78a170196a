/**
 * @module The labelled search set: shop articles in Chinese and English, and what shoppers type to find them.
 * Synonyms and weights may be fitted to the `dev` half of the queries only; `test` is for measuring.
 */
import { readFileSync } from 'node:fs';
import {
  createSearchIndex,
  createTopicRanking,
  DEFAULT_SYNONYMS,
  RANKED_BY_TOPIC,
  trainDefaultIntents,
  type SearchIndex,
  type TopicResult,
} from '@shopdesk/core/language';

export interface Article {
  readonly id: string;
  readonly language: 'zh' | 'en';
  readonly title: string;
  readonly body: string;
}

export interface LabelledQuery {
  readonly query: string;
  readonly language: 'zh' | 'en';
  readonly relevant: readonly string[];
  readonly kind: 'keyword' | 'synonym' | 'paraphrase' | 'misspelling' | 'traditional';
  readonly split: 'dev' | 'test';
}

const read = <T>(file: string): T => JSON.parse(readFileSync(new URL(`search/${file}`, import.meta.url), 'utf8')) as T;

export const articles = (): Article[] => read('articles.json');
export const queries = (): LabelledQuery[] => read('queries.json');

/** An index as a shop has it: titles count more, default synonyms. */
export function indexOf(texts: Iterable<Article>): SearchIndex {
  const index = createSearchIndex({ boosts: { title: 4 }, synonyms: DEFAULT_SYNONYMS });
  for (const { id, title, body } of texts) index.put({ id, fields: { title, body } });
  return index;
}

/** Searches as the desk does: what the index finds, in the order of what is asked. */
export function searchOf(texts: readonly Article[]): (query: string, limit: number) => TopicResult[] {
  const index = indexOf(texts);
  const byId = new Map(texts.map((article) => [article.id, article]));
  const topics = createTopicRanking(trainDefaultIntents(1));
  return (query, limit) =>
    topics
      .rank(query, index.search(query, { limit: Math.max(limit, RANKED_BY_TOPIC) }), (id) => byId.get(id)?.title)
      .slice(0, limit);
}
