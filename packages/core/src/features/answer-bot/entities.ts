import { z } from 'zod';
import { codes } from '../../kernel/codes.ts';
import { defineEntity, instant, named, ref } from '../../kernel/entity.ts';
import { defineMachine } from '../../kernel/machine.ts';
import { LocalText } from '../access/index.ts';
import { staffOfStore } from '../customers/index.ts';

export const botSpeaker = codes('BotSessionState', {
  BOT: { en: 'The bot speaks', zh: '智能助手接待' },
  DRAFT: { en: 'The bot drafts, a person speaks', zh: '智能助手拟稿，人工接待' },
  HUMAN: { en: 'A person speaks', zh: '人工接待' },
});
/** Why the bot made way for a person. */
export const handOver = codes('BotHandOver', {
  ASKED: { en: 'The customer asked for a person', zh: '顾客要求转人工' },
  NO_ANSWER: { en: 'It had no answer', zh: '没有答案' },
  UNHELPFUL: { en: 'Its answers did not help', zh: '回答没有帮助' },
  SENSITIVE: { en: 'A matter for people', zh: '须由人工处理' },
  TAKEN_OVER: { en: 'A colleague took over', zh: '客服主动接管' },
});
export const HAND_OVERS = handOver.options;
export type HandOver = z.output<typeof handOver>;

/**
 * Who speaks: the bot by itself, a person with its drafts, or a person alone. There is no way back within a
 * conversation.
 */
export const botMachine = defineMachine({
  field: 'state',
  states: botSpeaker.options,
  events: {
    speak: { NEW: 'BOT' },
    draft: { NEW: 'DRAFT' },
    handOver: { BOT: 'HUMAN', DRAFT: 'HUMAN' },
  },
});

const cited = { articleId: ref('Article'), title: LocalText, edition: z.int() };

/** A text for the agent, with the article that it is from and the message that it answers. */
export const BotDraft = named('BotDraft', z.object({ ...cited, text: z.string().max(2000), seq: z.int() }));

/** What the bot does in a conversation; its id is the conversation's. */
export const BotSession = defineEntity({
  name: 'BotSession',
  title: { en: 'Bot session', zh: '智能助手会话' },
  schema: z.object({
    storeId: ref('Store'),
    conversationId: ref('Conversation'),
    state: botSpeaker,
    answers: z.int(),
    /** Questions without an answer, and answers that did not help. */
    misses: z.int(),
    /** Number of the last customer message that was dealt with. */
    seq: z.int(),
    draft: BotDraft.nullable(),
    handOver: handOver.nullable(),
    handedOverAt: instant().nullable(),
    /** For the agent: what was asked and answered so far. */
    summary: z.string().max(2000),
  }),
  machine: botMachine,
  index: [['storeId', '-createdAt']],
  audited: ['state', 'handOver'],
  visible: (actor) => staffOfStore(actor, 'conversation.read'),
  list: { filters: ['storeId', 'state', 'handOver', 'createdAt'], orders: [[['createdAt', 'desc']]] },
  live: (row) => [`conversation:${row.conversationId}`],
});

/** What became of an answer. */
export const answerOutcome = codes('BotAnswerOutcome', {
  SENT: { en: 'Sent by the bot', zh: '智能助手已发送' },
  OFFERED: { en: 'Offered to the agent', zh: '已提供给客服' },
  USED: { en: 'Used by the agent', zh: '客服已采用' },
  DISMISSED: { en: 'Dismissed by the agent', zh: '客服已忽略' },
});

/** One answer from an article, and whether it helped (K-48). */
export const BotAnswer = defineEntity({
  name: 'BotAnswer',
  title: { en: 'Answer of the bot', zh: '智能助手回答' },
  schema: z.object({
    storeId: ref('Store'),
    conversationId: ref('Conversation'),
    messageId: ref('Message').nullable(),
    /** The customer's words without personal data. */
    question: z.string().max(500),
    ...cited,
    /** Share of the question that the article holds, 0 to 1. */
    coverage: z.number(),
    /** Whether a language model put it into words. */
    rephrased: z.boolean(),
    outcome: answerOutcome,
    /** What the customer says; null until he does. */
    helpful: z.boolean().nullable(),
    at: instant(),
  }),
  index: [
    ['conversationId', '-at'],
    ['storeId', '-at'],
    ['articleId', '-at'],
  ],
  visible: (actor) => staffOfStore(actor, 'conversation.read'),
  list: { filters: ['storeId', 'conversationId', 'articleId', 'outcome', 'helpful', 'at'], orders: [[['at', 'desc']]] },
});
