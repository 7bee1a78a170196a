/**
 * @module A customer who left without an answer is written to once more: one task for a customer and a store (R-PRE-18),
 * which the answer to their next conversation makes needless.
 */
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { inCommit } from '../../kernel/event.ts';
import { whenChanged } from '../../kernel/changes.ts';
import { storeOf } from '../access/index.ts';
import { afterServiceTime, serviceCalendar } from '../calendar/index.ts';
import { Conversation, conversationAbandoned, conversationClosed } from '../conversations/index.ts';
import { cancelTask, openTask } from '../tasks/index.ts';
import { subjectOf, unanswered } from './kinds.ts';

type Row = RowOf<typeof Conversation>;

/** Hours of service in which a customer who was not answered hears from the store. */
const WITHIN_HOURS = 4;
const HOUR = 3_600_000;

const keyOf = ({ storeId, customerId }: Row): string => `second-chance:${storeId}:${customerId}`;

async function writeOnce(ctx: ActionContext, conversation: Row): Promise<void> {
  const { storeId, customerMessages, firstHumanReplyAt, mergedInto, waitingSince } = conversation;
  // Without a word of theirs, or where it goes on in another conversation, nobody waits.
  if (customerMessages === 0 || mergedInto || (firstHumanReplyAt && !waitingSince)) return;
  const calendar = serviceCalendar(await storeOf(ctx, storeId));
  const doneBy = afterServiceTime(calendar, ctx.now, WITHIN_HOURS * HOUR);
  if (!doneBy) return;
  await openTask(ctx, unanswered, {
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
