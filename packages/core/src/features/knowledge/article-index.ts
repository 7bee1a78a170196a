/**
 * @module Each tenant's published articles, kept ready for search in this process. Before a search one look-up by id
 * tells whether anything changed anywhere; then only the articles behind the last number known are read.
 */
import type { ReadContext } from '../../kernel/context.ts';
import { DEFAULT_SYNONYMS } from '../../language/search/default-synonyms.ts';
import { detectLanguage } from '../../language/detect-language.ts';
import { createSearchIndex, type SearchIndex } from '../../language/search/search-index.ts';
import {
  createTopicRanking,
  RANKED_BY_TOPIC,
  type TopicRanking,
  type TopicResult,
} from '../../language/search/topic-ranking.ts';
import { revisionOf, TenantCache } from '../guard/index.ts';
import type { ArticleRow } from './article.ts';
import { shippedReader } from '../understanding/index.ts';
import { Article } from './entities.ts';

const PAGE = 500;
/** How much a word counts where it stands. */
const BOOSTS = { title: 4, keywords: 3, body: 1 };

/**
 * Characters of titles and texts that a process keeps at hand, about 40 MB; what is beyond is read when it is shown.
 */
const MOST_KEPT = 20_000_000;

/** What a search shows of an article. */
export type ShownArticle = Pick<
  ArticleRow,
  'id' | 'storeId' | 'title' | 'body' | 'category' | 'audience' | 'edition' | 'state' | 'effectiveFrom' | 'effectiveTo'
>;

/** What is asked of an article before it is read. */
export type ArticleFacts = Pick<ArticleRow, 'audience' | 'storeId' | 'category' | 'effectiveFrom' | 'effectiveTo'>;

interface Warm {
  readonly index: SearchIndex;
  readonly facts: Map<string, ArticleFacts>;
  readonly kept: Map<string, ShownArticle>;
  /** Made when it is asked first: the classifier behind it takes a moment. */
  topics: TopicRanking | undefined;
  characters: number;
  revision: number;
  /** Catching up one after the other: a slow one must not put back what a later one has replaced. */
  turn: Promise<void>;
}

const warm = new TenantCache<Warm>();

function documentOf({ id, title, body, keywords, synonyms }: ArticleRow) {
  return {
    id,
    fields: {
      title: `${title.zh}\n${title.en}`,
      keywords: [...keywords, ...synonyms].join('\n'),
      body: `${body.zh}\n${body.en}`,
    },
  };
}

const charactersOf = ({ title, body }: ShownArticle): number =>
  title.zh.length + title.en.length + body.zh.length + body.en.length;

function keep(cache: Warm, article: ArticleRow): void {
  const old = cache.kept.get(article.id);
  if (old) cache.characters -= charactersOf(old);
  cache.kept.delete(article.id);
  if (!article.live || cache.characters + charactersOf(article) > MOST_KEPT) return;
  const { id, storeId, title, body, category, audience, edition, state, effectiveFrom, effectiveTo } = article;
  cache.kept.set(id, { id, storeId, title, body, category, audience, edition, state, effectiveFrom, effectiveTo });
  cache.characters += charactersOf(article);
}

function take(cache: Warm, article: ArticleRow): void {
  const { index, facts } = cache;
  keep(cache, article);
  if (!article.live) {
    index.remove(article.id);
    facts.delete(article.id);
    return;
  }
  const { audience, storeId, category, effectiveFrom, effectiveTo } = article;
  index.put(documentOf(article));
  facts.set(article.id, { audience, storeId, category, effectiveFrom, effectiveTo });
}

async function catchUp(ctx: ReadContext, cache: Warm, revision: number): Promise<void> {
  if (revision <= cache.revision) return;
  let after: [number, string] | undefined;
  for (;;) {
    const where = { revision: { gt: cache.revision } };
    const rows = await ctx.trusted('the index holds every article').find(Article, {
      where,
      order: [['revision', 'asc']],
      limit: PAGE,
      ...(after ? { after } : {}),
    });
    for (const row of rows) take(cache, row);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) break;
    after = [last.revision, last.id];
  }
  cache.revision = revision;
}

async function upToDate(ctx: ReadContext): Promise<Warm> {
  const revision = await revisionOf(ctx, 'KNOWLEDGE');
  const cache =
    warm.get(ctx) ??
    warm.set(ctx, {
      index: createSearchIndex({ boosts: BOOSTS, synonyms: DEFAULT_SYNONYMS }),
      facts: new Map(),
      kept: new Map(),
      topics: undefined,
      characters: 0,
      revision: 0,
      turn: Promise.resolve(),
    });
  if (revision > cache.revision) {
    const turn = cache.turn.then(() => catchUp(ctx, cache, revision));
    cache.turn = turn.catch(() => undefined);
    await turn;
  }
  return cache;
}

export interface ArticleQuery {
  readonly text: string;
  readonly limit: number;
  readonly accepts: (facts: ArticleFacts) => boolean;
  readonly isTyping?: boolean;
}

/**
 * What is shown of articles that {@link findArticles} has just found for the asker; only what is not at hand is read,
 * at once.
 */
export async function shownArticles(ctx: ReadContext, ids: readonly string[]): Promise<Map<string, ShownArticle>> {
  const kept = warm.get(ctx)?.kept;
  const found = new Map(ids.flatMap((id) => (kept?.has(id) ? [[id, kept.get(id) as ShownArticle] as const] : [])));
  const missing = ids.filter((id) => !found.has(id));
  const rows =
    missing.length > 0
      ? await ctx.find(Article, { where: { id: { in: missing }, live: true }, limit: missing.length })
      : [];
  for (const row of rows) found.set(row.id, row);
  return found;
}

/** The best published articles for a text that meet the asker's condition, best first. */
export async function findArticles(
  ctx: ReadContext,
  { text, limit, accepts, isTyping = false }: ArticleQuery,
): Promise<TopicResult[]> {
  const cache = await upToDate(ctx);
  const { index, facts, kept } = cache;
  const accepted = (id: string) => {
    const found = facts.get(id);
    return found !== undefined && accepts(found);
  };
  const found = index.search(text, { limit: Math.max(limit, RANKED_BY_TOPIC), isTyping, accepts: accepted });
  cache.topics ??= createTopicRanking(shippedReader().classifier);
  const inEnglish = detectLanguage(text) === 'en';
  return cache.topics.rank(text, found, (id) => titleIn(kept.get(id), inEnglish)).slice(0, limit);
}

/** In the language of the question where the article has it. */
const titleIn = (article: ShownArticle | undefined, inEnglish: boolean): string | undefined =>
  article && (inEnglish ? article.title.en || article.title.zh : article.title.zh || article.title.en);
