/** @module What a shopper is told before they wait, and while they do. */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { LocalText, Store } from '../access/index.ts';
import { isOpen, serviceCalendar } from '../calendar/index.ts';
import { Conversation, isFull, isServed } from '../conversations/index.ts';
import { QueueEntry } from './entities.ts';
import { routingOf } from './policy.ts';
import { aheadOf, MOST_COUNTED } from './queue.ts';
import { waitOf } from './wait.ts';

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
    const entry = await ctx.trusted('the whole queue counts').maybe(QueueEntry, conversationId);
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
    const queued = await ctx
      .trusted('the whole queue counts')
      .count(Conversation, { storeId, state: 'QUEUED' }, MOST_COUNTED);
    const served = (await isServed(ctx, store)) && !(await isFull(ctx, storeId, customerId));
    return { open, served, queued, shortSurvey: (await routingOf(ctx, storeId)).peak?.shortSurvey ?? false };
  },
});
