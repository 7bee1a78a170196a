/**
 * @module The three answers that fit best what the customer says (R-KB-10): articles and scripts in one list.
 */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { named, type RowOf } from '../../kernel/entity.ts';
import { LocalText, type Locale } from '../access/index.ts';
import { Conversation } from '../conversations/index.ts';
import { scriptFiller, suggestScripts } from '../scripts/index.ts';
import { findArticles } from './article-index.ts';
import { Article, articleFields } from './entities.ts';
import { plainText, shortened } from './plain-text.ts';
import { holds, inReach, lastWords, LEAST_COVERAGE } from './search.ts';

const ANSWERS = 3;
/** Scripts that are filled in to find those that can be sent as they are. */
const MOST_FILLED = 20;
/** One message is short; the rest is behind the link (2.6 norm 3 asks for less, the agent shortens). */
const MOST_CHARACTERS = 500;

const Answer = named(
  'SuggestedAnswer',
  z.object({
    kind: codes('AnswerKind', {
      ARTICLE: { en: 'Article', zh: '知识文章' },
      SCRIPT: { en: 'Script', zh: '话术' },
    }),
    /** Of an article its id, of a script its id or, of a default one, its code. */
    id: z.string(),
    title: LocalText,
    /** What would go into the reply, in the customer's language; of an internal article only to be read. */
    text: z.string(),
    audience: articleFields.audience.nullable(),
    /** The published version, to be cited. */
    edition: z.int().nullable(),
    /** Its review is due: look before citing it (R-QA-05). */
    stale: z.boolean(),
    coverage: z.number(),
  }),
);
type Answer = z.output<typeof Answer>;
type ConversationRow = RowOf<typeof Conversation>;

const inLanguage = ({ zh, en }: { zh: string; en: string }, language: Locale) =>
  language === 'en' ? en || zh : zh || en;

async function articleAnswers(
  ctx: ReadContext,
  question: string,
  storeId: string,
  language: Locale,
): Promise<Answer[]> {
  const reaches = inReach(ctx, storeId);
  const results = await findArticles(ctx, {
    text: question,
    limit: ANSWERS,
    accepts: (facts) => reaches(facts) && holds(facts, ctx.now),
  });
  const fitting = results.filter(({ coverage }) => coverage >= LEAST_COVERAGE);
  if (fitting.length === 0) return [];
  const rows = await ctx.find(Article, {
    where: { id: { in: fitting.map(({ id }) => id) }, live: true },
    limit: fitting.length,
  });
  return fitting.flatMap(({ id, coverage }) => {
    const row = rows.find((one) => one.id === id);
    if (!row) return [];
    const { title, body, audience, edition, state } = row;
    return [
      {
        kind: 'ARTICLE',
        id,
        title,
        text: shortened(plainText(inLanguage(body, language)), MOST_CHARACTERS),
        audience,
        edition,
        stale: state === 'NEEDS_UPDATE',
        coverage,
      },
    ];
  });
}

/** Scripts with everything filled in. One that still has a name in braces could not be sent, so it is not offered. */
async function scriptAnswers(ctx: ReadContext, question: string, conversation: ConversationRow): Promise<Answer[]> {
  const { intent, storeId } = conversation;
  const found = await suggestScripts(ctx, { text: question, intent, storeId, limit: MOST_FILLED });
  const fill = scriptFiller(ctx, conversation);
  const answers = await Promise.all(
    found.map(async ({ script, coverage }) => {
      const { text, unresolved } = await fill({ script });
      const id = script.id ?? script.scriptCode;
      return unresolved.length > 0
        ? []
        : [
            {
              kind: 'SCRIPT' as const,
              id,
              title: script.title,
              text,
              audience: null,
              edition: null,
              stale: false,
              coverage,
            },
          ];
    }),
  );
  return answers.flat();
}

async function answersTo(ctx: ReadContext, question: string, conversation: ConversationRow): Promise<Answer[]> {
  const { storeId, locale } = conversation;
  const found = await Promise.all([
    articleAnswers(ctx, question, storeId, locale),
    scriptAnswers(ctx, question, conversation),
  ]);
  return found
    .flat()
    .sort((a, b) => b.coverage - a.coverage)
    .slice(0, ANSWERS);
}

export const suggestAnswers = defineView({
  title: { en: 'Suggest answers', zh: '推荐回复' },
  allow: { staff: 'article.read' },
  input: z.object({
    conversationId: z.string(),
    /** Default: what the customer said last. */
    text: z.string().trim().max(2000).optional(),
  }),
  output: value('SuggestedAnswers', z.object({ question: z.string(), answers: z.array(Answer) })),
  run: async (ctx, { conversationId, text }) => {
    const conversation = await ctx.get(Conversation, conversationId);
    const question = text || (await lastWords(ctx, conversationId, 1));
    if (!question) return { question: '', answers: [] };
    const found = await answersTo(ctx, question, conversation);
    // "And how much?" says little alone: what he said before belongs to it.
    const answers =
      found.length > 0 || text ? found : await answersTo(ctx, await lastWords(ctx, conversationId), conversation);
    return { question, answers };
  },
});
