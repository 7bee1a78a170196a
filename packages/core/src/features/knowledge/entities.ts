import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { codes } from '../../kernel/codes.ts';
import { defineEntity, instant, large, named, ref, staffOnly, type Visibility } from '../../kernel/entity.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { isLossy } from '../../kernel/text.ts';
import { isTooDeepMarkdown } from '../../text/markdown-depth.ts';
import { LocalText, MOST_ROLES, Role, textLanguage } from '../access/index.ts';
import { articleMachine, articleState, gapMachine, gapState, OPEN_GAPS, versionState } from './machine.ts';
import { ownTexts } from '../../kernel/own-texts.ts';
import { says } from '../../kernel/problems.ts';
import { TOO_DEEP_MARKDOWN } from './texts.ts';

/** R-KB-01, R-KB-06, R-KB-08. */
export const articleCategory = codes('ArticleCategory', {
  PRODUCT_QUESTION: { en: 'Product question', zh: '商品问题' },
  OPERATION_GUIDE: { en: 'Guide', zh: '操作指南' },
  TECH_SUPPORT: { en: 'Technical support', zh: '技术支持' },
  POLICY: { en: 'Policy', zh: '政策' },
  SCRIPT_NORM: { en: 'Wording norm', zh: '话术规范' },
  PLATFORM_RULE: { en: 'Platform rule', zh: '平台规则' },
  COMPETITOR: { en: 'Competitor', zh: '竞品资料' },
  INDUSTRY: { en: 'Industry', zh: '行业资讯' },
  LAW_POLICY: { en: 'Law and regulation', zh: '法律法规' },
  OTHER: { en: 'Other', zh: '其他' },
});
export const ARTICLE_CATEGORIES = articleCategory.options;
export const articleAudience = codes('ArticleAudience', {
  PUBLIC: { en: 'Public', zh: '公开', note: 'Shoppers find it too.' },
  INTERNAL: { en: 'Internal', zh: '内部', note: 'Only staff find it.' },
});

/** Not read in a wrong encoding. */
const isReadable = (given: string): boolean => !isLossy(given);
const text = z
  .string()
  .max(20_000)
  .refine(isReadable, says(ownTexts.lossyText))
  .refine((given) => !isTooDeepMarkdown(given), says(TOO_DEEP_MARKDOWN));
export const ArticleBody = named('ArticleBody', z.object({ zh: text, en: text }));
const word = z.string().trim().min(1).max(60).refine(isReadable, says(ownTexts.lossyText));

/** What a version of an article says, for whom and how long. */
export const articleFields = {
  category: articleCategory,
  title: LocalText,
  /** Markdown, always rendered escaped. */
  body: ArticleBody,
  keywords: z.array(word).max(50),
  /** Other words by which customers ask for it. */
  synonyms: z.array(word).max(50),
  audience: articleAudience,
  /** Null: every store. */
  storeId: ref('Store').nullable(),
  effectiveFrom: instant().nullable(),
  /** The first instant at which it no longer holds. */
  effectiveTo: instant().nullable(),
  /** Where it is from: a law, a platform's page. */
  source: z.string().max(500),
  reviewEveryDays: z.int().min(1).max(3650),
};

const inStores = (storeIds: readonly string[] | undefined): Visibility =>
  storeIds ? { or: [{ storeId: null }, { storeId: { in: storeIds } }] } : 'all';

function readers(actor: Actor): Visibility {
  if (actor.kind === 'shopper')
    return { or: [null, actor.storeId].map((storeId) => ({ live: true, audience: 'PUBLIC', storeId })) };
  return actor.kind === 'staff' && actor.permissions.has('article.read') ? inStores(actor.storeIds) : 'none';
}

/** What is published; before the first publication, what is being written. */
export const Article = defineEntity({
  name: 'Article',
  title: { en: 'Article', zh: '知识文章' },
  schema: z.object({
    ...articleFields,
    state: articleState,
    ownerId: staffOnly(ref('User').nullable()),
    /** The published version; 0 before the first. */
    edition: z.int(),
    /** The version that is being written or reviewed, or the published one. */
    workingEdition: staffOnly(z.int()),
    /** Whether there is a published version that may be shown. */
    live: z.boolean(),
    publishedAt: instant().nullable(),
    /** When it has to be looked at again (R-KB-03). */
    reviewBy: staffOnly(instant().nullable()),
    /** Number of the change that search indexes catch up by. */
    revision: staffOnly(large(z.int())),
    usedCount: staffOnly(z.int()),
    helpfulCount: staffOnly(z.int()),
    unhelpfulCount: staffOnly(z.int()),
    /** Shoppers who needed nobody after reading it. */
    solvedCount: staffOnly(z.int().default(0)),
    /** In which languages there is a text. */
    languages: staffOnly(z.array(textLanguage).default([])),
    /** Roles that must read each version (R-KB-06). */
    mustRead: staffOnly(z.array(memberOf(Role)).max(MOST_ROLES).default([])),
  }),
  machine: articleMachine,
  index: [['revision'], ['state', 'reviewBy'], ['-publishedAt'], ['mustRead'], ['live', '-helpfulCount']],
  audited: ['state', 'title', 'audience', 'edition', 'ownerId', 'mustRead'],
  visible: readers,
  list: {
    filters: ['category', 'state', 'audience', 'storeId', 'ownerId', 'reviewBy', 'live', 'languages', 'mustRead'],
    orders: [[['updatedAt', 'desc']], [['reviewBy', 'asc']], [['usedCount', 'desc']]],
  },
});

/** One version; a published one is never changed again. */
export const ArticleVersion = defineEntity({
  name: 'ArticleVersion',
  title: { en: 'Article version', zh: '文章版本' },
  schema: z.object({
    ...articleFields,
    articleId: ref('Article'),
    edition: z.int(),
    state: versionState,
    /** Everybody who wrote in it; none of them may publish it. */
    authorIds: z.array(ref('User')).max(100),
    reviewerId: ref('User').nullable(),
    submittedAt: instant().nullable(),
    publishedAt: instant().nullable(),
    reviewNote: z.string().max(500),
  }),
  unique: [{ name: 'article_edition', fields: ['articleId', 'edition'] }],
  audited: ['state', 'authorIds', 'reviewerId'],
  visible: (actor) => (actor.kind === 'staff' ? readers(actor) : 'none'),
  list: { filters: ['articleId', 'state'], orders: [[['edition', 'desc']]] },
});

/** A question without an answer, counted by its normal form (R-KB-05). */
export const KnowledgeGap = defineEntity({
  name: 'KnowledgeGap',
  title: { en: 'Knowledge gap', zh: '知识缺口' },
  schema: z.object({
    question: z.string().max(300),
    normalForm: z.string().max(300),
    count: z.int(),
    /** Other wordings, the newest first. */
    examples: z.array(z.string().max(300)).max(5),
    state: gapState,
    ownerId: ref('User').nullable(),
    articleId: ref('Article').nullable(),
    note: z.string().max(500),
    lastAskedAt: instant(),
  }),
  machine: gapMachine,
  index: [['state', '-count']],
  unique: [{ name: 'knowledge_gap_open', fields: ['normalForm'], where: { field: 'state', in: OPEN_GAPS } }],
  audited: ['state', 'ownerId', 'articleId'],
  visible: (actor) => (actor.kind === 'staff' && actor.permissions.has('article.read') ? 'all' : 'none'),
  list: {
    filters: ['state', 'ownerId', 'count', 'lastAskedAt'],
    orders: [[['count', 'desc']], [['lastAskedAt', 'desc']]],
  },
});
