/**
 * @module People and what they have in hand, read by a constant number of queries however many there are.
 */
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import type { Filter, RowOf } from '../../kernel/entity.ts';
import { answeringRoles, rolesWith } from '../access/index.ts';
import { Conversation, OWNED_STATES } from '../conversations/index.ts';
import type { Seat } from './choose.ts';
import { teamBookOf, type TeamBook } from './teams.ts';
import { AgentLoad, Leaving } from './entities.ts';
import { DEFAULT_ROUTING, routingOf } from './policy.ts';
import { waitedBefore } from './ramp.ts';
import { later } from './rank.ts';
import { agentTimer } from './timers.ts';

type LoadRow = RowOf<typeof AgentLoad>;
type UserRow = RowOf<typeof Leaving>;

/** More people than this are not asked about one conversation. */
export const MOST_SEATS = 1000;

const LONG_AGO = '1970-01-01T00:00:00.000Z';

const sum = (held: LoadRow['held']) => held.reduce((total, { weight }) => total + weight, 0);

/** Everybody who can be given customers now. */
export const onDuty: Filter = { presence: { in: ['ONLINE', 'BUSY'] }, active: true };

export interface Roster {
  readonly seats: readonly Seat[];
  /** The rows that the seats were made from: a commit that gives somebody a conversation stands on them. */
  readonly loads: ReadonlyMap<string, LoadRow>;
}

/** By which roles somebody serves, as the tenant decided, and which teams there are. */
export interface SeatRules {
  readonly answering: readonly string[];
  /** Join the front line while a store is in peak mode (R-WF-06). */
  readonly helping: readonly string[];
  readonly teams: TeamBook;
}

export async function knownOfSeats(ctx: ReadContext): Promise<SeatRules> {
  const [answering, helping, teams] = await Promise.all([
    answeringRoles(ctx),
    rolesWith(ctx, 'peak.help'),
    teamBookOf(ctx),
  ]);
  return { answering, helping, teams };
}

/** People with their load. */
export async function rosterOf(ctx: ReadContext, where: Filter): Promise<Roster> {
  const all = ctx.trusted('everybody at work counts');
  const [users, rows, rules] = await Promise.all([
    all.find(Leaving, { where, limit: MOST_SEATS }),
    all.find(AgentLoad, { limit: MOST_SEATS }),
    knownOfSeats(all),
  ]);
  const loads = new Map(rows.map((load) => [load.id, load]));
  const missing = rows.length < MOST_SEATS ? [] : users.flatMap(({ id }) => (loads.has(id) ? [] : [id]));
  // Where more people have ever served than are asked for at once.
  if (missing.length > 0)
    for (const load of await all.find(AgentLoad, { where: { id: { in: missing } }, limit: MOST_SEATS }))
      loads.set(load.id, load);
  return { seats: users.map((user) => seatOf(user, loads.get(user.id), rules)), loads };
}

export function seatOf(
  { id: userId, name, active, presence, roles, skills, teams, languages, storeIds, capacity, awayAt }: UserRow,
  load: LoadRow | undefined,
  { answering, helping, teams: book }: SeatRules,
): Seat {
  return {
    userId,
    name,
    active,
    presence,
    roles,
    skills,
    teams,
    serves: book.servedBy(teams),
    front: book.isFront(teams),
    languages,
    storeIds,
    capacity,
    load: load ? sum(load.held) : 0,
    idleSince: load?.idleSince ?? LONG_AGO,
    silentInRow: load?.silentInRow ?? 0,
    onlineAt: load?.onlineAt ?? null,
    givenAt: load?.givenAt ?? null,
    leaving: awayAt !== null,
    answers: roles.some((role) => answering.includes(role)),
    helps: roles.some((role) => helping.includes(role)),
  };
}

/** The row of a person's load; made from what he really has when it is missing. */
export async function loadOf(ctx: ActionContext, userId: string): Promise<LoadRow> {
  return (
    (await ctx.maybe(AgentLoad, userId)) ??
    ctx.insert(AgentLoad, {
      id: userId,
      userId,
      held: await heldBy(ctx, userId),
      idleSince: ctx.now,
      silentInRow: 0,
      silentAt: null,
    })
  );
}

async function heldBy(ctx: ActionContext, userId: string): Promise<LoadRow['held']> {
  const mine = await ctx.find(Conversation, { where: { ownerId: userId, state: { in: OWNED_STATES } }, limit: 200 });
  return mine.map(({ id, channel }) => ({ id, weight: DEFAULT_ROUTING.weights[channel] }));
}

/** His presence changes: whoever was about to give him a conversation asks again. */
export async function touch(ctx: ActionContext, userId: string): Promise<void> {
  ctx.update(AgentLoad, await loadOf(ctx, userId), {});
}

/**
 * Counts anew what a person has in hand: when they begin, so that no mistake lasts longer than a shift. Those who wait
 * now come to them one by one.
 */
export async function recount(ctx: ActionContext, userId: string): Promise<void> {
  const load = await loadOf(ctx, userId);
  const held = await heldBy(ctx, userId);
  const begun = { idleSince: ctx.now, silentInRow: 0, onlineAt: ctx.now, givenAt: null, givenId: null };
  const same = held.length === load.held.length && held.every(({ id }) => load.held.some((one) => one.id === id));
  ctx.update(AgentLoad, load, { held: same ? load.held : held, ...begun });
}

/** He has one more in hand; `judged` is the row by which he was chosen. */
export async function take(
  ctx: ActionContext,
  userId: string,
  conversation: RowOf<typeof Conversation>,
  judged?: LoadRow,
): Promise<void> {
  const load = judged ?? (await loadOf(ctx, userId));
  const { weights, rampSeconds } = await routingOf(ctx, conversation.storeId);
  const inTurn = rampSeconds > 0 && waitedBefore(load, conversation.queuedAt);
  if (inTurn) await ctx.at(agentTimer, later(ctx.now, rampSeconds), userId);
  const others = load.held.filter(({ id }) => id !== conversation.id);
  ctx.update(AgentLoad, load, {
    held: [...others, { id: conversation.id, weight: weights[conversation.channel] }],
    idleSince: ctx.now,
    ...(inTurn ? { givenAt: ctx.now, givenId: conversation.id } : {}),
  });
}

/** He has one less in hand. */
export async function release(ctx: ActionContext, userId: string, conversationId: string): Promise<void> {
  const load = await loadOf(ctx, userId);
  const held = load.held.filter(({ id }) => id !== conversationId);
  if (held.length < load.held.length) ctx.update(AgentLoad, load, { held, idleSince: ctx.now });
}
