/**
 * @module How routing answers those below: whether the queue is full, how long a place in it is kept, who waits for a
 * team.
 */
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { answer } from '../../kernel/point.ts';
import { admission, Conversation, conversationQueued, placeKept } from '../conversations/index.ts';
import { Customer } from '../customers/index.ts';
import { MOST_TIED, teamTies } from '../organisation/index.ts';
import { QueueEntry } from './entities.ts';
import { routingOf } from './policy.ts';

/**
 * Whether so many wait that who comes now had better leave a message; fewer wait of those whom the shop does not know.
 */
async function isQueueFull(ctx: ReadContext, storeId: string, customerId: string): Promise<boolean> {
  const { maxQueue, maxAnonymousQueue } = await routingOf(ctx, storeId);
  const [customer, waiting, anonymous] = await Promise.all([
    ctx.trusted('facts of the customer').maybe(Customer, customerId),
    maxQueue > 0 ? ctx.trusted('the whole queue counts').count(QueueEntry, { storeId }, maxQueue) : 0,
    maxAnonymousQueue > 0
      ? ctx.trusted('the whole queue counts').count(QueueEntry, { storeId, anonymous: true }, maxAnonymousQueue)
      : 0,
  ]);
  if (maxQueue > 0 && waiting >= maxQueue) return true;
  return maxAnonymousQueue > 0 && !customer?.verified && anonymous >= maxAnonymousQueue;
}

export const admissionAnswers = [
  answer(admission, async (ctx, { storeId, customerId }) =>
    (await isQueueFull(ctx, storeId, customerId)) ? 'FULL' : undefined,
  ),
  answer(teamTies, async (ctx, { teamId }) => [
    {
      entity: QueueEntry.name,
      count: await ctx.count(QueueEntry, { team: teamId }, MOST_TIED),
    },
  ]),
  answer(placeKept, async (ctx, { storeId }) => (await routingOf(ctx, storeId)).keepPlaceSeconds),
];

/** Creates queue entries for conversations that were queued by an older version. */
export async function adopt(ctx: ActionContext, { storeId }: { readonly storeId: string }): Promise<void> {
  const waiting = await ctx.trusted('the whole queue counts').find(Conversation, {
    where: { storeId, state: 'QUEUED' },
    order: [['queuedAt', 'asc']],
    limit: 100,
  });
  if (waiting.length === 0) return;
  const known = new Set(
    (
      await ctx
        .trusted('the whole queue counts')
        .all(QueueEntry, { where: { id: { in: waiting.map(({ id }) => id) } } })
    ).map(({ id }) => id),
  );
  for (const conversation of waiting) if (!known.has(conversation.id)) ctx.emit(conversationQueued, conversation);
}
