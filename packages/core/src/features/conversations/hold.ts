/**
 * @module Who owes the next word. While a member of staff has named a time at which they are back, the customer's
 * silence means nothing: nobody asks whether they are still there, and nothing closes by itself (3.2). When the time is
 * over, the customer waits.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { storeOf } from '../access/index.ts';
import { Conversation } from './entities.ts';
import { conversationHoldEnded } from './events.ts';
import { OWNED_STATES } from './machine.ts';
import { isAnswer, type Entry } from './timeline.ts';
import { readWordOwed } from './word-owed.ts';
import { holdTimer, idleWarningTimer } from './timers.ts';
import { conversationTexts as t } from './texts.ts';

type ConversationRow = RowOf<typeof Conversation>;

/** Idle warning after 10 minutes without an answer of the customer (3.2). */
const IDLE_WARNING_MS = 10 * 60_000;
/** A hold of more than a week is a conversation that should be closed. */
const LONGEST_MS = 7 * 24 * 3600 * 1000;

export const NO_HOLD = { holdUntil: null, holdSetBy: null, holdAnswered: false } as const;

/** What a word of staff makes of a hold. */
export async function holdAfter(
  ctx: ActionContext,
  conversation: ConversationRow,
  entry: Entry,
): Promise<Partial<ConversationRow>> {
  const { holdUntil, holdSetBy } = conversation;
  const running = holdUntil !== null && holdUntil > ctx.now;
  // A card, a file or an emoji neither promises a word nor is the one that was promised.
  if (entry.kind !== 'TEXT' || !isAnswer(entry)) return {};
  const store = await storeOf(ctx, conversation.storeId);
  const until = readWordOwed(entry.body, { now: ctx.now, timeZone: store.timeZone });
  if (running && holdSetBy === 'PERSON')
    return until && until > holdUntil
      ? { holdUntil: until, holdAnswered: false }
      : { holdAnswered: until === undefined };
  return until ? { holdUntil: until, holdSetBy: 'PROMISE', holdAnswered: false } : { ...NO_HOLD };
}

/**
 * Sets the timer that goes with the conversation: the end of its hold, else the question whether the customer is still
 * there.
 */
export async function awaitNextWord(
  ctx: ActionContext,
  { id, holdUntil, lastPublicSeq }: ConversationRow,
): Promise<void> {
  if (holdUntil) {
    await Promise.all([ctx.unset(idleWarningTimer, id), ctx.at(holdTimer, holdUntil, id)]);
    return;
  }
  const dueAt = new Date(Date.parse(ctx.now) + IDLE_WARNING_MS).toISOString();
  await Promise.all([ctx.unset(holdTimer, id), ctx.at(idleWarningTimer, dueAt, id, { seq: lastPublicSeq })]);
}

function mayHold({ actor }: ReadContext, { ownerId, state }: ConversationRow): Denial | undefined {
  if (actor.kind !== 'staff' || ownerId !== actor.userId)
    return deny('FORBIDDEN', { text: t.takeFirst, details: { ownerId } });
  const owned: readonly string[] = OWNED_STATES;
  return owned.includes(state) ? undefined : deny('INVALID_TRANSITION', { details: { from: state, event: 'hold' } });
}

/** The owner says when they are back; until then the customer is not asked whether they are still there (3.2). */
export const holdConversation = defineAction({
  title: { en: 'Hold the conversation', zh: '保留会话' },
  allow: { staff: 'customer.reply' },
  on: Conversation,
  input: z.object({ until: z.iso.datetime({ precision: 3 }) }),
  output: one(Conversation),
  when: mayHold,
  check: (ctx, _row, { until }) => {
    const ahead = Date.parse(until) - Date.parse(ctx.now);
    if (ahead > 0 && ahead <= LONGEST_MS) return undefined;
    return deny('VALIDATION_FAILED', {
      fields: [{ path: 'until', text: t.withinSevenDays }],
    });
  },
  run: async (ctx, row, { until }) => {
    const held = ctx.update(Conversation, row, {
      holdUntil: until,
      holdSetBy: 'PERSON',
      holdAnswered: false,
    });
    await awaitNextWord(ctx, held);
    return held;
  },
});

/** The owner is back before the time; from now on the customer's silence counts again. */
export const releaseHold = defineAction({
  title: { en: 'End the hold', zh: '结束保留' },
  allow: { staff: 'customer.reply' },
  on: Conversation,
  input: z.object({}),
  output: one(Conversation),
  when: (ctx, conversation) => {
    return (
      mayHold(ctx, conversation) ??
      (conversation.holdUntil
        ? undefined
        : deny('INVALID_TRANSITION', { details: { from: 'NONE', event: 'releaseHold' } }))
    );
  },
  run: async (ctx, row) => {
    const released = ctx.update(Conversation, row, { ...NO_HOLD });
    await awaitNextWord(ctx, released);
    return released;
  },
});

/** The promised time is over: the customer waits for the word that was promised, unless they have it. */
export const endHold = defineAction({
  title: { en: 'End a hold whose time is over', zh: '保留到时' },
  allow: { system: true },
  on: Conversation,
  input: z.object({}),
  output: one(Conversation),
  when: (ctx, { holdUntil, state }) => {
    const owned: readonly string[] = OWNED_STATES;
    return holdUntil && holdUntil <= ctx.now && owned.includes(state)
      ? undefined
      : deny('INVALID_TRANSITION', { details: { from: state, event: 'endHold' } });
  },
  run: async (ctx, conversation) => {
    if (conversation.holdAnswered && !conversation.waitingSince) {
      const free = ctx.update(Conversation, conversation, { ...NO_HOLD });
      await awaitNextWord(ctx, free);
      return free;
    }
    const owed = ctx.update(Conversation, conversation, { waitingSince: conversation.waitingSince ?? ctx.now });
    ctx.emit(conversationHoldEnded, owed);
    return owed;
  },
});
