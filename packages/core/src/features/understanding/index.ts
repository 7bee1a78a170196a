/**
 * @module What a customer asks, how urgently and in what mood: read from his words, corrected by people, learned
 * (2.12.5, R-ANA-06).
 */
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { on, inCommit } from '../../kernel/event.ts';
import { defineFeature } from '../../kernel/feature.ts';
import { guard } from '../guard/index.ts';
import { Customer, customers } from '../customers/index.ts';
import { conversationClosed, conversations, messageSent, type Message } from '../conversations/index.ts';
import { access } from '../access/index.ts';
import { correctReading, learnFromClosing } from './correct.ts';
import { ReaderTraining, ReaderWeights, ReadingCorrection } from './entities.ts';
import { conversationUnderstood, readerTrained } from './events.ts';
import { explainReading } from './explain.ts';
import { Understood } from './fields.ts';
import { readMessage, soundsAngry } from './read-message.ts';
import { forgetReader, readerOf } from './reader.ts';
import { understandingTexts } from './texts.ts';
import { trainInBackground, trainReader } from './train.ts';
import { whenDue } from '../../kernel/timer.ts';
import { trainingTimer } from './timers.ts';
import { understandingWords } from './words.ts';

/** Reads a customer's message in the commit that stores it, with what is in memory: no look-up, unless he is angry. */
async function understand(
  ctx: ActionContext,
  { sender, kind, body, seq, conversationId }: RowOf<typeof Message>,
): Promise<void> {
  if (sender !== 'CUSTOMER' || kind !== 'TEXT') return;
  const conversation = await ctx.get(Understood, conversationId);
  const { reader, number } = await readerOf(ctx);
  const reading = { text: body, seq, reader, model: number, isVip: false };
  let changes = readMessage(conversation, reading);
  // Only who is angry is looked up: a VIP's anger is more urgent.
  if (soundsAngry(changes) && (await isImportant(ctx, conversation.customerId)))
    changes = readMessage(conversation, { ...reading, isVip: true });
  const read = ctx.update(Understood, conversation, changes);
  if (
    read.intent !== conversation.intent ||
    read.priority !== conversation.priority ||
    read.locale !== conversation.locale
  )
    ctx.emit(conversationUnderstood, read);
}

async function isImportant(ctx: ActionContext, customerId: string): Promise<boolean> {
  const customer = await ctx.trusted('facts of the customer').maybe(Customer, customerId);
  return [customer?.tier ?? '', ...(customer?.tags ?? [])].some((mark) => /vip/i.test(mark));
}

export const understanding = defineFeature({
  name: 'understanding',
  words: understandingWords,
  requires: [access, conversations, customers, guard],
  entities: [ReadingCorrection, ReaderTraining, ReaderWeights],
  extensions: [Understood],
  actions: { correctReading, trainReader },
  effects: [trainInBackground],
  views: { explainReading },
  inCommit: [inCommit(messageSent, understand), inCommit(conversationClosed, learnFromClosing)],
  on: [on(readerTrained, ({ tenantId }) => forgetReader(tenantId))],
  texts: understandingTexts,
  timers: [whenDue(trainingTimer, trainReader)],
});

export { ReaderTraining, ReadingCorrection } from './entities.ts';
export { Understood } from './fields.ts';
export { conversationUnderstood, readerTrained } from './events.ts';
export { shippedReader } from './reader.ts';
export { ConversationReading, emotionLabel, type EmotionTrend, type ReadField } from './reading.ts';
