/** @module The life of an article: written, reviewed by somebody else, published, looked at again in time (3.11). */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { defineEvent } from '../../kernel/event.ts';
import { Store } from '../access/index.ts';
import { findHits, hitDenial, nextRevision } from '../guard/index.ts';
import { Article, articleFields, ArticleVersion } from './entities.ts';
import { reviewTimer } from './timers.ts';
import { knowledgeTexts as t } from './texts.ts';
import type { Said } from '../../kernel/said.ts';

export type ArticleRow = RowOf<typeof Article>;
export type VersionRow = RowOf<typeof ArticleVersion>;
export type ArticleContent = Pick<ArticleRow, keyof typeof articleFields>;

export const articlePublished = defineEvent<ArticleRow>('article.published');
export const articleNeedsUpdate = defineEvent<ArticleRow>('article.needs_update');

const DAY_MS = 24 * 3600 * 1000;
const CONTENT = Object.keys(articleFields) as (keyof ArticleContent)[];

/** Only what a version holds. */
const contentOf = (row: ArticleContent): ArticleContent =>
  Object.fromEntries(CONTENT.map((field) => [field, row[field]])) as unknown as ArticleContent;
const given = <T extends object>(input: T) =>
  Object.fromEntries(Object.entries(input).filter(([, v]) => v !== undefined)) as Partial<T>;
const actorId = ({ actor }: ReadContext) => (actor.kind === 'staff' ? actor.userId : null);

const languagesOf = ({ title }: Pick<ArticleContent, 'title'>) =>
  (['zh', 'en'] as const).filter((language) => title[language].trim() !== '');

/** The version that is written or reviewed now. */
const workingVersion = async (ctx: ReadContext, { id, workingEdition }: ArticleRow): Promise<VersionRow> =>
  (await ctx.trusted('part of a seen row').first(ArticleVersion, { articleId: id, edition: workingEdition })) ??
  refuse('NOT_FOUND');

export async function mayPlace(ctx: ReadContext, storeId: string | null): Promise<Denial | undefined> {
  if (storeId) await ctx.get(Store, storeId);
  const limited = ctx.actor.kind === 'staff' && ctx.actor.storeIds !== undefined;
  return limited && !storeId ? deny('FORBIDDEN', { text: t.chooseOwnStores }) : undefined;
}

export function problemOf({
  category,
  title,
  body,
  source,
  effectiveFrom,
  effectiveTo,
}: ArticleContent): Denial | undefined {
  const problem = (path: string, text: Said) => deny('VALIDATION_FAILED', { fields: [{ path, text }] });
  const languages = (['zh', 'en'] as const).filter((language) => title[language].trim() || body[language].trim());
  if (languages.length === 0) return problem('title', t.writeInOneLanguage);
  const half = languages.find((language) => !title[language].trim() || !body[language].trim());
  if (half) return problem(title[half].trim() ? 'body' : 'title', t.titleAndBodyInOneLanguage);
  // R-KB-08: whoever cites a law says which, and since when it holds.
  if (category === 'LAW_POLICY' && !effectiveFrom) return problem('effectiveFrom', t.sayEffectiveFrom);
  if (category === 'LAW_POLICY' && !source.trim()) return problem('source', t.saySource);
  return effectiveFrom && effectiveTo && effectiveFrom >= effectiveTo
    ? problem('effectiveTo', t.endsBeforeBeginning)
    : undefined;
}

export const articleDefaults = {
  category: articleFields.category.default('OTHER'),
  keywords: articleFields.keywords.default([]),
  synonyms: articleFields.synonyms.default([]),
  audience: articleFields.audience.default('INTERNAL'),
  storeId: articleFields.storeId.default(null),
  effectiveFrom: articleFields.effectiveFrom.default(null),
  effectiveTo: articleFields.effectiveTo.default(null),
  source: articleFields.source.default(''),
  /** R-KB-03. */
  reviewEveryDays: articleFields.reviewEveryDays.default(90),
};

/** A new draft in the unit of work. */
export function insertArticle(ctx: ActionContext, content: ArticleContent): ArticleRow {
  const nothing = {
    edition: 0,
    live: false,
    publishedAt: null,
    reviewBy: null,
    revision: 0,
    usedCount: 0,
    helpfulCount: 0,
    unhelpfulCount: 0,
    solvedCount: 0,
    mustRead: [],
  };
  const article = ctx.insert(Article, {
    ...content,
    ...nothing,
    languages: languagesOf(content),
    state: 'DRAFT',
    ownerId: actorId(ctx),
    workingEdition: 1,
  });
  insertVersion(ctx, article, content, 1);
  return article;
}

