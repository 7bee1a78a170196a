/**
 * @module Gives conversations to people. One conversation is given in one commit, which also writes the row of the
 * person's load: two processes that would fill the same place meet there, and the slower asks again.
 */
import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import type { Filter, RowOf } from '../../kernel/entity.ts';
import { Store } from '../access/index.ts';
import { Team } from '../organisation/index.ts';
import { Conversation, giveTo } from '../conversations/index.ts';
import { choose, consideredOf, placesOf, type Conditions, type Seat, type Wanted } from './choose.ts';
import { AgentLoad, Leaving, QueueEntry, RoutingDecision, RoutingPolicy } from './entities.ts';
import { asOf, routingOf, type RoutingSettings } from './policy.ts';
import { dequeue, SWEEP_SECONDS, type QueueRow } from './queue.ts';
import { later, secondsSince } from './rank.ts';
import { knownOfSeats, onDuty, rosterOf, seatOf, take } from './seats.ts';
import { modesOf } from './skills.ts';
import { routeTimer, sweepTimer } from './timers.ts';

/** Others who are kept with the decision. */
const MOST_CONSIDERED = 20;
/** Conversations given away by one look at the queue; the next look follows at once. */
const MOST_AT_ONCE = 20;
const MOST_WAITING = 200;
/** Who is looking at the page comes before who has left it. */
const HERE_FIRST = [
  ['gone', 'asc'],
  ['rank', 'asc'],
] as const;

const Routed = value('Routed', z.object({ conversationId: z.string(), userId: z.string().nullable() }));
const Asked = value('RoutingAsked', z.object({ asked: z.int() }));

export const conditionsOf = (
  { peak, rampSeconds }: Pick<RoutingSettings, 'peak' | 'rampSeconds'>,
  now: string,
): Conditions => ({
  now,
  capacityFactor: peak?.capacityFactor ?? 1,
  backOffice: peak?.backOffice ?? false,
  rampSeconds,
});

export const wantedOf = (entry: QueueRow): Wanted => ({ ...entry });

/** Gives a waiting conversation to the right person, or leaves it where it stands. */
export const routeConversation = defineAction({
  title: { en: 'Route the conversation', zh: '自动分配会话' },
  allow: { system: true },
  input: z.object({ id: z.string() }),
  output: Routed,
  reads: (_actor, { id }) => [QueueEntry, Conversation, RoutingDecision].map((entity) => ({ entity, id })),
  run: async (ctx, { id }) => {
    const [entry, conversation] = await Promise.all([ctx.maybe(QueueEntry, id), ctx.maybe(Conversation, id)]);
    const left = { conversationId: id, userId: null };
    if (!entry || conversation?.state !== 'QUEUED') return left;
    const settings = await routingOf(ctx, entry.storeId);
    if (settings.mode !== 'AUTO') return left;
    const { seats, loads } = await rosterOf(ctx, onDuty);
    const conditions = conditionsOf(settings, ctx.now);
    const { chosen, because, judged } = choose(wantedOf(entry), seats, conditions);
    if (!chosen || (entry.gone && (await isOneHereFirst(ctx, entry, { seats, conditions })))) return left;
    await dequeue(ctx, id);
    await take(ctx, chosen.userId, conversation, loads.get(chosen.userId));
    const given = await giveTo(ctx, conversation, { id: chosen.userId, name: chosen.name }, 'route', 'AGENT_JOINED');
    await keepDecision(ctx, given, {
      how: 'ROUTED',
      because,
      waitedSeconds: secondsSince(entry.queuedAt, ctx.now),
      considered: consideredOf(judged, MOST_CONSIDERED),
    });
    return { conversationId: id, userId: chosen.userId };
  },
});

/** Somebody who is looking at the page and could be served comes before one who has left it. */
async function isOneHereFirst(
  ctx: ActionContext,
  { storeId }: QueueRow,
  { seats, conditions }: { readonly seats: readonly Seat[]; readonly conditions: Conditions },
): Promise<boolean> {
  const here = await ctx.find(QueueEntry, {
    where: { storeId, gone: false },
    order: [['rank', 'asc']],
    limit: MOST_WAITING,
  });
  return here.some((other) => choose(wantedOf(other), seats, conditions).chosen !== undefined);
}

type Decided = Pick<RowOf<typeof RoutingDecision>, 'how' | 'because' | 'waitedSeconds' | 'considered'>;

interface Given {
  readonly id: string;
  readonly storeId: string;
  readonly ownerId: string | null;
}

/** Keeps why the conversation is with whom it is. */
export async function keepDecision(
  ctx: ActionContext,
  { id, storeId, ownerId }: Given,
  decided: Decided,
): Promise<void> {
  const values = { storeId, conversationId: id, userId: ownerId ?? '', at: ctx.now, ...decided };
  const earlier = await ctx.maybe(RoutingDecision, id);
  if (earlier) ctx.update(RoutingDecision, earlier, values);
  else ctx.insert(RoutingDecision, { id, ...values });
}

