/**
 * @module A member of staff who says when they are back owes a word by then: that is a task of theirs, which their
 * answer settles (R-CH-07).
 */
import { whenChanged } from '../../kernel/changes.ts';
import { deny } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { unless } from '../../kernel/feature.ts';
import { Conversation } from '../conversations/index.ts';
import { cancelTask, FollowUpTask, OPEN_TASKS, openTask } from '../tasks/index.ts';
import { resolveTicket } from '../tickets/index.ts';
import { promise, subjectOf } from './kinds.ts';
import { followUpTexts as t } from './texts.ts';

type Row = RowOf<typeof Conversation>;

const owed = (row: Row | undefined): string | null => (row && !row.holdAnswered ? row.holdUntil : null);
const keyOf = ({ id }: Row): string => `promise:${id}`;

export const keepPromises = whenChanged(
  ({ name }) => name === Conversation.name,
  async (ctx, { before, row }) => {
    const [was, is] = [before as Row | undefined, row as Row | undefined];
    if (!is || owed(was) === owed(is)) return;
    const doneBy = owed(is);
    // What was promised is still owed when the conversation is closed.
    if (!doneBy) return is.closedAt ? undefined : cancelTask(ctx, keyOf(is), 'ANSWERED');
    await openTask(ctx, promise, {
      storeId: is.storeId,
      subject: subjectOf(is),
      ownerId: is.ownerId,
      customerId: is.customerId,
      conversationId: is.id,
      doneBy,
      dedupeKey: keyOf(is),
    });
  },
);

/** A ticket out of a chat in which a word is still owed is not resolved before that has an outcome (R-CH-07). */
export const promisesFirst = unless(resolveTicket, {
  check: async (ctx, { conversationId }) => {
    if (!conversationId) return undefined;
    const owes = await ctx
      .trusted('whoever owes the word')
      .first(FollowUpTask, { conversationId, kind: promise.code, state: { in: [...OPEN_TASKS] } });
    return owes ? deny('CONFLICT', { text: t.promiseFirst, details: { taskId: owes.id } }) : undefined;
  },
});
