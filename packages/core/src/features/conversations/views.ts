import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { defineView, pageOf, value } from '../../kernel/action.ts';
import { Conversation, Message } from './entities.ts';
import { OPEN_STATES, OWNED_STATES } from './machine.ts';

const numberOf = (actor: Actor) => (actor.kind === 'shopper' ? 'publicSeq' : 'seq');

/**
 * Entries of a conversation in order. For a shopper `seq` counts what they may see, for staff every entry; a client that
 * has some of them asks for those behind the last one by its number (`afterSeq`), or before the first (`beforeSeq`).
 */
export const messages = defineView({
  title: { en: 'Messages', zh: '消息' },
  allow: { shopper: true, staff: 'conversation.read' },
  input: z.object({
    conversationId: z.string(),
    afterSeq: z.int().min(0).optional(),
    beforeSeq: z.int().min(1).optional(),
  }),
  output: pageOf(Message, (actor) => [[numberOf(actor), 'asc']]),
  run: async (ctx, { conversationId, afterSeq = 0, beforeSeq }, page) => {
    await ctx.get(Conversation, conversationId);
    const number = numberOf(ctx.actor);
    const earlier = beforeSeq === undefined ? {} : { [number]: { lt: beforeSeq } };
    const where = [{ conversationId, [number]: { gt: afterSeq } }, earlier];
    return ctx.trusted('part of a seen row').find(Message, { where, ...page });
  },
});

/** The shopper's own conversations, newest first. */
export const myConversations = defineView({
  title: { en: 'My conversations', zh: '我的会话' },
  allow: { shopper: true },
  input: z.object({}),
  output: pageOf(Conversation, [['lastMessageAt', 'desc']]),
  run: (ctx, _input, page) =>
    ctx.find(Conversation, {
      // One that goes on in another is read there.
      where: { customerId: ctx.actor.kind === 'shopper' ? ctx.actor.customerId : '', mergedInto: null },
      ...page,
    }),
});

/** Longest queue that is counted exactly. */
const MAX_COUNTED = 200;

/** How many conversations are where, for the inbox's views. */
export const inboxCounts = defineView({
  title: { en: 'Inbox counts', zh: '收件箱统计' },
  allow: { staff: 'conversation.read' },
  input: z.object({ storeId: z.string().optional() }),
  output: value(
    'InboxCounts',
    z.object({ queued: z.int(), mine: z.int(), open: z.int(), offline: z.int(), unread: z.int() }),
  ),
  run: async (ctx, { storeId }) => {
    const here = storeId ? { storeId } : {};
    const me = ctx.actor.kind === 'staff' ? ctx.actor.userId : '';
    const count = (where: Record<string, unknown>) =>
      ctx.count(Conversation, { ...here, ...where } as never, MAX_COUNTED);
    const [queued, mine, open, offline, unread] = await Promise.all([
      count({ state: 'QUEUED' }),
      count({ ownerId: me, state: { in: OWNED_STATES } }),
      count({ state: { in: OPEN_STATES } }),
      count({ state: 'OFFLINE', lastPublicSeq: { gt: 0 } }),
      count({ ownerId: me, state: { in: OWNED_STATES }, unreadForStaff: { gt: 0 } }),
    ]);
    return { queued, mine, open, offline, unread };
  },
});
