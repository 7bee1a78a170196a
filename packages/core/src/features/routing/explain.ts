/**
 * @module Every decision can be asked: why does this customer wait, and why has this agent got him.
 */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { ref, type RowOf } from '../../kernel/entity.ts';
import { talkMode, User } from '../access/index.ts';
import { Conversation } from '../conversations/index.ts';
import { consideredOf, judge } from './choose.ts';
import {
  assignedHow,
  Considered,
  preference,
  QueueEntry,
  routedBecause,
  RoutingDecision,
  routingMode,
} from './entities.ts';
import { routingOf } from './policy.ts';
import { aheadOf, type QueueRow } from './queue.ts';
import { secondsSince } from './rank.ts';
import { conditionsOf, wantedOf } from './route.ts';
import { rosterOf } from './seats.ts';

const MOST_SHOWN = 50;

const Waiting = z.object({
  place: z.int(),
  since: z.string(),
  waitedSeconds: z.int(),
  /** How much earlier than he came he is placed. */
  headStartSeconds: z.int(),
  mode: talkMode,
  team: ref('Team').nullable(),
  locale: z.string(),
  /** From then on language and team are no conditions any more. */
  relaxAt: z.string(),
  preferredName: z.string().nullable(),
  preference: preference.nullable(),
  /** Everybody of the store, those first who come closest. */
  agents: z.array(Considered),
});

const Decided = z.object({
  userId: z.string(),
  name: z.string(),
  at: z.string(),
  how: assignedHow,
  because: routedBecause.nullable(),
  waitedSeconds: z.int().nullable(),
  others: z.array(Considered),
});

/** Why a customer waits, with what stands against each agent, or why he is with his agent. */
export const explainRouting = defineView({
  title: { en: 'Why they wait, and why this agent', zh: '分流说明' },
  allow: { staff: 'conversation.read' },
  input: z.object({ conversationId: z.string() }),
  output: value(
    'RoutingExplanation',
    z.object({
      mode: routingMode,
      peak: z.boolean(),
      waiting: Waiting.nullable(),
      decision: Decided.nullable(),
    }),
  ),
  run: async (ctx, { conversationId }) => {
    const conversation = await ctx.get(Conversation, conversationId);
    const { mode, peak } = await routingOf(ctx, conversation.storeId);
    const entry = conversation.state === 'QUEUED' ? await ctx.maybe(QueueEntry, conversationId) : undefined;
    const waiting = entry ? await explainWaiting(ctx, entry) : null;
    return { mode, peak: peak !== null, waiting, decision: entry ? null : await explainDecision(ctx, conversation) };
  },
});

async function explainWaiting(ctx: ReadContext, entry: QueueRow): Promise<z.output<typeof Waiting>> {
  const { mode, team, locale, queuedAt: since, rank, relaxAt, preferredUserId, preference, storeId } = entry;
  const [ahead, { seats }, settings] = await Promise.all([
    aheadOf(ctx, entry),
    rosterOf(ctx, { active: true }),
    routingOf(ctx, storeId),
  ]);
  const judged = judge(wantedOf(entry), seats, conditionsOf(settings, ctx.now)).filter(
    ({ obstacles }) => !obstacles.some(({ code }) => code === 'STORE' || code === 'NOT_LIVE'),
  );
  return {
    place: ahead + 1,
    since,
    waitedSeconds: secondsSince(since, ctx.now),
    headStartSeconds: secondsSince(rank, since),
    mode,
    team: team || null,
    locale,
    relaxAt,
    preference,
    preferredName: seats.find(({ userId }) => userId === preferredUserId)?.name ?? null,
    agents: consideredOf(judged, MOST_SHOWN),
  };
}

async function explainDecision(
  ctx: ReadContext,
  { id, ownerId }: RowOf<typeof Conversation>,
): Promise<z.output<typeof Decided> | null> {
  const decision = await ctx.maybe(RoutingDecision, id);
  if (!decision || decision.userId !== ownerId) return null;
  const { userId, at, how, because, waitedSeconds, considered } = decision;
  const name = (await ctx.trusted('a name beside a seen row').maybe(User, userId))?.name ?? '';
  return { userId, name, at, how, because, waitedSeconds, others: considered.filter((one) => one.userId !== userId) };
}
