import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { clip } from '../../kernel/clip.ts';
import { DEFAULT_INTENTS } from '../../language/intent-taxonomy.ts';
import { maskPersonalData } from '../../language/personal-data.ts';
import { Conversation, Message, priority, type Priority } from '../conversations/index.ts';
import { ReadingCorrection } from './entities.ts';
import { conversationUnderstood } from './events.ts';
import { firstLevel, MOST_READ } from './read-message.ts';
import { Understood } from './fields.ts';
import { emotionLabel, type ConversationReading, type ReadField } from './reading.ts';
import { trainingTimer } from './timers.ts';
import { understandingTexts as t } from './texts.ts';

type ConversationRow = RowOf<typeof Understood>;

/** Corrections wait this long for others, so that a busy desk trains at most this often. */
const TRAIN_EVERY_MS = 10 * 60_000;
/** One correction in four is never learned from. */
const KEPT_OUT = 4;

export const INTENT_KEYS = DEFAULT_INTENTS.map(({ key }) => key);

const nothingRead: ConversationReading = {
  intent: 'OTHER',
  confidence: 0,
  isCertain: false,
  priorityReasons: [],
  tones: [],
  trend: 'STEADY',
  isUrgent: false,
  language: 'other',
  model: 0,
  seq: 0,
  setByPeople: [],
};

export interface Correction {
  readonly intent?: string | undefined;
  readonly priority?: Priority | undefined;
  readonly emotion?: z.output<typeof emotionLabel> | undefined;
}

/**
 * Says what a conversation is about, how urgent and in what mood; from then on it is not read any more, and the reader
 * learns.
 */
export const correctReading = defineAction({
  title: { en: 'Correct the reading', zh: '更正识别结果' },
  allow: { staff: 'customer.reply' },
  inPerson: true,
  input: z.object({
    conversationId: z.string(),
    intent: z.string().max(60).optional(),
    priority: priority.optional(),
    emotion: emotionLabel.optional(),
  }),
  output: one(Conversation),
  check: async (ctx, { conversationId, intent, priority, emotion }) => {
    await ctx.get(Understood, conversationId);
    if (intent !== undefined && !INTENT_KEYS.includes(intent))
      return deny('VALIDATION_FAILED', { fields: [{ path: 'intent', text: t.noSuchIntent }] });
    return (intent ?? priority ?? emotion)
      ? undefined
      : deny('VALIDATION_FAILED', { fields: [{ path: 'intent', text: t.sayCorrection }] });
  },
  run: async (ctx, { conversationId, ...correction }) => {
    const conversation = await ctx.get(Understood, conversationId);
    await keepCorrection(ctx, conversation, correction);
    const { intent, priority, emotion } = correction;
    const corrected = ctx.update(Understood, conversation, {
      reading: setByPeople(conversation.reading ?? nothingRead, correction),
      ...(intent ? { intent: firstLevel(intent) ?? null } : {}),
      ...(priority ? { priority } : {}),
      ...(emotion ? { emotion } : {}),
    });
    if (corrected.intent !== conversation.intent || corrected.priority !== conversation.priority)
      ctx.emit(conversationUnderstood, corrected);
    return corrected;
  },
});

function setByPeople(reading: ConversationReading, { intent, priority, emotion }: Correction): ConversationReading {
  const set: ReadField[] = [
    ...(intent ? ['INTENT' as const] : []),
    ...(priority ? ['PRIORITY' as const] : []),
    ...(emotion ? ['EMOTION' as const] : []),
  ];
  return {
    ...reading,
    ...(intent ? { intent, confidence: 1, isCertain: true } : {}),
    ...(priority ? { priorityReasons: [] } : {}),
    setByPeople: [...new Set([...reading.setByPeople, ...set])],
  };
}

/** Keeps the words with what they mean, and plans a training when there is something new to learn. */
async function keepCorrection(
  ctx: ActionContext,
  conversation: ConversationRow,
  correction: Correction,
): Promise<void> {
  const { reading, storeId, id: conversationId } = conversation;
  const { actor } = ctx;
  if (actor.kind !== 'staff') return refuse('FORBIDDEN');
  const message =
    reading && (await ctx.trusted('part of a seen row').first(Message, { conversationId, seq: reading.seq }));
  if (!reading || !message?.body) return;
  const text = maskPersonalData(clip(message.body, MOST_READ));
  const { intent = null, priority = null, emotion = null } = correction;
  ctx.insert(ReadingCorrection, {
    storeId,
    conversationId,
    text,
    read: reading.intent,
    intent,
    priority,
    emotion,
    keptOut: isKeptOut(text),
    byId: actor.userId,
    at: ctx.now,
  });
  if (intent) await planTraining(ctx);
}

/** By its words, so that the same question is always on the same side. */
function isKeptOut(text: string): boolean {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % KEPT_OUT === 0;
}

async function planTraining(ctx: ActionContext): Promise<void> {
  const next = (Math.floor(Date.parse(ctx.now) / TRAIN_EVERY_MS) + 1) * TRAIN_EVERY_MS;
  await ctx.at(trainingTimer, new Date(next).toISOString());
}

/** What the agent says at the end a conversation was about is a correction too, where it had been read otherwise. */
export async function learnFromClosing(ctx: ActionContext, { id }: Pick<ConversationRow, 'id'>): Promise<void> {
  const conversation = await ctx.get(Understood, id);
  const { intent, reading } = conversation;
  if (ctx.actor.kind !== 'staff' || !intent || !reading || firstLevel(reading.intent) === intent) return;
  await keepCorrection(ctx, conversation, { intent });
  ctx.update(Understood, conversation, { reading: setByPeople(reading, { intent }) });
}
