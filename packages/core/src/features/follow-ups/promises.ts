/**
 * @module A member of staff who says when they are back owes a word by then: that is a task of theirs, which their
 * answer settles (R-CH-07).
 */
import { whenChanged } from '../../kernel/changes.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { Conversation } from '../conversations/index.ts';
import { cancelTask, openTask } from '../tasks/index.ts';
import { promise, subjectOf } from './kinds.ts';

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
