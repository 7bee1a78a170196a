import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { named } from '../../kernel/entity.ts';
import { foldText } from '../../language/fold.ts';
import type { SearchResult } from '../../language/search/search-index.ts';
import { withoutWeak } from '../../language/search/topic-ranking.ts';
import { locale, LocalText, type Locale } from '../access/index.ts';
import { Conversation, Message } from '../conversations/index.ts';
import { findArticles, shownArticles, type ArticleFacts, type ShownArticle } from './article-index.ts';
import { Article, articleFields } from './entities.ts';
import type { ArticleRow } from './article.ts';

const EXCERPT = 160;
/** About so many characters stand before the first word found. */
const LEAD = 20;
/** A suggestion that nobody asked for must hold at least this share of what the customer says. */
export const LEAST_COVERAGE = 0.3;
const SUGGESTIONS = 3;
const LAST_WORDS = 3;

const ArticleHit = named(
  'ArticleHit',
  z.object({
    articleId: z.string(),
    title: LocalText,
    /** Where the text speaks of it. */
    excerpt: z.string(),
    category: articleFields.category,
    audience: articleFields.audience,
    /** The published version, to be cited. */
    edition: z.int(),
    /** Its review is due or it no longer holds: look before citing it (R-QA-05). */
    stale: z.boolean(),
    /** Share of what was asked that the article holds, 0 to 1. */
    coverage: z.number(),
    /** Words of the question that it holds. */
    terms: z.array(z.string()),
  }),
);
const ArticleHits = z.object({ hits: z.array(ArticleHit) });

/** Where the word begins in which a place lies, so that nothing begins or ends inside one. */
const wordAt = (text: string, at: number, language: Locale): number =>
  new Intl.Segmenter(language, { granularity: 'word' }).segment(text).containing(at)?.index ?? at;

/** The part of the text around the first word found, in whole words. */
function excerptOf({ body }: ShownArticle, language: Locale, terms: readonly string[]): string {
  const text = (language === 'en' ? body.en || body.zh : body.zh || body.en).replace(/\s+/g, ' ').trim();
  const folded = foldText(text);
  const places = terms.map((term) => folded.indexOf(term)).filter((place) => place >= 0);
  // Folding that changes the length moves every place behind it.
  const at = folded.length === text.length && places.length > 0 ? Math.min(...places) : 0;
  const from = wordAt(text, Math.max(0, at - LEAD), language);
  const whole = from + EXCERPT < text.length ? wordAt(text, from + EXCERPT, language) : text.length;
  // One endless word is cut all the same.
  const end = whole > from ? whole : from + EXCERPT;
  return `${from > 0 ? '…' : ''}${text.slice(from, end).trim()}${end < text.length ? '…' : ''}`;
}

/** Whether it holds now (R-KB-08). */
export const holds = ({ effectiveFrom, effectiveTo }: ArticleFacts, now: string) =>
  (!effectiveFrom || effectiveFrom <= now) && (!effectiveTo || now < effectiveTo);

/** What was found, as the asker may see it: `findArticles` took nothing else. */
async function shown(ctx: ReadContext, results: readonly SearchResult[], language: Locale) {
  if (results.length === 0) return { hits: [] };
  const byId = await shownArticles(
    ctx,
    results.map(({ id }) => id),
  );
  const hits = results.flatMap(({ id, coverage, terms }) => {
    const row = byId.get(id);
    if (!row) return [];
    const { title, category, audience, edition, state } = row;
    const stale = state === 'NEEDS_UPDATE' || !holds(row, ctx.now);
    return [
      {
        articleId: id,
        title,
        excerpt: excerptOf(row, language, terms),
        category,
        audience,
        edition,
        stale,
        coverage,
        terms: [...terms],
      },
    ];
  });
  return { hits };
}

/** Whether an article is for a store, or for any of the asker's. */
export const inReach = (ctx: ReadContext, storeId: string | undefined) => {
  const own = ctx.actor.kind === 'staff' ? ctx.actor.storeIds : undefined;
  return (facts: ArticleFacts) =>
    facts.storeId === null || (storeId ? facts.storeId === storeId : !own || own.includes(facts.storeId));
};

/** Published articles that answer a question, for staff: public and internal ones (R-KB-01). */
export const searchArticles = defineView({
  title: { en: 'Search articles', zh: '搜索知识库' },
  allow: { staff: 'article.read' },
  input: z.object({
    text: z.string().trim().min(1).max(500),
    storeId: z.string().optional(),
    category: articleFields.category.optional(),
    audience: articleFields.audience.optional(),
    locale: locale.default('zh-CN'),
    first: z.int().min(1).max(50).default(10),
  }),
  output: value('ArticleSearch', ArticleHits),
  run: async (ctx, { text, storeId, category, audience, locale: language, first }) => {
    const inStore = inReach(ctx, storeId);
    const accepts = (facts: ArticleFacts) =>
      inStore(facts) && (!category || facts.category === category) && (!audience || facts.audience === audience);
    return shown(ctx, await findArticles(ctx, { text, limit: first, accepts, isTyping: true }), language);
  },
});

