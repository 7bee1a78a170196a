/**
 * @module The three answers that fit best what the customer says (R-KB-10): articles and scripts in one list.
 */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { named } from '../../kernel/entity.ts';
import { LocalText, type Locale } from '../access/entities.ts';
import { Conversation } from '../conversations/entities.ts';
import { suggestScripts, type SuggestedScript } from '../scripts/suggest.ts';
import { findArticles } from './article-index.ts';
import { Article, articleFields } from './entities.ts';
import { plainText, shortened } from './plain-text.ts';
import { holds, inReach, lastWords, LEAST_COVERAGE } from './search.ts';

const ANSWERS = 3;
/** One message is short; the rest is behind the link (2.6 norm 3 asks for less, the agent shortens). */
const MOST_CHARACTERS = 500;

const Answer = named(
  'SuggestedAnswer',
  z.object({
    kind: named('AnswerKind', z.enum(['ARTICLE', 'SCRIPT'])),
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

const inLanguage = ({ zh, en }: { zh: string; en: string }, language: Locale) => (language === 'en' ? en || zh : zh || en);

async function articleAnswers(ctx: ReadContext, question: string, storeId: string, language: Locale): Promise<Answer[]> {
  const reaches = inReach(ctx, storeId);
  const results = await findArticles(ctx, { text: question, limit: ANSWERS, accepts: (facts) => reaches(facts) && holds(facts, ctx.now) });
  const fitting = results.filter(({ coverage }) => coverage >= LEAST_COVERAGE);
  if (fitting.length === 0) return [];
  const rows = await ctx.find(Article, { where: { id: { in: fitting.map(({ id }) => id) }, live: true }, limit: fitting.length });
  return fitting.flatMap(({ id, coverage }) => {
    const row = rows.find((one) => one.id === id);
    if (!row) return [];
    const { title, body, audience, edition, state } = row;
    return [{ kind: 'ARTICLE', id, title, text: shortened(plainText(inLanguage(body, language)), MOST_CHARACTERS), audience, edition, stale: state === 'NEEDS_UPDATE', coverage }];
  });
}

const scriptAnswer = ({ script, coverage }: SuggestedScript, language: Locale): Answer => ({
  kind: 'SCRIPT', id: script.id ?? script.scriptCode, title: script.title, text: inLanguage(script.body, language), audience: null, edition: null, stale: false, coverage,
});

interface Asked {
  readonly question: string;
  readonly storeId: string;
  readonly intent: Parameters<typeof suggestScripts>[1]['intent'];
  readonly locale: Locale;
}

async function answersTo(ctx: ReadContext, { question, storeId, intent, locale }: Asked): Promise<Answer[]> {
  const [articles, scripts] = await Promise.all([articleAnswers(ctx, question, storeId, locale), suggestScripts(ctx, { text: question, intent, storeId, limit: ANSWERS })]);
  return [...articles, ...scripts.map((script) => scriptAnswer(script, locale))].sort((a, b) => b.coverage - a.coverage).slice(0, ANSWERS);
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
    const { storeId, intent, locale } = await ctx.get(Conversation, conversationId);
    const question = text || (await lastWords(ctx, conversationId, 1));
    if (!question) return { question: '', answers: [] };
    const found = await answersTo(ctx, { question, storeId, intent, locale });
    // "And how much?" says little alone: what he said before belongs to it.
    const answers = found.length > 0 || text ? found : await answersTo(ctx, { question: await lastWords(ctx, conversationId), storeId, intent, locale });
    return { question, answers };
  },
});
