/** @module A bot that answers from published articles or drafts for agents, and makes way for a person (3.2, K-55). */
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { inCommit } from '../../kernel/event.ts';
import { defineFeature, expects } from '../../kernel/feature.ts';
import { answer } from '../../kernel/point.ts';
import { understanding, Understood } from '../understanding/index.ts';
import { knowledge } from '../knowledge/index.ts';
import { guard } from '../guard/index.ts';
import { customers } from '../customers/index.ts';
import {
  conversationClosed,
  conversationDeferred,
  conversationOpened,
  conversationQueued,
  conversations,
  firstWord,
  messageSent,
  sendMessage,
  type Message,
} from '../conversations/index.ts';
import { access } from '../access/index.ts';
import { answerByBot, ArticleCard, rateBotAnswer } from './answer.ts';
import { draftByBot, settleBotDraft } from './draft.ts';
import { BotAnswer, BotSession } from './entities.ts';
import { botAsked } from './events.ts';
import { beginSession, closeSession, handOver, isWithBot, type ConversationRow } from './session.ts';
import { botState } from './state.ts';
import { endBotConversation, takeOverFromBot } from './take-over.ts';
import { wantsPerson } from './wants-person.ts';
import { BotStore, setStoreBot } from './settings.ts';
import { whenDue } from '../../kernel/timer.ts';
import { botAnswerTimer, botDraftTimer, botIdleTimer } from './timers.ts';
import { answerBotWords } from './words.ts';

/** How long a language model may take before the article speaks for itself. */
export const MODEL_MS = 12_000;

/** A person's answer makes a draft that lies there needless, whatever they wrote. */
async function dropDraft(ctx: ActionContext, { conversationId, isAuto }: RowOf<typeof Message>): Promise<void> {
  if (isAuto || (await ctx.get(Understood, conversationId)).bot !== 'DRAFT') return;
  await ctx.unset(botDraftTimer, conversationId);
  const session = await ctx.maybe(BotSession, conversationId);
  if (session?.draft) ctx.update(BotSession, session, { draft: null });
}

/** Hears a customer's message: asks for a person at once, else for an answer right after the commit. */
async function hear(ctx: ActionContext, message: RowOf<typeof Message>): Promise<void> {
  const { id: messageId, sender, kind, body, seq, conversationId } = message;
  if (sender === 'AGENT' && kind !== 'NOTE') return dropDraft(ctx, message);
  if (sender !== 'CUSTOMER' || kind !== 'TEXT') return;
  const conversation = await ctx.get(Understood, conversationId);
  if (conversation.bot === 'DRAFT') return ctx.afterCommit(botDraftTimer, conversationId, { seq, messageId });
  if (!isWithBot(conversation)) return;
  await ctx.unset(botIdleTimer, conversationId);
  const session = await ctx.get(BotSession, conversationId);
  if (wantsPerson(body)) return void (await handOver(ctx, session, 'ASKED'));
  if (conversation.priority === 'P1' || conversation.emotion === 'ANGRY')
    return void (await handOver(ctx, session, 'SENSITIVE'));
  if (isCourtesy(conversation, body)) return;
  if (
    !ctx.ports.model ||
    !(await ctx.trusted('settings for everybody').get(BotStore, conversation.storeId)).bot.rephrase
  )
    return ctx.afterCommit(botAnswerTimer, conversationId, { seq, messageId });
  await ctx.at(botAnswerTimer, new Date(Date.parse(ctx.now) + MODEL_MS).toISOString(), conversationId, {
    seq,
    messageId,
  });
  ctx.emit(botAsked, { tenantId: conversation.tenantId, conversationId, seq });
}

const SHORT = 12;
/** A greeting or thanks asks nothing, and is no miss. */
const isCourtesy = ({ reading }: RowOf<typeof Understood>, body: string): boolean =>
  body.length <= SHORT && reading?.intent === 'OTHER' && reading.isCertain && !/[??]/.test(body);

/** Whoever puts the conversation into the queue ends the session: the customer's own button among them. */
async function makeWay(ctx: ActionContext, { id, bot }: ConversationRow): Promise<void> {
  const session = bot === 'BOT' ? await ctx.maybe(BotSession, id) : undefined;
  if (session?.state === 'BOT') await closeSession(ctx, session, 'ASKED');
}

async function end(ctx: ActionContext, { id, bot }: ConversationRow): Promise<void> {
  if (!bot) return;
  await ctx.unset(botAnswerTimer, id);
  await ctx.unset(botIdleTimer, id);
}

export const answerBot = defineFeature({
  name: 'answerBot',
  words: answerBotWords,
  requires: [access, conversations, customers, guard, knowledge, understanding],
  entities: [BotSession, BotAnswer],
  extensions: [BotStore],
  members: [ArticleCard],
  actions: { answerByBot, draftByBot, settleBotDraft, rateBotAnswer, takeOverFromBot, endBotConversation, setStoreBot },
  views: { botState },
  answers: [
    answer(firstWord, async (ctx, { id }) => {
      const { mode } = (await ctx.get(BotStore, id)).bot;
      return mode === 'OFF' ? undefined : mode;
    }),
  ],
  expects: [
    expects(sendMessage, ({ kind }, { conversationId: id }) =>
      kind === 'shopper' ? [{ entity: BotSession, id }] : [],
    ),
  ],
  inCommit: [
    inCommit(conversationOpened, beginSession),
    inCommit(messageSent, hear),
    inCommit(conversationQueued, makeWay),
    inCommit(conversationDeferred, makeWay),
    inCommit(conversationClosed, end),
  ],
  timers: [
    whenDue(botAnswerTimer, answerByBot),
    whenDue(botDraftTimer, draftByBot),
    whenDue(botIdleTimer, endBotConversation),
  ],
});

export { BotAnswer, BotSession, HAND_OVERS, type HandOver } from './entities.ts';
export { botAsked, type BotAsked } from './events.ts';
export { plainText } from './find-answer.ts';
export { rephraseAnswer } from './rephrase.ts';
export { BOT_MODES, BotStore, DEFAULT_BOT, StoreBot } from './settings.ts';
