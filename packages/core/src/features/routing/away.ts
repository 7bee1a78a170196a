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
import type { Conversation } from '../conversations/index.ts';
import { AgentLoad, Leaving, StaffAlert } from './entities.ts';
import { routingOf } from './policy.ts';
import { later } from './rank.ts';
import { loadOf } from './seats.ts';
import { agentTimer, awayTimer } from './timers.ts';

type About = Pick<RowOf<typeof Conversation>, 'id' | 'storeId'>;

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
    if (silentInRow === MOST_SILENT) alert(ctx, about, { kind: 'SILENT_NEW', toUserId: null, aboutUserId: userId });
    return;
  }
  const { awaySeconds } = await routingOf(ctx, about.storeId);
  if (awaySeconds === 0) return leave(ctx, user, about);
  const awayAt = later(ctx.now, awaySeconds);
  ctx.update(Leaving, user, { awayAt });
  await ctx.at(awayTimer, awayAt, userId, { storeId: about.storeId, conversationId: about.id });
}

type Told = Pick<RowOf<typeof StaffAlert>, 'kind' | 'toUserId' | 'aboutUserId'>;

export function alert(ctx: ActionContext, { id: conversationId, storeId }: About, told: Told): void {
  ctx.insert(StaffAlert, { storeId, conversationId, at: ctx.now, note: '', seenAt: null, seenById: null, ...told });
}

function leave(ctx: ActionContext, user: RowOf<typeof Leaving>, about: About): void {
  const gone = ctx.fire(User, user, 'goAway');
  ctx.emit(staffPresenceChanged, gone);
  alert(ctx, about, { kind: 'SILENT_AWAY', toUserId: user.id, aboutUserId: user.id });
  alert(ctx, about, { kind: 'SILENT_AWAY', toUserId: null, aboutUserId: user.id });
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
    leave(ctx, user, { id: conversationId, storeId });
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
