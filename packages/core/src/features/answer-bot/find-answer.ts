/**
 * @module Finds what a published public article says to a question, in its own words. Without such an article there is
 * no answer.
 */
import type { ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { clip } from '../../kernel/clip.ts';
import { foldText } from '../../language/fold.ts';
import type { TopicResult } from '../../language/search/topic-ranking.ts';
import type { Conversation } from '../conversations/index.ts';
import { guardOutbound } from '../guard/index.ts';
import { findArticles, holds, shownArticles, type ShownArticle } from '../knowledge/index.ts';

type ConversationRow = RowOf<typeof Conversation>;

/**
 * An article must hold at least this share of the question, be about it (both together), and hold this many of its
 * words unless it holds them all. Fitted to the `dev` half of the labelled queries: 83 % answered, 91 % of those
 * rightly.
 */
const LEAST_HELD = 0.5;
const LEAST_TOGETHER = 1.4;
/** Of an article whose topic is not known. */
const USUAL_LIKENESS = 0.6;
const LEAST_TERMS = 2;
/** The best few are tried: the first may say something that must not be said. */
const TRIED = 3;
export const LONGEST_ANSWER = 400;
const MOST_ASKED = 300;
/** Sentences of one message that are asked one by one, beside the whole. */
const MOST_SENTENCES = 4;
const SENTENCE_END = /(?<=[。!?!?;;\n]|\.\s)\s*/;

export interface Answer {
  readonly article: ShownArticle;
  readonly text: string;
  readonly coverage: number;
}

/** Whether what was found answers the question, and not merely shares a word with it. */
export const answers = ({
  coverage,
  terms,
  likeness = USUAL_LIKENESS,
}: Pick<TopicResult, 'coverage' | 'terms' | 'likeness'>): boolean =>
  coverage >= LEAST_HELD && coverage + likeness >= LEAST_TOGETHER && (terms.length >= LEAST_TERMS || coverage >= 0.999);

/** The best answer that may be said to this customer, in his language. */
export async function findAnswer(
  ctx: ReadContext,
  conversation: ConversationRow,
  question: string,
): Promise<Answer | undefined> {
  const { locale } = conversation;
  const fitting = await fittingArticles(ctx, conversation, clip(question, MOST_ASKED));
  if (fitting.length === 0) return undefined;
  const shown = await shownArticles(
    ctx.trusted('chosen for this customer by the bot'),
    fitting.map(({ id }) => id),
  );
  for (const { id, coverage, terms } of fitting) {
    const article = shown.get(id);
    if (!article || article.state === 'NEEDS_UPDATE') continue;
    const text = passageOf(
      plainText(locale === 'en' ? article.body.en || article.body.zh : article.body.zh || article.body.en),
      terms,
    );
    const { denial } = await guardOutbound(ctx, conversation, { text, author: 'bot', confirmed: false });
    if (text && !denial) return { article, text, coverage };
  }
  return undefined;
}

/** Articles that answer the message; what else is said in it ("this is annoying") does not hide its question. */
async function fittingArticles(
  ctx: ReadContext,
  { storeId }: ConversationRow,
  question: string,
): Promise<TopicResult[]> {
  const sentences = question.split(SENTENCE_END).filter((sentence) => sentence.trim().length > 1);
  for (const text of sentences.length > 1 ? [question, ...sentences.slice(0, MOST_SENTENCES)] : [question]) {
    const found = await findArticles(ctx, {
      text,
      limit: TRIED,
      accepts: (facts) =>
        facts.audience === 'PUBLIC' && (facts.storeId === null || facts.storeId === storeId) && holds(facts, ctx.now),
    });
    const fitting = found.filter(answers);
    if (fitting.length > 0) return fitting;
  }
  return [];
}

/** Markdown as plain words. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/```[\s\S]*?```/g, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/^\s{0,3}(?:#{1,6}|>|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/(\*\*|__|`)/g, '')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

const SENTENCE = /[^。!?!?\n.]+(?:[。!?!?\n]+|\.(?=\s|$)|\.|$)/g;

/** The whole text when it is short, else the sentences from the first that speaks most of what was asked. */
export function passageOf(text: string, terms: readonly string[]): string {
  if (text.length <= LONGEST_ANSWER) return text;
  const sentences = text.match(SENTENCE) ?? [text];
  const speaks = sentences.map((sentence) => {
    const folded = foldText(sentence);
    return terms.filter((term) => folded.includes(term)).length;
  });
  const from = speaks.indexOf(Math.max(...speaks));
  let passage = '';
  for (const sentence of sentences.slice(from)) {
    if (passage && passage.length + sentence.length > LONGEST_ANSWER) break;
    passage += sentence;
  }
  return clip(passage.trim(), LONGEST_ANSWER);
}
