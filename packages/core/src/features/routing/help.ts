/**
 * @module Help across desks and stores: an agent asks his leads for it, and a lead lends a person to another store for
 * some hours (R-WF-13).
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { hasAllStores, sharesStore } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { OTHER_STORES } from '../../kernel/store-guard.ts';
import { Store, User } from '../access/entities.ts';
import { Conversation } from '../conversations/entities.ts';
import { StaffAlert } from './entities.ts';

/** Nobody is lent for longer than a long shift. */
const LONGEST_MS = 24 * 3600 * 1000;

/** Asks those who lead the store for help with a conversation; it stays with its owner. */
export const requestHelp = defineAction({
  title: { en: 'Ask for help', zh: '请求支援' },
  allow: { staff: 'customer.reply' },
  on: Conversation,
  input: z.object({ id: z.string(), note: z.string().trim().max(500).default('') }),
  output: one(StaffAlert),
  check: async (ctx, { id }) => {
    await ctx.get(Conversation, id);
    const asked = await ctx.desk.first(StaffAlert, { conversationId: id, kind: 'HELP_REQUESTED', seenAt: null });
    return asked ? deny('DUPLICATE') : undefined;
  },
  run: async (ctx, { id, note }) => {
    if (ctx.actor.kind !== 'staff') return refuse('FORBIDDEN');
    const { storeId } = await ctx.get(Conversation, id);
    const about = { conversationId: id, toUserId: null, aboutUserId: ctx.actor.userId, note };
    return ctx.insert(StaffAlert, {
      caseId: null,
      storeId,
      kind: 'HELP_REQUESTED',
      ...about,
      at: ctx.now,
      seenAt: null,
      seenById: null,
    });
  },
});

/** Lets a person work for one more store until an instant; the desk takes it back by itself. */
export const lendAgent = defineAction({
  title: { en: 'Lend to another store', zh: '借调到其他店铺' },
  allow: { staff: 'conversation.assign' },
  on: User,
  input: z.object({
    id: z.string(),
    storeId: z.string(),
    until: z.iso.datetime({ precision: 3 }),
    reason: z.string().trim().max(500).default(''),
  }),
  output: one(User),
  check: async (ctx, { id, storeId, until, reason }) => {
    const [user] = await Promise.all([ctx.get(User, id), ctx.get(Store, storeId)]);
    const self = ctx.actor.kind === 'staff' && ctx.actor.userId === id;
    if (self) return deny('FORBIDDEN', { message: 'Another lead must do this.' });
    if (user.storeIds.length > 0 && !hasAllStores(ctx.actor, user.storeIds)) return OTHER_STORES;
    if (user.storeIds.length === 0 || user.storeIds.includes(storeId)) return deny('DUPLICATE');
    const left = Date.parse(until) - Date.parse(ctx.now);
    if (left <= 0 || left > LONGEST_MS)
      return deny('VALIDATION_FAILED', { fields: [{ path: 'until', message: 'Within the next 24 hours.' }] });
    return reason ? undefined : deny('REASON_REQUIRED');
  },
  run: async (ctx, { id, storeId, until }) => {
    const user = await ctx.get(User, id);
    await ctx.schedule(`lent:${id}:${storeId}`, until, 'takeBackAgent', { id, storeId });
    await ctx.follow(`agent:${id}`, 'routeToAgent', { userId: id });
    return ctx.update(User, user, { storeIds: [...user.storeIds, storeId] });
  },
});

/** Ends what {@link lendAgent} began; what he has in hand stays his. */
export const takeBackAgent = defineAction({
  title: { en: 'End the lending', zh: '结束借调' },
  allow: { staff: 'conversation.assign', system: true },
  on: User,
  input: z.object({ id: z.string(), storeId: z.string(), reason: z.string().trim().max(500).optional() }),
  output: one(User),
  check: async (ctx, { id, storeId }) => {
    const user = await ctx.get(User, id);
    if (!sharesStore(ctx.actor, user.storeIds)) return OTHER_STORES;
    return (await ctx.scheduled(`lent:${id}:${storeId}`))
      ? undefined
      : deny('INVALID_TRANSITION', { details: { from: 'NOT_LENT', event: 'takeBackAgent' } });
  },
  run: async (ctx, { id, storeId }) => {
    const user = await ctx.get(User, id);
    await ctx.unschedule(`lent:${id}:${storeId}`);
    return ctx.desk.update(User, user, { storeIds: user.storeIds.filter((one) => one !== storeId) });
  },
});