function insertVersion(
  ctx: ActionContext,
  { id: articleId }: ArticleRow,
  content: ArticleContent,
  edition: number,
): VersionRow {
  const authorIds = [actorId(ctx)].filter((author) => author !== null);
  const fresh = { state: 'DRAFT', reviewerId: null, submittedAt: null, publishedAt: null, reviewNote: '' } as const;
  return ctx.insert(ArticleVersion, { ...contentOf(content), articleId, edition, authorIds, ...fresh });
}

export const createArticle = defineAction({
  title: { en: 'Write an article', zh: '新建文章' },
  allow: { staff: 'article.write', system: true },
  input: z.object({ ...articleFields, ...articleDefaults }),
  output: one(Article),
  check: async (ctx, input) => problemOf(input) ?? mayPlace(ctx, input.storeId),
  run: (ctx, input) => insertArticle(ctx, input),
});

/**
 * Changes the text. Of a published article this begins the next version; what is published stays as it is until that is
 * reviewed.
 */
export const updateArticle = defineAction({
  title: { en: 'Change the article', zh: '修改文章' },
  allow: { staff: 'article.write' },
  on: Article,
  input: z.object(articleFields).partial(),
  output: one(Article),
  when: mayWriteIn,
  check: (ctx, row, input) => mayRewrite(ctx, row, given(input)),
  run: (ctx, row, input) => rewrite(ctx, row, given(input)),
});

/** Whether a text may be changed so. */
export async function mayRewrite(
  ctx: ReadContext,
  article: ArticleRow,
  changes: Partial<ArticleContent>,
): Promise<Denial | undefined> {
  const next = { ...(await workingVersion(ctx, article)), ...changes };
  return (await mayWriteIn(ctx, article)) ?? problemOf(next) ?? mayPlace(ctx, next.storeId);
}

/** Whether an article may be written in at all now. */
async function mayWriteIn(ctx: ReadContext, { state, storeId }: ArticleRow): Promise<Denial | undefined> {
  return state === 'IN_REVIEW' || state === 'ARCHIVED'
    ? deny('INVALID_TRANSITION', { details: { from: state, event: 'update' } })
    : mayPlace(ctx, storeId);
}

/** Writes into the version that is being written, or begins the next one. */
export async function rewrite(
  ctx: ActionContext,
  article: ArticleRow,
  changes: Partial<ArticleContent>,
): Promise<ArticleRow> {
  const working = await workingVersion(ctx, article);
  const content = contentOf({ ...working, ...changes });
  if (working.state === 'PUBLISHED') {
    const edition = article.workingEdition + 1;
    insertVersion(ctx, article, content, edition);
    return article.state === 'PUBLISHED'
      ? ctx.fire(Article, article, 'needUpdate', { workingEdition: edition })
      : ctx.update(Article, article, { workingEdition: edition });
  }
  const authorIds = [...new Set([...working.authorIds, ...[actorId(ctx)].filter((author) => author !== null)])];
  ctx.update(ArticleVersion, working, { ...content, authorIds });
  return ctx.update(Article, article, article.live ? {} : { ...content, languages: languagesOf(content) });
}

/** Gives it to review; an overdue article that is still right goes through review as it is. */
export const submitArticle = defineAction({
  title: { en: 'Submit for review', zh: '提交审核' },
  allow: { staff: 'article.write', system: true },
  on: Article,
  input: z.object({}),
  output: one(Article),
  event: 'submit',
  when: (ctx, article) => mayPlace(ctx, article.storeId),
  run: async (ctx, article) => {
    const working = await workingVersion(ctx, article);
    const again = working.state === 'PUBLISHED';
    const version = again ? insertVersion(ctx, article, working, article.workingEdition + 1) : working;
    ctx.update(ArticleVersion, version, { state: 'IN_REVIEW', submittedAt: ctx.now });
    return ctx.fire(Article, article, 'submit', { workingEdition: version.edition });
  },
});

/** A public text leaves to customers, so it passes the same guard as a message. */
async function blocked(
  ctx: ReadContext,
  { audience, storeId, title, body }: ArticleContent,
): Promise<Denial | undefined> {
  if (audience !== 'PUBLIC') return undefined;
  const to = { storeId: storeId ?? '', customerId: '', channel: '' };
  const hits = (
    await Promise.all([title.zh, title.en, body.zh, body.en].map((part) => findHits(ctx, part, to, 'script')))
  ).flat();
  const stopping = hits.filter(({ level }) => level === 'BLOCK');
  return stopping.length > 0 ? hitDenial(stopping, false) : undefined;
}

