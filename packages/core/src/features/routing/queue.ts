/**
 * @module The queue: a row per conversation that waits, with what it needs and where it stands.
 */
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { Conversation } from '../conversations/entities.ts';
import { Customer } from '../customers/entities.ts';
import { QueueEntry } from './entities.ts';
import { routingOf, type RoutingSettings } from './policy.ts';
import { later, rankOf } from './rank.ts';
import { modeOf, teamOf } from './skills.ts';

type ConversationRow = RowOf<typeof Conversation>;
export type QueueRow = RowOf<typeof QueueEntry>;

/** A customer who has not written yet is not given away at once: his first words say who should have him. */
const FIRST_WORDS_SECONDS = 5;
/** How often the queue is looked at although nothing happened. */
export const SWEEP_SECONDS = 15;
const DAY_SECONDS = 24 * 3600;

/** Lets a conversation wait, and asks at once who can have it. */
export async function enqueue(ctx: ActionContext, conversation: ConversationRow): Promise<void> {
  const { id, storeId, channel, lastPublicSeq } = conversation;
  const settings = await routingOf(ctx, storeId);
  const known = await ctx.maybe(QueueEntry, id);
  const needs = await needsOf(ctx, conversation, settings);
  if (known) ctx.update(QueueEntry, known, needs);
  else {
    const weight = settings.weights[channel];
    const preferred = await preferredOf(ctx, conversation, settings);
    ctx.insert(QueueEntry, {
      id,
      storeId,
      conversationId: id,
      mode: modeOf(channel),
      weight,
      ...needs,
      ...preferred,
      silentUserId: null,
    });
  }
  if (settings.mode !== 'AUTO') return;
  const key = `route:${id}`;
  if (lastPublicSeq > 0) await ctx.follow(key, 'routeConversation', { id });
  else await ctx.schedule(key, later(ctx.now, FIRST_WORDS_SECONDS), 'routeConversation', { id });
  if (!(await ctx.scheduled(`sweep:${storeId}`)))
    await ctx.schedule(`sweep:${storeId}`, later(ctx.now, SWEEP_SECONDS), 'sweepQueue', { storeId, empty: 0 });
}

type Needs = Pick<QueueRow, 'team' | 'locale' | 'queuedAt' | 'rank' | 'relaxAt' | 'anonymous'>;

async function needsOf(
  ctx: ActionContext,
  { customerId, channel, intent, priority, locale, queuedAt }: ConversationRow,
  settings: RoutingSettings,
): Promise<Needs> {
  const customer = await ctx.maybe(Customer, customerId);
  const tier = customer?.tier ?? null;
  const since = queuedAt ?? ctx.now;
  const rank = rankOf(since, { priority, intent, tier }, settings);
  return {
    team: teamOf(channel, intent) ?? '',
    locale,
    queuedAt: since,
    rank,
    relaxAt: later(since, settings.relaxSeconds),
    anonymous: customer?.verified !== true,
  };
}

/** Who had it before it was closed, or who served this customer last. */
async function preferredOf(
  ctx: ActionContext,
  { customerId, storeId, preferredOwnerId }: ConversationRow,
  { lastAgentDays }: RoutingSettings,
): Promise<Pick<QueueRow, 'preferredUserId' | 'preference'>> {
  if (preferredOwnerId) return { preferredUserId: preferredOwnerId, preference: 'REOPENED' };
  if (lastAgentDays === 0) return { preferredUserId: null, preference: null };
  const closedAt = { gte: later(ctx.now, -lastAgentDays * DAY_SECONDS) };
  const last = await ctx.first(
    Conversation,
    { customerId, storeId, state: 'CLOSED', ownerId: { ne: null }, closedAt },
    [['lastMessageAt', 'desc']],
  );
  return last
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
  await ctx.unschedule(`route:${id}`);
  return entry;
}

/** Longest queue that is counted exactly. */
export const MOST_COUNTED = 200;

/** How many stand before it. */
export const aheadOf = (ctx: ReadContext, { storeId, rank }: QueueRow): Promise<number> =>
  ctx.desk.count(QueueEntry, { storeId, rank: { lt: rank } }, MOST_COUNTED);
