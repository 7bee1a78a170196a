/**
 * @module Messages that nobody waits for: a customer who leaves the queue and is answered later, and a member of staff
 * who writes to somebody who is not there (R-CH-16).
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { Customer } from '../customers/index.ts';
import { Conversation, Message } from './entities.ts';
import { conversationDeferred, conversationOpened, conversationQueued, messageSent } from './events.ts';
import { OPEN_STATES } from './machine.ts';
import { isServedNow, startedBy } from './open.ts';
import { verdictOn } from './outbound.ts';
import { clientMsgId, sentBefore } from './sent-before.ts';
import { messageText } from './text.ts';
import { addEntry, addEvent, type Entry } from './timeline.ts';
import { leaveTimer } from './timers.ts';
import { conversationTexts as t } from './texts.ts';

type ConversationRow = RowOf<typeof Conversation>;

/** Leaves the queue for a message: what was written stays and is answered later. */
export const leaveQueueForMessage = defineAction({
  title: { en: 'Leave a message instead of waiting', zh: '不再排队，改为留言' },
  allow: { shopper: true },
  on: Conversation,
  input: z.object({ contactEmail: z.email().max(254).optional() }),
  output: one(Conversation),
  event: 'leaveMessage',
  run: async (ctx, conversation, { contactEmail }) => {
    await ctx.unset(leaveTimer, conversation);
    const changes = { queuedAt: null, ...(contactEmail ? { contactEmail } : {}) };
    const left = addEvent(ctx, ctx.fire(Conversation, conversation, 'leaveMessage', changes), 'OFFLINE');
    ctx.emit(conversationDeferred, left);
    return left;
  },
});

/** Writes to a customer who is not there; he sees it on his next visit, and his answer goes to whoever wrote. */
export const leaveMessage = defineAction({
  title: { en: 'Leave a message', zh: '给顾客留言' },
  allow: { staff: 'customer.reply' },
  inPerson: true,
  on: Customer,
  input: z.object({ clientMsgId, text: messageText, confirmedHits: z.boolean().default(false) }),
  output: one(Message),
  check: async (ctx, row, { clientMsgId: sentAs, text }) => {
    const open = await openOf(ctx, row);
    if (!open || open.state === 'OFFLINE' || (await leftBefore(ctx, open, sentAs, text))) return undefined;
    return deny('INVALID_TRANSITION', {
      text: t.hasOpenConversation,
      details: { from: open.state, event: 'agentLeavesMessage', conversationId: open.id },
    });
  },
  run: async (ctx, customer, { clientMsgId: sentAs, text, confirmedHits }) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') return refuse('FORBIDDEN');
    const open = await openOf(ctx, customer);
    const earlier = open && (await leftBefore(ctx, open, sentAs, text));
    if (earlier) return earlier;
    const conversation = open ?? begun(ctx, customer);
    const { denial, hits } = await verdictOn(ctx, conversation, {
      text,
      author: 'agent',
      confirmed: confirmedHits,
    });
    if (denial) return refuse(denial);
    const entry: Entry = {
      sender: 'AGENT',
      senderId: actor.userId,
      senderName: actor.name,
      kind: 'TEXT',
      body: text,
      clientMsgId: sentAs,
      hits: [...hits],
    };
    const { message } = addEntry(ctx, conversation, entry, { preferredOwnerId: actor.userId });
    ctx.emit(messageSent, message);
    return message;
  },
});

const leftBefore = (ctx: ActionContext, { id: conversationId }: ConversationRow, sentAs: string, text: string) =>
  sentBefore(ctx, { conversationId, clientMsgId: sentAs, says: { text } });

const openOf = (ctx: ActionContext, { id: customerId, storeId }: RowOf<typeof Customer>) =>
  ctx
    .trusted('what exists counts')
    .first(Conversation, { customerId, storeId, channel: 'WEB_CHAT', state: { in: OPEN_STATES } });

/**
 * A conversation that is over from the beginning: somebody who has none is told something there. What they answer opens
 * one as ever.
 */
export const beginOver = (ctx: ActionContext, customer: RowOf<typeof Customer>): ConversationRow =>
  ctx.insert(Conversation, { ...startedBy(customer, ctx.now), state: 'CLOSED', locale: customer.locale });

function begun(ctx: ActionContext, customer: RowOf<typeof Customer>): ConversationRow {
  const conversation = ctx.insert(Conversation, {
    ...startedBy(customer, ctx.now),
    state: 'OFFLINE',
    locale: customer.locale,
  });
  ctx.emit(conversationOpened, conversation);
  return conversation;
}

/**
 * A customer who answers what was left for them queues for whoever wrote it, and one who was away and writes again gets
 * their place back, when somebody serves.
 */
export async function queueAnswer(ctx: ActionContext, conversation: ConversationRow): Promise<void> {
  if (
    conversation.state !== 'OFFLINE' ||
    !(conversation.preferredOwnerId || conversation.queuedAt) ||
    !(await isServedNow(ctx, conversation.storeId))
  )
    return;
  const queued = ctx.fire(Conversation, conversation, 'serviceStart', { queuedAt: conversation.queuedAt ?? ctx.now });
  ctx.emit(conversationQueued, addEvent(ctx, queued, 'QUEUED'));
}
