import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { may } from '../../kernel/actor.ts';
import { refuse, type ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { closeResult, Conversation, intent, Rating, Transfer } from './entities.ts';
import { OPEN_TRANSFERS } from './machine.ts';
import { conversationClosed, conversationRated, conversationReleased } from './events.ts';
import { NO_HOLD } from './hold.ts';
import { addEvent } from './timeline.ts';
import { holdTimer, idleCloseTimer, leaveTimer } from './timers.ts';
import { conversationTexts as t } from './texts.ts';

type ConversationRow = RowOf<typeof Conversation>;

const IDLE_CLOSE_MS = 5 * 60_000;
/** How long after closing a rating is taken (R-QA-06). */
const RATING_MS = 72 * 3600 * 1000;

/**
 * Closes a conversation with what it was about and how it ended; while the customer's last word is unanswered only with
 * a reason, which raises a quality flag (R-CH-03).
 */
export const closeConversation = defineAction({
  title: { en: 'Close the conversation', zh: '结束会话' },
  allow: { staff: 'customer.reply' },
  on: Conversation,
  input: z.object({
    intent: intent.optional(),
    result: closeResult.optional(),
    reason: z.string().trim().max(500).optional(),
  }),
  output: one(Conversation),
  event: 'close',
  when: ({ actor }, { ownerId }) => {
    const mine = actor.kind === 'staff' && ownerId === actor.userId;
    return mine || may(actor, 'conversation.closeOthers') ? undefined : deny('FORBIDDEN');
  },
  check: (_ctx, conversation, input) => {
    const missing = (['intent', 'result'] as const).filter((field) => !input[field]);
    if (missing.length > 0)
      return deny('VALIDATION_FAILED', { fields: missing.map((path) => ({ path, text: t.requiredToClose })) });
    return conversation.waitingSince && !input.reason
      ? deny('REASON_REQUIRED', { details: { unanswered: true } })
      : undefined;
  },
  run: (ctx, conversation, input) => {
    const changes = {
      intent: input.intent ?? null,
      result: input.result ?? null,
      closeReason: input.reason ?? null,
      qaFlag: conversation.qaFlag || conversation.waitingSince !== null,
    };
    return end(ctx, conversation, 'close', changes);
  },
});

const TOLD_AS = { close: 'CLOSED', idle: 'CLOSED_IDLE', merge: 'GOES_ON' } as const;

/** Ends a conversation for good, with all that was running for it. */
export async function end(
  ctx: ActionContext,
  conversation: ConversationRow,
  event: keyof typeof TOLD_AS,
  changes: Partial<ConversationRow>,
) {
  const { id } = conversation;
  await Promise.all([idleCloseTimer, leaveTimer, holdTimer].map((timer) => ctx.unset(timer, id)));
  const transfer = await ctx.trusted('part of a seen row').first(Transfer, {
    conversationId: id,
    state: { in: OPEN_TRANSFERS },
  });
  if (transfer) ctx.fire(Transfer, transfer, 'expire', { decidedAt: ctx.now });
  const closed = ctx.fire(Conversation, conversation, event, {
    ...changes,
    closedAt: ctx.now,
    waitingSince: null,
    ...NO_HOLD,
  });
  const told = addEvent(ctx, closed, TOLD_AS[event]);
  ctx.emit(conversationClosed, told);
  if (told.ownerId) ctx.emit(conversationReleased, { conversation: told, userId: told.ownerId });
  return told;
}

/**
 * Ten minutes after the agent's last word the customer is asked whether they are still there, unless the desk owes the
 * next word (3.2).
 */
export const warnIdleCustomer = defineAction({
  title: { en: 'Warn the idle customer', zh: '提醒未回复的顾客' },
  allow: { system: true },
  on: Conversation,
  input: z.object({ seq: z.int() }),
  output: one(Conversation),
  when: (_ctx, { state, waitingSince, holdUntil }) =>
    !waitingSince && !holdUntil && ['ACTIVE', 'WAITING_CUSTOMER'].includes(state)
      ? undefined
      : deny('INVALID_TRANSITION', { details: { from: state, event: 'idle' } }),
  check: (_ctx, { state, lastPublicSeq }, { seq }) =>
    lastPublicSeq === seq ? undefined : deny('INVALID_TRANSITION', { details: { from: state, event: 'idle' } }),
  run: async (ctx, conversation) => {
    const waiting =
      conversation.state === 'ACTIVE' ? ctx.fire(Conversation, conversation, 'awaitCustomer') : conversation;
    const warned = addEvent(ctx, waiting, 'IDLE_WARNING');
    const dueAt = new Date(Date.parse(ctx.now) + IDLE_CLOSE_MS).toISOString();
    await ctx.at(idleCloseTimer, dueAt, conversation);
    return warned;
  },
});

/** Five minutes after the warning the conversation ends with the reason IDLE. */
export const closeIdleConversation = defineAction({
  title: { en: 'Close the idle conversation', zh: '自动结束会话' },
  allow: { system: true },
  on: Conversation,
  input: z.object({}),
  output: one(Conversation),
  event: 'idle',
  when: (_ctx, { state, holdUntil }) => {
    return holdUntil ? deny('INVALID_TRANSITION', { details: { from: state, event: 'idle' } }) : undefined;
  },
  run: (ctx, row) => end(ctx, row, 'idle', { result: 'NO_RESPONSE', closeReason: 'IDLE' }),
});

/** Rates a closed conversation once, within 72 hours (R-QA-06, SC-25). */
export const rateConversation = defineAction({
  title: { en: 'Rate the conversation', zh: '评价服务' },
  allow: { shopper: true },
  on: Conversation,
  input: z.object({ score: z.int().min(1).max(5), comment: z.string().trim().max(1000).default('') }),
  output: one(Rating),
  when: async (ctx, row) => {
    const { state, closedAt } = row;
    if (await ctx.first(Rating, { conversationId: row.id })) return deny('DUPLICATE');
    const inTime = closedAt && Date.parse(ctx.now) - Date.parse(closedAt) <= RATING_MS;
    return state === 'CLOSED' && inTime
      ? undefined
      : deny('INVALID_TRANSITION', { details: { from: state, event: 'rate' } });
  },
  run: (ctx, conversation, { score, comment }) => {
    const { storeId, customerId, ownerId: agentId } = conversation;
    if (ctx.actor.kind !== 'shopper') return refuse('FORBIDDEN');
    const rating = ctx.insert(Rating, {
      storeId,
      conversationId: conversation.id,
      customerId,
      agentId,
      score,
      comment,
      ratedAt: ctx.now,
    });
    ctx.emit(conversationRated, rating);
    return rating;
  },
});
