import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { clip } from '../../kernel/clip.ts';
import { maskPersonalData } from '../../language/personal-data.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { addEntry, CardType, Conversation, Message, messageSent, type Entry } from '../conversations/index.ts';
import { guardOutbound } from '../guard/index.ts';
import { Article, countOf } from '../knowledge/index.ts';
import { BotAnswer, BotSession } from './entities.ts';
import { findAnswer, type Answer } from './find-answer.ts';
import { handOver, isWithBot, MOST_MISSES, type ConversationRow, type SessionRow } from './session.ts';
import { BotStore } from './settings.ts';
import { botAnswerTimer, botIdleTimer } from './timers.ts';

/** The article that an answer is from. */
export const ArticleCard = addTo(CardType, { ARTICLE: { en: 'Article', zh: '文章' } });

/** A customer who says nothing for so long has what he came for. */
const IDLE_MS = 30 * 60_000;
const MOST_KEPT = 500;

/** The message that is to be answered; timers of an earlier version do not name its id. */
export const question = { conversationId: z.string(), seq: z.int(), messageId: z.string().optional() };

/** What a language model made of an article; it is said only while that article still holds. */
const rephrased = { text: z.string().trim().min(1).max(1000), articleId: z.string(), edition: z.int() };

/**
 * Answers a customer from an article, or counts a miss. Of this and an agent who takes the conversation over one wins,
 * because both write its row.
 */
export const answerByBot = defineAction({
  title: { en: 'Answer by the bot', zh: '智能助手回答' },
  allow: { system: true },
  input: z.object({ ...question, ...z.object(rephrased).partial().shape }),
  output: one(BotSession),
  check: async (ctx, { conversationId, seq }) => {
    const [conversation, session] = await Promise.all([
      ctx.get(Conversation, conversationId),
      ctx.get(BotSession, conversationId),
    ]);
    return isWithBot(conversation) && session.seq < seq
      ? undefined
      : deny('INVALID_TRANSITION', { details: { from: conversation.state, event: 'answerByBot' } });
  },
  run: async (ctx, { conversationId, seq, messageId, text, articleId, edition }) => {
    const [conversation, session] = await Promise.all([
      ctx.get(Conversation, conversationId),
      ctx.get(BotSession, conversationId),
    ]);
    await ctx.unset(botAnswerTimer, conversationId);
    const question = await questionAt(ctx, { conversationId, seq, messageId });
    const worded =
      text && articleId ? await wordedAnswer(ctx, conversation, { text, articleId, edition: edition ?? 0 }) : undefined;
    const answer = worded ?? (await findAnswer(ctx, conversation, question));
    if (!answer) return missed(ctx, conversation, { ...session, seq });
    const message = await say(ctx, conversation, answer);
    logAnswer(ctx, conversation, {
      answer,
      question,
      messageId: message.id,
      rephrased: worded !== undefined,
      outcome: 'SENT',
    });
    await ctx.at(botIdleTimer, new Date(Date.parse(ctx.now) + IDLE_MS).toISOString(), conversationId, {
      seq: message.seq,
    });
    return ctx.update(BotSession, session, { seq, answers: session.answers + 1 });
  },
});

interface Asked {
  readonly conversationId: string;
  readonly seq: number;
  readonly messageId?: string | undefined;
}

/** What the customer asked. By its id the message is known without a look: it has just been written. */
export async function questionAt(
  ctx: Pick<ReadContext, 'trusted'>,
  { conversationId, seq, messageId }: Asked,
): Promise<string> {
  const message =
    (await ctx.trusted('part of a seen row').maybe(Message, messageId)) ??
    (await ctx.trusted('part of a seen row').first(Message, { conversationId, seq }));
  return message?.body ?? '';
}

/**
 * The model's words, when the article still says so and the guard lets them pass; else the article speaks for itself.
 */
async function wordedAnswer(
  ctx: ActionContext,
  conversation: ConversationRow,
  { text, articleId, edition }: { text: string; articleId: string; edition: number },
): Promise<Answer | undefined> {
  const article = await ctx.trusted('chosen for this customer by the bot').maybe(Article, articleId);
  if (!article?.live || article.audience !== 'PUBLIC' || article.edition !== edition) return undefined;
  const { denial } = await guardOutbound(ctx, conversation, { text, author: 'bot', confirmed: false });
  return denial ? undefined : { article, text, coverage: 1 };
}