/** Asks for those who wait and could be served by one person: he has a place free. */
export const routeToAgent = defineAction({
  title: { en: 'Route to the agent', zh: '为客服分配会话' },
  allow: { system: true },
  input: z.object({ userId: z.string() }),
  output: Asked,
  run: async (ctx, { userId }) => {
    const user = await ctx.maybe(Leaving, userId);
    if (user?.presence !== 'ONLINE' || !user.active || !(await ctx.first(QueueEntry, {}))) return { asked: 0 };
    const seat = seatOf(user, await ctx.maybe(AgentLoad, userId), await knownOfSeats(ctx));
    const { storeIds, capacityFactor, backOffice } = await autoStores(ctx, seat);
    const free = Math.ceil(placesOf(seat, { capacityFactor }) - seat.load);
    if (free < 1 && seat.load > 0) return { asked: 0 };
    const where = [{ storeId: { in: storeIds }, mode: { in: modesOf(seat) } }, await forTeams(ctx, seat, backOffice)];
    const waiting = await ctx.find(QueueEntry, {
      where,
      order: HERE_FIRST,
      limit: Math.max(1, Math.min(free, MOST_AT_ONCE)),
    });
    for (const { id } of waiting) await ctx.afterCommit(routeTimer, id);
    return { asked: waiting.length };
  },
});

/** The stores of a person that route by themselves, with the most that a rush in one of them allows. */
async function autoStores(ctx: ActionContext, { storeIds }: Seat) {
  const ids = storeIds.length > 0 ? storeIds : (await ctx.find(Store, { limit: 1000 })).map(({ id }) => id);
  const policies = (await ctx.find(RoutingPolicy, { where: { id: { in: ids } }, limit: 1000 })).map((policy) =>
    asOf(policy, ctx.now),
  );
  const manual = new Set(policies.filter(({ mode }) => mode === 'MANUAL').map(({ id }) => id));
  const rushes = policies.flatMap(({ peak }) => peak ?? []);
  return {
    storeIds: ids.filter((id) => !manual.has(id)),
    capacityFactor: Math.max(1, ...rushes.map(({ capacityFactor }) => capacityFactor)),
    backOffice: rushes.some(({ backOffice }) => backOffice),
  };
}

/** Questions of his teams, those that nobody on duty is for, and those that have waited too long to be particular. */
async function forTeams(ctx: ActionContext, seat: Seat, backOffice: boolean): Promise<Filter> {
  const [{ seats }, teams] = await Promise.all([rosterOf(ctx, onDuty), ctx.all(Team)]);
  const served = new Set(seats.flatMap(({ serves }) => serves));
  const open =
    seat.front || backOffice || !seats.some(({ front }) => front)
      ? ['', ...teams.flatMap(({ id }) => (served.has(id) ? [] : [id]))]
      : [];
  const own = { team: { in: [...seat.serves, ...open] } };
  return open.length > 0 ? { or: [own, { relaxAt: { lte: ctx.now } }] } : own;
}

/**
 * Looks at everybody who waits in a store: for what no event told, and for those who need not be particular any more.
 */
export const sweepQueue = defineAction({
  title: { en: 'Look at the queue', zh: '检查排队' },
  allow: { system: true },
  input: z.object({ storeId: z.string(), empty: z.int() }),
  output: Asked,
  run: async (ctx, { storeId, empty }) => {
    const settings = await routingOf(ctx, storeId);
    if (settings.mode !== 'AUTO') return { asked: 0 };
    const waiting = await ctx.find(QueueEntry, { where: { storeId }, order: HERE_FIRST, limit: MOST_WAITING });
    // Somebody may queue in the very moment in which the last look ends; so it ends only after the second empty one.
    if (waiting.length === 0 && empty > 0) return { asked: 0 };
    const given = match(waiting, (await rosterOf(ctx, onDuty)).seats, conditionsOf(settings, ctx.now));
    for (const id of given) await ctx.afterCommit(routeTimer, id);
    const seconds = given.length < MOST_AT_ONCE ? SWEEP_SECONDS : 1;
    await ctx.at(sweepTimer, later(ctx.now, seconds), storeId, {
      empty: waiting.length === 0 ? empty + 1 : 0,
    });
    return { asked: given.length };
  },
});

/** Whom of those who wait somebody could take now, in their order, place by place. */
export function match(waiting: readonly QueueRow[], seats: readonly Seat[], conditions: Conditions): string[] {
  let left = [...seats];
  const given: string[] = [];
  for (const entry of waiting) {
    if (
      given.length === MOST_AT_ONCE ||
      !left.some((seat) => seat.presence === 'ONLINE' && (seat.load === 0 || seat.load < placesOf(seat, conditions)))
    )
      break;
    const { chosen } = choose(wantedOf(entry), left, conditions);
    if (!chosen) continue;
    given.push(entry.id);
    left = left.map((seat) =>
      seat === chosen ? { ...seat, load: seat.load + entry.weight, givenAt: conditions.now } : seat,
    );
  }
  return given;
}
