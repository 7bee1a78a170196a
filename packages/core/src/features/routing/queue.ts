/**
 * @module The queue: a row per conversation that waits, with what it needs and where it stands.
 */
import type { Actor } from '../../kernel/actor.ts';
import type { ActionContext, PlannedRead, ReadContext } from '../../kernel/context.ts';
import { timerOf } from '../../kernel/timer.ts';
import type { Condition, RowOf } from '../../kernel/entity.ts';
import { Conversation } from '../conversations/index.ts';
import { Customer } from '../customers/index.ts';
import { QueueEntry } from './entities.ts';
import { routingOf, type RoutingSettings } from './policy.ts';
import { later, rankOf } from './rank.ts';
import { modeOf } from './skills.ts';
import { teamBookOf } from './teams.ts';
import { routeTimer, sweepTimer } from './timers.ts';

type ConversationRow = RowOf<typeof Conversation>;
export type QueueRow = RowOf<typeof QueueEntry>;

/** A customer who has not written yet is not given away at once: his first words say who should have him. */
const FIRST_WORDS_SECONDS = 5;
/** How often the queue is looked at although nothing happened. */
export const SWEEP_SECONDS = 15;
const DAY_SECONDS = 24 * 3600;

/** What {@link enqueue} reads by id. */
export const readsOfEnqueue = ({ id, tenantId, storeId, customerId }: ConversationRow): PlannedRead[] => [
  { entity: QueueEntry, id },
  { entity: Customer, id: customerId },
  timerOf(sweepTimer, tenantId, storeId),
];

/** What a shopper who opens a conversation makes {@link enqueue} ask, beside what is read anyway. */
export const readsOfOpening = (actor: Actor): PlannedRead[] =>
  actor.kind === 'shopper'
    ? [lastServed(actor.customerId, actor.storeId), timerOf(sweepTimer, actor.tenantId, actor.storeId)]
    : [];

/** Lets a conversation wait, and asks at once who can have it. */
export async function enqueue(ctx: ActionContext, conversation: ConversationRow): Promise<void> {
  const { id, storeId, channel, lastPublicSeq } = conversation;
  const settings = await routingOf(ctx, storeId);
  const [known, needs, swept, preferred] = await Promise.all([
    ctx.maybe(QueueEntry, id),
    needsOf(ctx, conversation, settings),
    ctx.dueAt(sweepTimer, storeId),
    // Who enters the queue without a word is new to it.
    lastPublicSeq === 0 ? preferredOf(ctx, conversation, settings) : undefined,
  ]);
  if (known) ctx.update(QueueEntry, known, needs);
  else {
    const weight = settings.weights[channel];
    ctx.insert(QueueEntry, {
      id,
      storeId,
      conversationId: id,
      mode: modeOf(channel),
      weight,
      ...needs,
      ...(preferred ?? (await preferredOf(ctx, conversation, settings))),
      silentUserId: null,
    });
  }
  if (settings.mode !== 'AUTO') return;
  if (lastPublicSeq > 0) await ctx.afterCommit(routeTimer, id);
  else await ctx.at(routeTimer, later(ctx.now, FIRST_WORDS_SECONDS), id);
  if (!swept) await ctx.at(sweepTimer, later(ctx.now, SWEEP_SECONDS), storeId, { empty: 0 });
}

type Needs = Pick<QueueRow, 'team' | 'locale' | 'queuedAt' | 'rank' | 'relaxAt' | 'anonymous'>;

async function needsOf(
  ctx: ActionContext,
  { customerId, channel, intent, priority, locale, queuedAt }: ConversationRow,
  settings: RoutingSettings,
): Promise<Needs> {
  const [customer, teams] = await Promise.all([ctx.maybe(Customer, customerId), teamBookOf(ctx)]);
  const tier = customer?.tier ?? null;
  const since = queuedAt ?? ctx.now;
  const rank = rankOf(since, { priority, intent, tier }, settings);
  return {
    team: teams.teamFor(channel, intent) ?? '',
    locale,
    queuedAt: since,
    rank,
    relaxAt: later(since, settings.relaxSeconds),
    anonymous: customer?.verified !== true,
  };
}

/** The conversation that somebody of the staff closed last with a customer. */
const lastServed = (customerId: string, storeId: string) => ({
  entity: Conversation,
  where: { customerId, storeId, state: 'CLOSED', ownerId: { ne: null } },
  order: [['lastMessageAt', 'desc']] as const,
  limit: 1,
});

/** Who had it before it was closed, or who served this customer last. */
async function preferredOf(
  ctx: ActionContext,
  { customerId, storeId, preferredOwnerId }: ConversationRow,
  { lastAgentDays }: RoutingSettings,
): Promise<Pick<QueueRow, 'preferredUserId' | 'preference'>> {
  if (preferredOwnerId) return { preferredUserId: preferredOwnerId, preference: 'REOPENED' };
  if (lastAgentDays === 0) return { preferredUserId: null, preference: null };
  const { entity: _, ...query } = lastServed(customerId, storeId);
  const [last] = await ctx.find(Conversation, query);
  return last?.closedAt && last.closedAt >= later(ctx.now, -lastAgentDays * DAY_SECONDS)
    ? { preferredUserId: last.ownerId, preference: 'LAST_AGENT' }
    : { preferredUserId: null, preference: null };
}

/** What is known of it has changed while it waits: its place and who may have it change too. */
export async function reconsider(ctx: ActionContext, conversation: ConversationRow): Promise<void> {
  if (conversation.state === 'QUEUED' && (await ctx.maybe(QueueEntry, conversation.id)))
    await enqueue(ctx, conversation);
}

/** It waits no longer. */
export async function dequeue(ctx: ActionContext, id: string): Promise<QueueRow | undefined> {
  const entry = await ctx.maybe(QueueEntry, id);
  if (entry) ctx.remove(QueueEntry, entry);
  await ctx.unset(routeTimer, id);
  return entry;
}

/** Longest queue that is counted exactly. */
export const MOST_COUNTED = 200;

/** How many stand before it: those who are looking at the page, and before one who has left it also who left it too. */
export async function aheadOf(ctx: ReadContext, { storeId, rank, gone }: QueueRow): Promise<number> {
  const queue = ctx.trusted('the whole queue counts');
  const before = (where: Record<string, Condition>) => queue.count(QueueEntry, { storeId, ...where }, MOST_COUNTED);
  if (!gone) return before({ gone: false, rank: { lt: rank } });
  const [here, left] = await Promise.all([before({ gone: false }), before({ gone: true, rank: { lt: rank } })]);
  return Math.min(MOST_COUNTED, here + left);
}

/** Whether the customer is looking at the page: who comes back is considered at once. */
export async function noteShopper(
  ctx: ActionContext,
  { conversation: { id, storeId }, present }: { readonly conversation: ConversationRow; readonly present: boolean },
): Promise<void> {
  const entry = await ctx.maybe(QueueEntry, id);
  if (!entry || entry.gone === !present) return;
  ctx.update(QueueEntry, entry, { gone: !present });
  if (present && (await routingOf(ctx, storeId)).mode === 'AUTO') await ctx.afterCommit(routeTimer, id);
}
