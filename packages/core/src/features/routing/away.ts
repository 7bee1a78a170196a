/**
 * @module Before the desk sets somebody away who let two conversations in a row wait, it says so and counts down; any
 * sign of life ends it. Who has never answered a customer is new: those who lead are told instead.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { staffOf } from '../../kernel/question.ts';
import { staffPresenceChanged, User } from '../access/index.ts';
import { aboutChat, LEADS, silentAway, silentNew, type About } from './alerts.ts';
import { AgentLoad, Leaving } from './entities.ts';
import { notify } from '../notices/index.ts';
import { routingOf } from './policy.ts';
import { later } from './rank.ts';
import { loadOf } from './seats.ts';
import { agentTimer, awayTimer } from './timers.ts';

/** So many conversations in a row. */
export const MOST_SILENT = 2;

/** They have let another conversation wait; `load` already counts it. */
export async function judgeSilence(
  ctx: ActionContext,
  { userId, silentInRow, answeredAt }: RowOf<typeof AgentLoad>,
  about: About,
): Promise<void> {
  const user = await ctx.get(Leaving, userId);
  if (silentInRow < MOST_SILENT || user.presence !== 'ONLINE' || user.awayAt) return;
  if (answeredAt === null) {
    if (silentInRow !== MOST_SILENT) return;
    const { storeId } = about;
    await notify(ctx, silentNew, { storeId, key: userId, title: user.name, about: aboutChat(about), to: LEADS });
    return;
  }
  const { awaySeconds } = await routingOf(ctx, about.storeId);
  if (awaySeconds === 0) return leave(ctx, user, about);
  const awayAt = later(ctx.now, awaySeconds);
  ctx.update(Leaving, user, { awayAt });
  await ctx.at(awayTimer, awayAt, userId, { storeId: about.storeId, conversationId: about.id });
}

async function leave(ctx: ActionContext, user: RowOf<typeof Leaving>, about: About): Promise<void> {
  const gone = ctx.fire(User, user, 'goAway');
  ctx.emit(staffPresenceChanged, gone);
  const said = { storeId: about.storeId, title: user.name, about: aboutChat(about) };
  await notify(ctx, silentAway, { ...said, key: `${user.id}:self`, to: { userIds: [user.id] } });
  await notify(ctx, silentAway, { ...said, key: user.id, to: LEADS });
}

/** The countdown is over: nobody was there. */
export const setSilentAway = defineAction({
  title: { en: 'Set away for silence', zh: '因未响应设为挂起' },
  allow: { system: true },
  input: z.object({ userId: z.string(), storeId: z.string(), conversationId: z.string() }),
  output: one(User),
  run: async (ctx, { userId, storeId, conversationId }) => {
    const user = await ctx.get(Leaving, userId);
    if (!user.awayAt || user.awayAt > ctx.now || user.presence !== 'ONLINE') return user;
    ctx.reason('Silent agent');
    await leave(ctx, user, { id: conversationId, storeId });
    return user;
  },
});

/** A sign of life while the desk counts down: the person stays online, and their silence is forgotten. */
export const stayOnline = defineAction({
  title: { en: 'Stay online', zh: '保持在线' },
  allow: { staff: 'customer.reply' },
  inPerson: true,
  unaudited: true,
  input: z.object({}),
  output: one(User),
  run: async (ctx) => {
    const user = await ctx.get(Leaving, staffOf(ctx).userId);
    if (!user.awayAt) return user;
    const load = await loadOf(ctx, user.id);
    if (load.silentInRow > 0) ctx.update(AgentLoad, load, { silentInRow: 0 });
    await ctx.afterCommit(agentTimer, user.id);
    return endCountdown(ctx, user.id);
  },
});

/** Whatever it was that they did: nothing is counted down any more. */
export async function endCountdown(ctx: ActionContext, userId: string): Promise<RowOf<typeof Leaving>> {
  const user = await ctx.get(Leaving, userId);
  if (!user.awayAt) return user;
  await ctx.unset(awayTimer, userId);
  return ctx.update(Leaving, user, { awayAt: null });
}
