import { z } from 'zod';
import { defineView, listOf, pageOf, value } from '../../kernel/action.ts';
import { Conversation, Message } from './entities.ts';
import { OPEN_STATES, OWNED_STATES } from './machine.ts';

/**
 * Entries of a conversation in order. For a shopper `seq` counts what he may see, for staff every entry;
 * `after` resumes behind a number one has, `before` pages back. Without either: the newest.
 */
export const messages = defineView({
  title: { en: 'Messages', zh: '消息' },
  allow: { shopper: true, staff: 'conversation.read' },
  input: z.object({
    conversationId: z.string(),
    after: z.int().min(0).optional(),
    before: z.int().min(1).optional(),
    first: z.int().min(1).max(100).default(50),
  }),
  output: listOf(
    Message,
    'At most 100 of one conversation: `after` and `before` are numbers of messages, by which one pages.',
  ),
  run: async (ctx, { conversationId, after, before, first }) => {
    await ctx.get(Conversation, conversationId);
    const number = ctx.actor.kind === 'shopper' ? 'publicSeq' : 'seq';
    const range = after !== undefined ? { gt: after } : { lt: before ?? Number.MAX_SAFE_INTEGER };
    const direction = after !== undefined ? ('asc' as const) : ('desc' as const);
    const rows = await ctx.trusted('part of a seen row').find(Message, {
      where: { conversationId, [number]: range },
      order: [[number, direction]],
      limit: first,
    });
    return direction === 'asc' ? rows : rows.reverse();
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