async function missed(ctx: ActionContext, conversation: ConversationRow, session: SessionRow): Promise<SessionRow> {
  const misses = session.misses + 1;
  const counted = ctx.update(BotSession, session, { misses, seq: session.seq });
  if (misses < MOST_MISSES) {
    // The conversation is told anew, so that the customer's window asks what became of his question.
    ctx.update(Conversation, conversation, { waitingSince: conversation.waitingSince ?? ctx.now });
    return counted;
  }
  await handOver(ctx, counted, 'NO_ANSWER');
  return ctx.get(BotSession, session.id);
}

/** Says an answer, with the article it is from as a card. */
async function say(ctx: ActionContext, conversation: ConversationRow, { article, text }: Answer) {
  const { bot } = await ctx.trusted('settings for everybody').get(BotStore, conversation.storeId);
  const language = conversation.locale === 'en' ? 'en' : 'zh';
  const title = article.title[language] || article.title.zh || article.title.en;
  const entry: Entry = {
    sender: 'BOT',
    senderId: null,
    senderName: bot.name[language],
    kind: 'TEXT',
    body: text,
    clientMsgId: `bot:${ctx.newId()}`,
    card: {
      type: ArticleCard.codes.ARTICLE,
      id: article.id,
      title: clip(title, 300),
      detail: '',
      price: null,
      url: null,
    },
  };
  const { message } = addEntry(ctx, conversation, entry);
  ctx.emit(messageSent, message);
  return message;
}

interface Logged {
  readonly answer: Answer;
  readonly question: string;
  readonly messageId: string | null;
  readonly rephrased: boolean;
  readonly outcome: 'SENT' | 'OFFERED';
}

/** Keeps what was answered from what; whether it helps is added later (K-48). */
export function logAnswer(
  ctx: ActionContext,
  { id: conversationId, storeId }: ConversationRow,
  { answer: { article, coverage }, question, ...rest }: Logged,
) {
  return ctx.insert(BotAnswer, {
    storeId,
    conversationId,
    question: clip(maskPersonalData(clip(question, MOST_KEPT)), MOST_KEPT),
    articleId: article.id,
    title: article.title,
    edition: article.edition,
    coverage,
    helpful: null,
    at: ctx.now,
    ...rest,
  });
}

/** What the customer says of an answer. One that did not help counts as a miss. */
export const rateBotAnswer = defineAction({
  title: { en: 'Rate an answer of the bot', zh: '评价智能助手回答' },
  allow: { shopper: true },
  input: z.object({ conversationId: z.string(), messageId: z.string(), helpful: z.boolean() }),
  output: one(Conversation),
  check: async (ctx, { conversationId, messageId }) => {
    const conversation = await ctx.get(Conversation, conversationId);
    const answer = await ctx
      .trusted('part of a seen row')
      .first(BotAnswer, { conversationId: conversation.id, messageId });
    if (!answer) return deny('NOT_FOUND');
    return answer.helpful === null ? undefined : deny('DUPLICATE');
  },
  run: async (ctx, { conversationId, messageId, helpful }) => {
    const conversation = await ctx.get(Conversation, conversationId);
    const answer =
      (await ctx.trusted('part of a seen row').first(BotAnswer, { conversationId, messageId })) ?? refuse('NOT_FOUND');
    ctx.trusted('the customer rates the answer').update(BotAnswer, answer, { helpful });
    const article = await ctx.trusted('the customer rates the answer').maybe(Article, answer.articleId);
    if (article) countOf(ctx, article, [helpful ? 'helpfulCount' : 'unhelpfulCount']);
    const session = await ctx.trusted('the customer rates the answer').maybe(BotSession, conversationId);
    if (helpful || session?.state !== 'BOT') return conversation;
    const counted = ctx
      .trusted('the customer rates the answer')
      .update(BotSession, session, { misses: session.misses + 1 });
    return counted.misses < MOST_MISSES
      ? conversation
      : handOver(ctx.trusted('the customer rates the answer'), counted, 'UNHELPFUL');
  },
});
