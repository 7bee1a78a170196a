/**
 * @module Help across desks and stores: an agent asks his leads for it, and a lead lends a person to another store for
 * some hours (R-WF-13).
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { hasAllStores, sharesStore } from '../../kernel/actor.ts';
import { deny } from '../../kernel/denial.ts';
import { OTHER_STORES } from '../../kernel/store-guard.ts';
import { staffOf } from '../../kernel/question.ts';
import { Store, User } from '../access/index.ts';
import { Conversation } from '../conversations/index.ts';
import { aboutChat, ABOVE, helpRequested, LEADS } from './alerts.ts';
import { clearNoticesAbout, Notice, notify } from '../notices/index.ts';
import { agentTimer, lentTimer } from './timers.ts';
import { routingTexts as t } from './texts.ts';

/** Nobody is lent for longer than a long shift. */
const LONGEST_MS = 24 * 3600 * 1000;
const NOT_LENT = deny('INVALID_TRANSITION', { details: { from: 'NOT_LENT', event: 'takeBackAgent' } });

/** Asks those who lead the store for help with a conversation; it stays with its owner. */
export const requestHelp = defineAction({
  title: { en: 'Ask for help', zh: '请求支援' },
  allow: { staff: 'customer.reply' },
  inPerson: true,
  on: Conversation,
  input: z.object({ note: z.string().trim().max(500).default('') }),
  output: one(Notice),
  when: async (ctx, row) => {
    const asked = await ctx
      .trusted('what exists counts')
      .first(Notice, { aboutId: row.id, kind: helpRequested.code, state: 'OPEN' });
    return asked ? deny('DUPLICATE') : undefined;
  },
  run: async (ctx, row, { note }) => {
    // Who asks at the same moment writes this row too, and finds this notice.
    ctx.update(Conversation, row, {});
    // Somebody has dealt with what was asked before: this is a new question.
    await clearNoticesAbout(ctx, row.id, [helpRequested]);
    const { storeId } = row;
    const { name: title } = staffOf(ctx);
    return notify(ctx, helpRequested, {
      storeId,
      key: ctx.newId(),
      title,
      note,
      about: aboutChat(row),
      to: LEADS,
      next: ABOVE,
    });
  },
});

/** Lets a person work for one more store until an instant; the desk takes it back by itself. */
export const lendAgent = defineAction({
  title: { en: 'Lend to another store', zh: '借调到其他店铺' },
  about: {
    en: 'Works for that store too until then, and goes back by itself.',
    zh: '在此时间前同时服务该店铺，到时自动结束。',
  },
  allow: { staff: 'conversation.assign' },
  on: User,
  input: z.object({
    storeId: z.string(),
    until: z.iso.datetime({ precision: 3 }),
    reason: z.string().trim().max(500).default(''),
  }),
  output: one(User),
  when: async (ctx, { id: userId, storeIds }) => {
    const { actor } = ctx;
    if (actor.kind === 'staff' && actor.userId === userId) return deny('FORBIDDEN', { text: t.anotherLead });
    if (storeIds.length > 0 && !hasAllStores(actor, storeIds)) return OTHER_STORES;
    // Whoever works everywhere cannot be lent.
    const others = storeIds.length > 0 ? (await ctx.all(Store)).filter(({ id }) => !storeIds.includes(id)) : [];
    return others.length > 0 ? undefined : deny('DUPLICATE');
  },
  check: async (ctx, { storeIds }, { storeId, until, reason }) => {
    await ctx.get(Store, storeId);
    if (storeIds.includes(storeId)) return deny('DUPLICATE');
    const left = Date.parse(until) - Date.parse(ctx.now);
    if (left <= 0 || left > LONGEST_MS)
      return deny('VALIDATION_FAILED', { fields: [{ path: 'until', text: t.withinOneDay }] });
    return reason ? undefined : deny('REASON_REQUIRED');
  },
  run: async (ctx, user, { storeId, until }) => {
    await ctx.at(lentTimer, until, user, { storeId });
    await ctx.afterCommit(agentTimer, user);
    return ctx.update(User, user, { storeIds: [...user.storeIds, storeId] });
  },
});

/** Ends what {@link lendAgent} began; what he has in hand stays his. */
export const takeBackAgent = defineAction({
  title: { en: 'End the lending', zh: '结束借调' },
  allow: { staff: 'conversation.assign', system: true },
  on: User,
  input: z.object({ storeId: z.string(), reason: z.string().trim().max(500).optional() }),
  output: one(User),
  when: async (ctx, user) => {
    if (!sharesStore(ctx.actor, user.storeIds)) return OTHER_STORES;
    const lent = await Promise.all(user.storeIds.map((storeId) => ctx.dueAt(lentTimer, user, { storeId })));
    return lent.some(Boolean) ? undefined : NOT_LENT;
  },
  check: async (ctx, user, { storeId }) => ((await ctx.dueAt(lentTimer, user, { storeId })) ? undefined : NOT_LENT),
  run: async (ctx, user, { storeId }) => {
    await ctx.unset(lentTimer, user, { storeId });
    return ctx
      .trusted('all stores of the person')
      .update(User, user, { storeIds: user.storeIds.filter((one) => one !== storeId) });
  },
});
