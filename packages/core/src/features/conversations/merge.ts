/**
 * @module A guest who turns out to be a customer: their conversations become the customer's. A customer has one open
 * conversation per channel; where there is one already, the guest's goes on in it.
 */
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { User } from '../access/index.ts';
import type { Customer } from '../customers/index.ts';
import { end } from './close.ts';
import { Conversation, Message } from './entities.ts';
import { conversationMerged, conversationQueued } from './events.ts';
import { OPEN_STATES, OWNED_STATES, type ConversationMove, type ConversationState } from './machine.ts';
import { giveTo } from './queue.ts';
import { addEvent } from './timeline.ts';
import { idleCloseTimer } from './timers.ts';

type ConversationRow = RowOf<typeof Conversation>;
type MessageRow = RowOf<typeof Message>;
type CustomerRow = RowOf<typeof Customer>;

/** Of the conversations that are over, the newest come along. */
const MOST_OVER = 200;
/**
 * Of a conversation that goes on in another, the newest entries are copied; all of them stay readable where they were.
 */
const MOST_COPIED = 300;

const isOwned = ({ state }: ConversationRow): boolean => OWNED_STATES.some((owned) => owned === state);

/** Gives a guest's conversations to the customer that they are. `ctx` is the desk's own. */
export async function bringAlong(ctx: ActionContext, guestId: string, customer: CustomerRow): Promise<void> {
  const [guests, own, over] = await Promise.all([
    ctx.all(Conversation, { where: { customerId: guestId, state: { in: OPEN_STATES } } }),
    ctx.all(Conversation, {
      where: { customerId: customer.id, storeId: customer.storeId, state: { in: OPEN_STATES } },
    }),
    ctx.find(Conversation, {
      where: { customerId: guestId, state: { in: ['CLOSED', 'ABANDONED'] } },
      order: [['lastMessageAt', 'desc']],
      limit: MOST_OVER,
    }),
  ]);
  for (const conversation of over) move(ctx, conversation, customer);
  for (const conversation of guests) {
    const into = own.find(({ channel }) => channel === conversation.channel);
    if (into) await merge(ctx, conversation, into, customer);
    else move(ctx, conversation, customer);
  }
}

const move = (
  ctx: ActionContext,
  conversation: ConversationRow,
  { id: customerId, name }: CustomerRow,
): ConversationRow =>
  ctx.update(Conversation, conversation, { customerId, customerName: name || conversation.customerName });

/** Closes one and goes on in the other, with what was said, who serves, and the longer wait. */
async function merge(
  ctx: ActionContext,
  from: ConversationRow,
  into: ConversationRow,
  customer: CustomerRow,
): Promise<void> {
  const served = isOwned(from) && !isOwned(into);
  const owner = served && from.ownerId ? await ctx.get(User, from.ownerId) : undefined;
  await end(ctx, move(ctx, from, customer), 'merge', { mergedInto: into.id });
  await copyEntries(ctx, from, into);
  let target = ctx.update(Conversation, into, carriedOver(from, into));
  addEvent(ctx, target, 'SIGNED_IN');
  if (owner) target = await serve(ctx, target, owner, from.state);
  else if (from.state === 'QUEUED' && !isOwned(into)) target = waitOn(ctx, target, from);
  else if (from.waitingSince && target.state === 'WAITING_CUSTOMER') target = await resume(ctx, target);
  ctx.emit(conversationMerged, { from, into: target });
}

function carriedOver(from: ConversationRow, into: ConversationRow): Partial<ConversationRow> {
  const waits = [from.waitingSince, into.waitingSince].flatMap((since) => since ?? []).toSorted();
  return {
    waitingSince: waits[0] ?? null,
    contactEmail: into.contactEmail ?? from.contactEmail,
    firstHumanReplyAt: into.firstHumanReplyAt ?? from.firstHumanReplyAt,
    unreadForStaff: into.unreadForStaff + from.unreadForStaff,
    unreadForCustomer: into.unreadForCustomer + from.unreadForCustomer,
    customerMessages: into.customerMessages + from.customerMessages,
    agentMessages: into.agentMessages + from.agentMessages,
  };
}

