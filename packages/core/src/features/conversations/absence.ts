/**
 * @module A shopper who waits in the queue and is gone: how long their place is kept, what becomes of what they wrote,
 * and how they get the place back.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { Customer } from '../customers/index.ts';
import { Conversation } from './entities.ts';
import { conversationAbandoned, conversationDeferred, conversationQueued, shopperNoted } from './events.ts';
import { isServedNow } from './open.ts';
import { KEPT_SECONDS, placeKept } from './points.ts';
import { addEvent } from './timeline.ts';
import { leaveTimer } from './timers.ts';
import { conversationTexts as t } from './texts.ts';

type ConversationRow = RowOf<typeof Conversation>;

/** How long the place of somebody unknown who has written nothing is kept (3.2). */
const LEAVE_MS = 60_000;

const later = (now: string, milliseconds: number): string => new Date(Date.parse(now) + milliseconds).toISOString();

/** Whether there is something that would be lost with the conversation. */
const hasWritten = ({ waitingSince, customerMessages, unreadForStaff }: ConversationRow): boolean =>
  waitingSince !== null || customerMessages > 0 || unreadForStaff > 0;

const keptMs = async (ctx: ActionContext, storeId: string): Promise<number> =>
  ((await ctx.ask(placeKept, { storeId }))[0] ?? KEPT_SECONDS) * 1000;

/** The shopper is there (`present`) or gone. Who is gone from the queue for too long gives up their place. */
export const noteShopperConnection = defineAction({
  title: { en: 'Note the shopper’s connection', zh: '记录顾客连接' },
  allow: { shopper: true },
  on: Conversation,
  unaudited: true,
  input: z.object({ present: z.boolean() }),
  output: one(Conversation),
  run: async (ctx, conversation, { present }) => {
    if (conversation.state === 'QUEUED') ctx.emit(shopperNoted, { conversation, present });
    if (present || conversation.state !== 'QUEUED') {
      await ctx.unset(leaveTimer, conversation);
      return conversation;
    }
    const stays = hasWritten(conversation) || (await ctx.get(Customer, conversation.customerId)).verified;
    const dueAt = later(ctx.now, stays ? await keptMs(ctx, conversation.storeId) : LEAVE_MS);
    await ctx.at(leaveTimer, dueAt, conversation);
    return conversation;
  },
});

/**
 * A shopper without a stream (a tab in the background, a proxy that holds streams back) is still there: their place is
 * kept for as long again. It changes nothing while a stream of theirs is open, nor where nobody waits.
 */
export const keepQueuePlace = defineAction({
  title: { en: 'Keep the place in the queue', zh: '保留排队位置' },
  allow: { shopper: true },
  on: Conversation,
  unaudited: true,
  input: z.object({}),
  output: one(Conversation),
  run: async (ctx, conversation) => {
    const due = conversation.state === 'QUEUED' ? await ctx.dueAt(leaveTimer, conversation) : undefined;
    const dueAt = later(ctx.now, await keptMs(ctx, conversation.storeId));
    if (due && dueAt > due) await ctx.at(leaveTimer, dueAt, conversation);
    if (due) ctx.emit(shopperNoted, { conversation, present: true });
    return conversation;
  },
});

/**
 * Leaves the queue: the shopper by themselves, or the desk when they were gone for too long. What somebody absent has
 * written is not given up with the place: it becomes a message that is answered later.
 */
export const abandonConversation = defineAction({
  title: { en: 'Leave the queue', zh: '离开排队' },
  allow: { shopper: true, system: true },
  on: Conversation,
  input: z.object({}),
  output: one(Conversation),
  when: (_ctx, { state }) => {
    return state === 'QUEUED'
      ? undefined
      : deny('INVALID_TRANSITION', { details: { from: state, event: 'customerLeaves' } });
  },
  run: async (ctx, conversation) => {
    await ctx.unset(leaveTimer, conversation);
    const wentAway = ctx.actor.kind === 'system';
    if (wentAway && hasWritten(conversation)) return defer(ctx, conversation);
    const left = ctx.fire(Conversation, conversation, 'customerLeaves', { closedAt: ctx.now, waitingSince: null });
    ctx.emit(conversationAbandoned, left);
    return addEvent(ctx, left, wentAway ? 'AWAY' : 'LEFT_QUEUE');
  },
});

/** `queuedAt` stays: it is the place that the shopper may take again. */
function defer(ctx: ActionContext, conversation: ConversationRow): ConversationRow {
  ctx.reason('Absent shopper');
  const left = addEvent(ctx, ctx.fire(Conversation, conversation, 'leaveMessage'), 'AWAY');
  ctx.emit(conversationDeferred, left);
  return left;
}

/** Whether the shopper was away and may have their place in the queue again. */
export const mayResume = ({ state, queuedAt }: Pick<ConversationRow, 'state' | 'queuedAt'>): boolean =>
  state === 'OFFLINE' && queuedAt !== null;

/**
 * Back to the place in the queue that was given up while the shopper was away. @throws DeniedError POLICY_DENIED when
 * nobody serves now
 */
export const resumeWaiting = defineAction({
  title: { en: 'Back to the place in the queue', zh: '回到原来的排队位置' },
  allow: { shopper: true },
  on: Conversation,
  input: z.object({}),
  output: one(Conversation),
  when: async (ctx, conversation) => {
    if (!mayResume(conversation))
      return deny('INVALID_TRANSITION', { details: { from: conversation.state, event: 'serviceStart' } });
    if (await isServedNow(ctx, conversation.storeId)) return undefined;
    return deny('POLICY_DENIED', { text: t.nobodyThere });
  },
  run: (ctx, conversation) => {
    const queued = addEvent(
      ctx,
      ctx.fire(Conversation, conversation, 'serviceStart', { queuedAt: conversation.queuedAt ?? refuse('CONFLICT') }),
      'QUEUED',
    );
    ctx.emit(conversationQueued, queued);
    return queued;
  },
});
