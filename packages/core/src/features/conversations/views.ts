import { z } from 'zod';
import { defineView, listOf, value } from '../../kernel/action.ts';
import { LocalText, Store } from '../access/entities.ts';
import { QueueEntry } from '../routing/entities.ts';
import { routingOf } from '../routing/policy.ts';
import { aheadOf } from '../routing/queue.ts';
import { waitOf } from '../routing/wait.ts';
import { Conversation, Message } from './entities.ts';
import { OPEN_STATES, OWNED_STATES } from './machine.ts';
import { isFull, isServed } from './open.ts';
import { isOpen, serviceCalendar } from '../calendar/service-time.ts';

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
  output: listOf(Message),
  run: async (ctx, { conversationId, after, before, first }) => {
    await ctx.get(Conversation, conversationId);
    const number = ctx.actor.kind === 'shopper' ? 'publicSeq' : 'seq';
    const range = after !== undefined ? { gt: after } : { lt: before ?? Number.MAX_SAFE_INTEGER };
    const direction = after !== undefined ? ('asc' as const) : ('desc' as const);
    const rows = await ctx.desk.find(Message, {
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
  input: z.object({ first: z.int().min(1).max(50).default(20) }),
  output: listOf(Conversation),
  run: (ctx, { first }) =>
    ctx.find(Conversation, {
      // One that goes on in another is read there.
      where: { customerId: ctx.actor.kind === 'shopper' ? ctx.actor.customerId : '', mergedInto: null },
      order: [['lastMessageAt', 'desc']],
      limit: first,
    }),
});

/** Longest queue that is counted exactly. */
const MAX_COUNTED = 200;

/** Where a waiting conversation stands: 1 is next. Null when it does not wait. */
export const queuePlace = defineView({
  title: { en: 'Place in the queue', zh: '排队位置' },
  allow: { shopper: true, staff: 'conversation.read' },
  input: z.object({ conversationId: z.string() }),
  output: value(
    'QueuePlace',
    z.object({
      place: z.int().nullable(),
      waitedSeconds: z.int(),
      /** From how fast people were answered lately; null when too little is known to be honest. */
      estimateSeconds: z.int().nullable(),
      /** What the store says to those who wait in a rush. */
      notice: LocalText.nullable(),
    }),
  ),
  run: async (ctx, { conversationId }) => {
    const { state, queuedAt, storeId } = await ctx.get(Conversation, conversationId);
    if (state !== 'QUEUED' || !queuedAt) return { place: null, waitedSeconds: 0, estimateSeconds: null, notice: null };
    const entry = await ctx.desk.maybe(QueueEntry, conversationId);
    const place = entry ? (await aheadOf(ctx, entry)) + 1 : null;
    const { peak } = await routingOf(ctx, storeId);
    return {
      place,
      waitedSeconds: Math.max(0, Math.round((Date.parse(ctx.now) - Date.parse(queuedAt)) / 1000)),
      estimateSeconds: place === null ? null : await waitOf(ctx, storeId, place),
      notice: peak?.notice ?? null,
    };
  },
});

/** Whether the store is open and how many conversations are where, for the inbox's views. */
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

/** Whether a shopper who writes now is answered soon: inside service hours, somebody online and the queue not full. */
export const serviceState = defineView({
  title: { en: 'Service state', zh: '服务状态' },
  allow: { shopper: true },
  input: z.object({}),
  output: value(
    'ServiceState',
    z.object({ open: z.boolean(), served: z.boolean(), queued: z.int(), shortSurvey: z.boolean() }),
  ),
  run: async (ctx) => {
    const { storeId, customerId } = ctx.actor.kind === 'shopper' ? ctx.actor : { storeId: '', customerId: '' };
    const store = await ctx.get(Store, storeId);
    const open = isOpen(serviceCalendar(store), ctx.now);
    const queued = await ctx.desk.count(Conversation, { storeId, state: 'QUEUED' }, MAX_COUNTED);
    const served = (await isServed(ctx, store)) && !(await isFull(ctx, storeId, customerId));
    return { open, served, queued, shortSurvey: (await routingOf(ctx, storeId)).peak?.shortSurvey ?? false };
  },
});
