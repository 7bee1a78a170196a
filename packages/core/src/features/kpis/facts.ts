/**
 * @module The facts of service: what a round, a conversation and a rating count, written on them in the commit in which
 * it arises, in the store's time of that moment. Formulas read only these fields.
 */
import { z } from 'zod';
import { defineEntity, instant, ref, secret, type RowOf } from '../../kernel/entity.ts';
import { extend } from '../../kernel/extend.ts';
import { channel, Conversation, intent, Rating, TransferAttempt } from '../conversations/index.ts';
import { staffOfStore } from '../customers/index.ts';
import { SlaClock } from '../service-levels/index.ts';

const day = () => secret(z.string().max(10).nullable().default(null));
const minute = () => secret(z.int().nullable().default(null));

/** A clock with what its round counts. */
export const Round = extend(SlaClock, {
  fields: {
    /** When its conversation came to people, in the store's time. */
    day: day(),
    minute: minute(),
    channel: secret(channel.nullable().default(null)),
    intent: secret(intent.nullable().default(null)),
    /** Spam, or merged away: it counts nowhere. */
    voided: secret(z.boolean().default(false)),
    /** It opened while the store served. */
    inService: secret(z.boolean().default(false)),
    /** Milliseconds to the answer as the store is measured, and as the person is: of any answer, and of a first one. */
    waitedMs: secret(z.int().nullable().default(null)),
    ownMs: secret(z.int().nullable().default(null)),
    ownFirstMs: secret(z.int().nullable().default(null)),
    /** Answered on the store's day on which the customer asked, or within an hour after it. */
    sameDay: secret(z.boolean().default(false)),
    /** So long it has been without an answer, as the clock has written: 0, 30 or 180 seconds. */
    silentSeconds: secret(z.int().default(0)),
  },
  index: [['storeId', 'day'], ['agentId', 'day'], ['day']],
});
export type RoundRow = RowOf<typeof Round>;

export const RatingFact = extend(Rating, {
  fields: {
    day: day(),
    minute: minute(),
    channel: secret(channel.nullable().default(null)),
    intent: secret(intent.nullable().default(null)),
  },
  index: [['storeId', 'day'], ['day']],
});

export const AttemptFact = extend(TransferAttempt, {
  fields: {
    day: day(),
    minute: minute(),
    channel: secret(channel.nullable().default(null)),
    intent: secret(intent.nullable().default(null)),
  },
  index: [['storeId', 'day'], ['day']],
});

/** What one person did in a conversation on its day. */
export const Share = z.object({
  rounds: z.int(),
  /** Of these, rounds that opened while the store served, or were answered. */
  counted: z.int(),
  sameDay: z.int(),
  /** Messages from the opening of their rounds to that of the next, as far as it has opened. */
  questions: z.int(),
  answers: z.int(),
});
export type ShareOf = z.output<typeof Share>;

/**
 * A conversation on the day on which it came to people: what K-03 and K-06 count. The one that goes on has the id of
 * its conversation; one that comes back on another day leaves the day before behind in a row of its own.
 */
export const ServedConversation = defineEntity({
  name: 'ServedConversation',
  title: { en: 'Served conversation', zh: '接待会话' },
  schema: z.object({
    storeId: ref('Store'),
    conversationId: ref('Conversation'),
    queuedAt: instant(),
    day: z.string().max(10),
    minute: z.int(),
    channel: channel.nullable(),
    intent: intent.nullable(),
    voided: z.boolean(),
    /** Who has its last round. */
    agentId: ref('User').nullable(),
    agentIds: z.array(z.string()),
    /** By person; an empty name is nobody. */
    shares: z.record(z.string(), Share),
    lastRoundId: z.string(),
    /** Messages of the conversation when the last round opened, and now. */
    questionsBefore: z.int(),
    answersBefore: z.int(),
    questions: z.int(),
    answers: z.int(),
  }),
  index: [['storeId', 'day'], ['agentIds'], ['conversationId', 'day'], ['day']],
  visible: (actor) => staffOfStore(actor, 'conversation.read'),
  internal: true,
});
export type Served = RowOf<typeof ServedConversation>;

export type Talk = RowOf<typeof Conversation>;

/** Not spam, and not merged away (4.0). */
export const isVoid = ({ result, mergedInto }: Pick<Talk, 'result' | 'mergedInto'>): boolean =>
  result === 'SPAM' || mergedInto !== null;

export const isAnswered = ({ state }: Pick<RoundRow, 'state'>): boolean => state === 'MET' || state === 'MISSED';

/** Opened while the store served, or answered (4.0). */
export const isCounted = (round: Pick<RoundRow, 'inService' | 'state'>): boolean =>
  round.inService || isAnswered(round);