/** Publishes what was submitted; whoever wrote in it does not review it (3.11). */
export const publishArticle = defineAction({
  title: { en: 'Publish the article', zh: '发布文章' },
  allow: { staff: 'article.publish', system: true },
  on: Article,
  input: z.object({}),
  output: one(Article),
  event: 'publish',
  when: async (ctx, article) => {
    const refused = await mayPlace(ctx, article.storeId);
    if (refused) return refused;
    const version = await workingVersion(ctx, article);
    if (version.authorIds.includes(actorId(ctx) ?? '')) return deny('FORBIDDEN', { text: t.authorDoesNotPublish });
    return (await mayPlace(ctx, version.storeId)) ?? blocked(ctx, version);
  },
  run: async (ctx, article) => {
    const version = await workingVersion(ctx, article);
    const before =
      article.edition > 0
        ? await ctx
            .trusted('part of a seen row')
            .first(ArticleVersion, { articleId: article.id, edition: article.edition })
        : undefined;
    const reviewBy = new Date(Date.parse(ctx.now) + version.reviewEveryDays * DAY_MS).toISOString();
    const revision = await nextRevision(ctx, 'KNOWLEDGE');
    const published = ctx.fire(Article, article, 'publish', {
      ...contentOf(version),
      languages: languagesOf(version),
      edition: version.edition,
      live: true,
      publishedAt: ctx.now,
      reviewBy,
      revision,
    });
    ctx.update(ArticleVersion, version, { state: 'PUBLISHED', reviewerId: actorId(ctx), publishedAt: ctx.now });
    if (before) ctx.update(ArticleVersion, before, { state: 'SUPERSEDED' });
    await ctx.at(reviewTimer, reviewBy, article);
    ctx.emit(articlePublished, published);
    return published;
  },
});

/** Gives it back to its author with what is to be done. */
export const sendBackArticle = defineAction({
  title: { en: 'Send back to the author', zh: '退回修改' },
  allow: { staff: 'article.publish' },
  on: Article,
  input: z.object({ reason: z.string().trim().max(500).optional() }),
  output: one(Article),
  event: 'sendBack',
  when: (ctx, article) => mayPlace(ctx, article.storeId),
  check: (_ctx, _article, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: async (ctx, article, { reason = '' }) => {
    ctx.update(ArticleVersion, await workingVersion(ctx, article), {
      state: 'DRAFT',
      reviewerId: actorId(ctx),
      reviewNote: reason,
    });
    return ctx.fire(Article, article, article.live ? 'sendBackUpdate' : 'sendBack');
  },
});

/** Its review is due: the owner has to look at it (R-KB-03). */
export const markArticleOverdue = defineAction({
  title: { en: 'Mark the article as overdue', zh: '标记文章待更新' },
  allow: { system: true },
  on: Article,
  input: z.object({}),
  output: one(Article),
  event: 'needUpdate',
  run: (ctx, row) => needUpdate(ctx, row.id),
});

async function needUpdate(ctx: ActionContext, id: string): Promise<ArticleRow> {
  const article = await ctx.get(Article, id);
  // Searches show it as stale at once, in every process.
  const flagged = ctx.fire(
    Article,
    article,
    'needUpdate',
    article.live ? { revision: await nextRevision(ctx, 'KNOWLEDGE') } : {},
  );
  ctx.emit(articleNeedsUpdate, flagged);
  return flagged;
}

/** Says that an article is no longer right. */
export const requestArticleUpdate = defineAction({
  title: { en: 'Ask for an update', zh: '提示需要更新' },
  allow: { staff: 'article.write' },
  on: Article,
  input: z.object({ reason: z.string().trim().max(500).optional() }),
  output: one(Article),
  event: 'needUpdate',
  when: (ctx, article) => mayPlace(ctx, article.storeId),
  check: (_ctx, _row, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: (ctx, row) => needUpdate(ctx, row.id),
});

/** Takes it out of every search. */
export const archiveArticle = defineAction({
  title: { en: 'Archive the article', zh: '归档文章' },
  allow: { staff: 'article.publish' },
  on: Article,
  input: z.object({}),
  output: one(Article),
  event: 'archive',
  when: (ctx, article) => mayPlace(ctx, article.storeId),
  run: async (ctx, article) => {
    const revision = await nextRevision(ctx, 'KNOWLEDGE');
    await ctx.unset(reviewTimer, article);
    return ctx.fire(Article, article, 'archive', { live: false, revision });
  },
});
