/**
 * @module What people must read (R-KB-06): an article names the roles, each person acknowledges the published version,
 * and a report says who has not.
 */
import { z } from 'zod';
import { defineAction, defineView, one, value, pageOf } from '../../kernel/action.ts';
import { type ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { defineEntity, instant, named, ref } from '../../kernel/entity.ts';
import { staffOf } from '../../kernel/question.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { MOST_ROLES, Role, User } from '../access/index.ts';
import { mayPlace, type ArticleRow } from './article.ts';
import { Article } from './entities.ts';
import { knowledgeTexts as t } from './texts.ts';

const MOST_READERS = 1000;
const MOST_ARTICLES = 100;

/** Somebody has read a version of an article. */
export const ReadReceipt = defineEntity({
  name: 'ReadReceipt',
  title: { en: 'Acknowledgement', zh: '阅读确认' },
  schema: z.object({ articleId: ref('Article'), edition: z.int(), userId: ref('User'), at: instant() }),
  index: [['articleId', 'edition'], ['userId']],
  unique: [{ name: 'read_receipt', fields: ['articleId', 'edition', 'userId'] }],
  audited: ['edition'],
  visible: (actor) => (actor.kind === 'staff' && actor.permissions.has('article.read') ? 'all' : 'none'),
  list: { filters: ['articleId', 'userId'], orders: [[['createdAt', 'desc']]] },
});

/** Says which roles must read it; nobody: it need not be read any more. */
export const requireReading = defineAction({
  title: { en: 'Make it a must-read', zh: '设为必读' },
  allow: { staff: 'article.publish' },
  on: Article,
  input: z.object({ roles: z.array(memberOf(Role)).max(MOST_ROLES) }),
  output: one(Article),
  when: (ctx, row) =>
    row.live
      ? mayPlace(ctx, row.storeId)
      : deny('VALIDATION_FAILED', { fields: [{ path: 'id', text: t.publishFirst }] }),
  run: (ctx, row, { roles }) => ctx.update(Article, row, { mustRead: [...new Set(roles)] }),
});

/** Says that one has read the published version. */
export const acknowledgeArticle = defineAction({
  title: { en: 'I have read it', zh: '确认已读' },
  allow: { staff: 'article.read' },
  inPerson: true,
  on: Article,
  input: z.object({}),
  output: one(ReadReceipt),
  when: (_ctx, row) => (row.live ? undefined : deny('INVALID_TRANSITION', { details: { event: 'acknowledge' } })),
  run: async (ctx, row) => {
    const actor = staffOf(ctx);
    const { edition } = row;
    const before = await ctx.first(ReadReceipt, { articleId: row.id, edition, userId: actor.userId });
    return before ?? ctx.insert(ReadReceipt, { articleId: row.id, edition, userId: actor.userId, at: ctx.now });
  },
});

const mustRead = (
  { mustRead: roles, storeId }: ArticleRow,
  person: { roles: readonly string[]; storeIds: readonly string[] },
): boolean =>
  person.roles.some((role) => (roles as readonly string[]).includes(role)) &&
  (!storeId || person.storeIds.length === 0 || person.storeIds.includes(storeId));

async function readOf(ctx: ReadContext, userId: string, articles: readonly ArticleRow[]): Promise<Set<string>> {
  if (articles.length === 0) return new Set();
  const receipts = await ctx.find(ReadReceipt, {
    where: { userId, articleId: { in: articles.map(({ id }) => id) } },
    limit: 1000,
  });
  return new Set(receipts.map(({ articleId, edition }) => `${articleId} ${edition}`));
}

/** What the person asking still has to read, the newest first. */
export const mustReads = defineView({
  title: { en: 'What I must read', zh: '我的必读' },
  allow: { staff: 'article.read' },
  input: z.object({}),
  output: pageOf(Article, [['publishedAt', 'desc']]),
  run: async (ctx, _input, page) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') return [];
    const wanted = await Promise.all(
      actor.roles.map((role) =>
        ctx.find(Article, {
          where: { live: true, mustRead: { has: role } },
          order: [['publishedAt', 'desc']],
          limit: MOST_ARTICLES,
        }),
      ),
    );
    const articles = [...new Map(wanted.flat().map((row) => [row.id, row])).values()];
    const read = await readOf(ctx, actor.userId, articles);
    const open = articles.filter(({ id, edition }) => !read.has(`${id} ${edition}`)).map(({ id }) => id);
    return open.length > 0 ? ctx.find(Article, { where: { id: { in: open } }, ...page }) : [];
  },
});

const Reader = named('ArticleReader', z.object({ userId: z.string(), name: z.string(), at: instant().nullable() }));

/** Who must read an article and has, or has not (R-KB-06). */
export const readingReport = defineView({
  title: { en: 'Reading report', zh: '阅读情况' },
  allow: { staff: 'article.publish' },
  input: z.object({ articleId: z.string() }),
  output: value(
    'ReadingReport',
    z.object({
      edition: z.int(),
      readers: z.array(Reader),
      read: z.int(),
      /** Null while nobody must read it. */ share: z.number().nullable(),
    }),
  ),
  run: async (ctx, { articleId }) => {
    const article = await ctx.get(Article, articleId);
    const { edition } = article;
    const [people, receipts] = await Promise.all([
      article.mustRead.length > 0 ? ctx.find(User, { where: { active: true }, limit: MOST_READERS }) : [],
      ctx.find(ReadReceipt, { where: { articleId, edition }, limit: MOST_READERS }),
    ]);
    const at = new Map(receipts.map((receipt) => [receipt.userId, receipt.at]));
    const readers = people
      .filter((person) => mustRead(article, person))
      .map(({ id, name }) => ({ userId: id, name, at: at.get(id) ?? null }));
    const read = readers.filter((reader) => reader.at).length;
    return { edition, readers, read, share: readers.length > 0 ? read / readers.length : null };
  },
});