/** The three articles that fit best what the customer says, for the composer (R-KB-10). */
export const suggestArticles = defineView({
  title: { en: 'Suggest articles', zh: '推荐知识' },
  allow: { staff: 'article.read' },
  input: z.object({
    conversationId: z.string(),
    /** Default: what the customer said last. */
    text: z.string().trim().max(2000).optional(),
  }),
  output: value('ArticleSuggestions', ArticleHits),
  run: async (ctx, { conversationId, text }) => {
    const conversation = await ctx.get(Conversation, conversationId);
    const question = text || (await lastWords(ctx, conversationId));
    if (!question) return { hits: [] };
    const results = await findArticles(ctx, {
      text: question,
      limit: SUGGESTIONS,
      accepts: (facts) => inReach(ctx, conversation.storeId)(facts) && holds(facts, ctx.now),
    });
    return shown(
      ctx,
      results.filter(({ coverage }) => coverage >= LEAST_COVERAGE),
      conversation.locale,
    );
  },
});

/** What the customer said last. */
export async function lastWords(ctx: ReadContext, conversationId: string, messages = LAST_WORDS): Promise<string> {
  const said = await ctx.trusted('part of a seen row').find(Message, {
    where: { conversationId, sender: 'CUSTOMER', kind: 'TEXT' },
    order: [['seq', 'desc']],
    limit: messages,
  });
  return said
    .map(({ body }) => body)
    .reverse()
    .join('\n');
}

/** Published public articles of the shopper's store, before he queues or instead. */
export const searchHelp = defineView({
  title: { en: 'Search help', zh: '搜索帮助' },
  allow: { shopper: true },
  input: z.object({
    /** Empty: what others needed most. */ text: z.string().trim().max(500),
    locale: locale.default('zh-CN'),
    first: z.int().min(1).max(20).default(5),
  }),
  output: value('HelpSearch', ArticleHits),
  run: async (ctx, { text, locale: language, first }) => {
    const storeId = ctx.actor.kind === 'shopper' ? ctx.actor.storeId : '';
    const accepts = (facts: ArticleFacts) =>
      facts.audience === 'PUBLIC' && (facts.storeId === null || facts.storeId === storeId) && holds(facts, ctx.now);
    if (!text) return { hits: await mostHelpful(ctx, accepts, language, first) };
    const found = await findArticles(ctx, { text, limit: first, accepts, isTyping: true });
    return shown(ctx, withoutWeak(found), language);
  },
});

/** The articles that helped most, as far as they hold now. */
async function mostHelpful(
  ctx: ReadContext,
  accepts: (facts: ArticleFacts) => boolean,
  language: Locale,
  first: number,
) {
  const rows = await ctx.find(Article, { where: { live: true }, order: [['helpfulCount', 'desc']], limit: first * 3 });
  return rows
    .filter(accepts)
    .slice(0, first)
    .map((row) => ({
      articleId: row.id,
      title: row.title,
      excerpt: excerptOf(row, language, []),
      category: row.category,
      audience: row.audience,
      edition: row.edition,
      stale: row.state === 'NEEDS_UPDATE',
      coverage: 1,
      terms: [],
    }));
}

const articleOutcome = codes('ArticleOutcome', {
  USED: { en: 'Used in an answer', zh: '用于回复' },
  HELPFUL: { en: 'It helped', zh: '有帮助' },
  UNHELPFUL: { en: 'It did not help', zh: '没有帮助' },
  SOLVED: { en: 'It helped, nobody is needed', zh: '已解决，无需人工' },
});
const COUNTERS = {
  USED: ['usedCount'],
  HELPFUL: ['helpfulCount'],
  UNHELPFUL: ['unhelpfulCount'],
  SOLVED: ['helpfulCount', 'solvedCount'],
} as const;

type Counter = 'usedCount' | 'helpfulCount' | 'unhelpfulCount' | 'solvedCount';

/** Adds one to numbers of an article. However many readers say something at once, none waits for another. */
export function countOf(ctx: ActionContext, article: ArticleRow, counters: readonly Counter[]): ArticleRow {
  const amounts = Object.fromEntries(counters.map((counter) => [counter, 1]));
  ctx.trusted('counts a use').add(Article, article.id, amounts, article);
  return { ...article, ...Object.fromEntries(counters.map((counter) => [counter, article[counter] + 1])) };
}

/** Notes that an article was used in an answer, or whether it helped (R-KB-10). */
export const noteArticleUse = defineAction({
  title: { en: 'Note the use of an article', zh: '记录文章使用' },
  allow: { staff: 'article.read', shopper: true },
  input: z.object({ articleId: z.string(), outcome: articleOutcome }),
  output: one(Article),
  unaudited: true,
  run: async (ctx, { articleId, outcome }) => {
    return countOf(ctx, await ctx.get(Article, articleId), COUNTERS[outcome]);
  },
});