/** Who serves the guest serves the customer. */
async function serve(
  ctx: ActionContext,
  into: ConversationRow,
  owner: RowOf<typeof User>,
  state: ConversationState,
): Promise<ConversationRow> {
  const given = await giveTo(ctx, into, owner, into.state === 'BOT' ? 'takeOver' : 'route', 'AGENT_JOINED');
  return state === 'ASSIGNED' ? given : ctx.fire(Conversation, given, 'agentReplies');
}

/** The guest's place in the queue, unless the customer's own is better. */
function waitOn(ctx: ActionContext, into: ConversationRow, { queuedAt: since }: ConversationRow): ConversationRow {
  const queuedAt = [since, into.queuedAt].flatMap((at) => at ?? []).toSorted()[0] ?? ctx.now;
  const events: Readonly<Partial<Record<ConversationState, ConversationMove>>> = {
    BOT: 'requestHuman',
    OFFLINE: 'serviceStart',
  };
  const event = events[into.state];
  const queued = event
    ? ctx.fire(Conversation, into, event, { queuedAt })
    : ctx.update(Conversation, into, { queuedAt });
  ctx.emit(conversationQueued, queued);
  return queued;
}

async function resume(ctx: ActionContext, into: ConversationRow): Promise<ConversationRow> {
  await ctx.unset(idleCloseTimer, into);
  return ctx.fire(Conversation, into, 'customerReplies');
}

/** What people, the bot and notes said; numbered on, never older than what is before it. */
async function copyEntries(ctx: ActionContext, from: ConversationRow, into: ConversationRow): Promise<void> {
  const newest = await ctx.find(Message, {
    where: { conversationId: from.id, kind: { ne: 'EVENT' } },
    order: [['seq', 'desc']],
    limit: MOST_COPIED,
  });
  const sentAs = newest.map(({ clientMsgId }) => clientMsgId);
  const taken =
    sentAs.length > 0
      ? await ctx.all(Message, { where: { conversationId: into.id, clientMsgId: { in: sentAs } } })
      : [];
  const ids = new Set(taken.map(({ clientMsgId }) => clientMsgId));
  let { lastSeq, lastPublicSeq, lastMessageAt } = into;
  let shown: MessageRow | undefined;
  for (const entry of newest.toReversed()) {
    lastSeq += 1;
    if (entry.kind !== 'NOTE') {
      lastPublicSeq += 1;
      shown = entry;
    }
    lastMessageAt = entry.at > lastMessageAt ? entry.at : lastMessageAt;
    copy(ctx, entry, into, {
      seq: lastSeq,
      publicSeq: entry.kind === 'NOTE' ? null : lastPublicSeq,
      at: lastMessageAt,
      taken: ids,
    });
  }
  const last = shown ? { preview: from.preview, lastSender: from.lastSender } : {};
  ctx.update(Conversation, into, { lastSeq, lastPublicSeq, lastMessageAt, ...last });
}

function copy(
  ctx: ActionContext,
  entry: MessageRow,
  into: ConversationRow,
  place: Pick<MessageRow, 'seq' | 'publicSeq' | 'at'> & { taken: ReadonlySet<string> },
): void {
  const {
    id: _id,
    version: _version,
    createdAt: _created,
    updatedAt: _updated,
    clientMsgId,
    senderId,
    ...said
  } = entry;
  const { taken, ...at } = place;
  ctx.insert(Message, {
    ...said,
    ...at,
    conversationId: into.id,
    senderId: entry.sender === 'CUSTOMER' ? into.customerId : senderId,
    // What is under way is sent again with this id, and is known by it.
    clientMsgId: taken.has(clientMsgId) ? `merged:${ctx.newId()}` : clientMsgId,
  });
}
