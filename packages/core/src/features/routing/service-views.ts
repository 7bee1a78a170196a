/** @module What a shopper is told before they wait, and while they do. */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { instant, named } from '../../kernel/entity.ts';
import { LocalText, mayServe, Store, User } from '../access/index.ts';
import { isOpen, nextOpening, serviceCalendar } from '../calendar/index.ts';
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

/** As many faces as a window has room for. */
const FACES = 3;
/** Of so many people the faces are chosen. */
const MOST_LOOKED_AT = 200;

const ServicePerson = named('ServicePerson', z.object({ name: z.string(), here: z.boolean() }));

/**
 * Who serves the store, for a shopper who has not written yet: those at work first, at most three, by the names that
 * they have in a conversation; and where nobody is expected now, when somebody will be.
 */
export const serviceTeam = defineView({
  title: { en: 'Who serves', zh: '客服团队' },
  allow: { shopper: true },
  input: z.object({}),
  output: value(
    'ServiceTeam',
    z.object({
      people: z.array(ServicePerson),
      /** The next opening; null inside service hours, and where none is known. */
      opensAt: instant().nullable(),
    }),
  ),
  run: async (ctx) => {
    const store = await ctx.get(Store, ctx.actor.kind === 'shopper' ? ctx.actor.storeId : '');
    const calendar = serviceCalendar(store);
    const staff = await ctx.trusted('the faces of those who serve').find(User, {
      where: { active: true },
      order: [['name', 'asc']],
      limit: MOST_LOOKED_AT,
    });
    const serving = staff
      .filter((user) => mayServe(user) && (user.storeIds.length === 0 || user.storeIds.includes(store.id)))
      .map(({ name, presence }) => ({ name, here: presence === 'ONLINE' || presence === 'BUSY' }));
    const people = serving.toSorted((a, b) => Number(b.here) - Number(a.here)).slice(0, FACES);
    return { people, opensAt: isOpen(calendar, ctx.now) ? null : (nextOpening(calendar, ctx.now) ?? null) };
  },
});
