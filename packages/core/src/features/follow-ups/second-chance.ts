/**
 * @module A customer who left without an answer, or asked and did not buy, is written to once more: one task for a
 * customer and a store (R-PRE-18), which the answer to their next conversation, or an order, makes needless.
 */
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { inCommit } from '../../kernel/event.ts';
import { whenChanged } from '../../kernel/changes.ts';
import { storeOf } from '../access/index.ts';
import { afterServiceTime, serviceCalendar } from '../calendar/index.ts';
import { Conversation, conversationAbandoned, conversationClosed } from '../conversations/index.ts';
import { orderSeen } from '../orders/index.ts';
import { cancelTask, openTask, type FollowUpTask } from '../tasks/index.ts';
import { noDeal, subjectOf, unanswered, WhyNot } from './kinds.ts';

type Row = RowOf<typeof Conversation>;

/** Hours of service in which a customer who was not answered hears from the store. */
const WITHIN_HOURS = 4;
const HOUR = 3_600_000;

const keyOf = ({ storeId, customerId }: Pick<Row, 'storeId' | 'customerId'>): string =>
  `second-chance:${storeId}:${customerId}`;

async function writeOnce(ctx: ActionContext, conversation: Row): Promise<void> {
  const { storeId, customerMessages, firstHumanReplyAt, mergedInto, waitingSince, result } = conversation;
  // Without a word of theirs, or where it goes on in another conversation, nobody waits.
  if (customerMessages === 0 || mergedInto) return;
  const answered = firstHumanReplyAt && !waitingSince;
  if (answered && result !== 'NO_DEAL') return;
  const calendar = serviceCalendar(await storeOf(ctx, storeId));
  const doneBy = afterServiceTime(calendar, ctx.now, WITHIN_HOURS * HOUR);
  if (!doneBy) return;
  await openTask(ctx, answered ? noDeal : unanswered, {
    storeId,
    subject: subjectOf(conversation),
    customerId: conversation.customerId,
    conversationId: conversation.id,
    doneBy,
    dedupeKey: keyOf(conversation),
  });
}

export const whoLeftUnanswered = [inCommit(conversationClosed, writeOnce), inCommit(conversationAbandoned, writeOnce)];

/** A person has answered the customer, in whatever conversation. */
export const answeredAfterAll = whenChanged(
  ({ name }) => name === Conversation.name,
  async (ctx, { before, row }) => {
    const [was, is] = [before as Row | undefined, row as Row | undefined];
    if (was && is && !was.firstHumanReplyAt && is.firstHumanReplyAt) await cancelTask(ctx, keyOf(is), 'ANSWERED');
  },
);

/** Orders that came to nothing are none. */
const UNDONE: readonly string[] = ['CANCELLED', 'CLOSED_UNPAID'];

/** They have ordered since: nobody need ask them again. */
export const boughtAfterAll = inCommit(orderSeen, async (ctx: ActionContext, { storeId, customerId, order }) => {
  if (UNDONE.includes(order.status)) return;
  const isSettled = ({ kind, createdAt }: RowOf<typeof FollowUpTask>) =>
    kind === noDeal.code && order.placedAt >= createdAt;
  await cancelTask(ctx, keyOf({ storeId, customerId }), WhyNot.codes.BOUGHT, isSettled);
});
