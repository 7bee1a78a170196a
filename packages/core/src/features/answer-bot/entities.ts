import { z } from 'zod';
import { defineEntity, instant, named, ref } from '../../kernel/entity.ts';
import { defineMachine } from '../../kernel/machine.ts';
import { LocalText } from '../access/index.ts';
import { staffOfStore } from '../customers/index.ts';

export const BOT_STATES = ['BOT', 'DRAFT', 'HUMAN'] as const;
export const HAND_OVERS = ['ASKED', 'NO_ANSWER', 'UNHELPFUL', 'SENSITIVE', 'TAKEN_OVER'] as const;
export type HandOver = (typeof HAND_OVERS)[number];

/**
 * Who speaks: the bot by itself, a person with its drafts, or a person alone. There is no way back within a
 * conversation.
 */
export const botMachine = defineMachine({
  field: 'state',
  states: BOT_STATES,
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
  title: { en: 'Bot session', zh: '机器人会话' },
  schema: z.object({
    storeId: ref('Store'),
    conversationId: ref('Conversation'),
    state: z.enum(BOT_STATES),
    answers: z.int(),
    /** Questions without an answer, and answers that did not help. */
    misses: z.int(),
    /** Number of the last customer message that was dealt with. */
    seq: z.int(),
    draft: BotDraft.nullable(),
    handOver: named('BotHandOver', z.enum(HAND_OVERS)).nullable(),
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

export const ANSWER_OUTCOMES = ['SENT', 'OFFERED', 'USED', 'DISMISSED'] as const;

/** One answer from an article, and whether it helped (K-48). */
export const BotAnswer = defineEntity({
  name: 'BotAnswer',
  title: { en: 'Answer of the bot', zh: '机器人回答' },
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
    outcome: named('BotAnswerOutcome', z.enum(ANSWER_OUTCOMES)),
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
