/**
 * @module What routing adds to the commits of conversations and presences. A plain message costs nothing here: its
 * conversation has been read already, and only what it says about itself decides whether anything else is.
 */
import type { ActionContext, PlannedRead, Seen } from '../../kernel/context.ts';
import { inCommit } from '../../kernel/event.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { staffPresenceChanged, User } from '../access/index.ts';
import {
  Conversation,
  conversationAbandoned,
  conversationAssigned,
  conversationDeferred,
  conversationMerged,
  conversationQueued,
  conversationReleased,
  messageSent,
  queueAnswer,
  serviceStarted,
  shopperNoted,
  signalled,
  type Message,
} from '../conversations/index.ts';
import { MOST_TIED, teamClosed } from '../organisation/index.ts';
import { conversationUnderstood } from '../understanding/index.ts';
import { adopt } from './admission.ts';
import { endCountdown } from './away.ts';
import { workLate } from '../work/index.ts';
import { tellLeads } from './alerts.ts';
import { AgentLoad, QueueEntry, RoutingDecision } from './entities.ts';
import { routingOf } from './policy.ts';
import { isAway, markAway, replyForAbsent } from './auto-reply.ts';
import { dequeue, enqueue, readsOfEnqueue, noteShopper, reconsider } from './queue.ts';
import { secondsSince } from './rank.ts';
import { keepDecision } from './route.ts';
import { recount, release, take, touch } from './seats.ts';
import { forgiveSilence, hearSignal, leaveBehind, watchSilence } from './silence.ts';
import { agentTimer, routeTimer } from './timers.ts';

type ConversationRow = RowOf<typeof Conversation>;

/** However it came into somebody's hands. */
async function assigned(ctx: ActionContext, conversation: ConversationRow): Promise<void> {
  const { id, ownerId, storeId } = conversation;
  if (!ownerId) return;
  const entry = await dequeue(ctx, id);
  await take(ctx, ownerId, conversation);
  const decision = await ctx.maybe(RoutingDecision, id);
  // The router keeps its own reasons in the same commit.
  if (!decision || decision.at !== ctx.now || decision.userId !== ownerId || decision.how !== 'ROUTED') {
    const taken = ctx.actor.kind === 'staff' && ctx.actor.userId === ownerId;
    const how = entry ? (taken ? 'TAKEN' : 'ASSIGNED') : 'TRANSFERRED';
    await keepDecision(
      ctx,
      { id, ownerId, storeId },
      { how, because: null, waitedSeconds: entry ? secondsSince(entry.queuedAt, ctx.now) : null, considered: [] },
    );
  }
  await watchSilence(ctx, conversation);
  const autoReplyDue = isAway((await ctx.get(User, ownerId)).presence);
  if (autoReplyDue !== conversation.autoReplyDue || conversation.autoReplySent)
    ctx.update(Conversation, conversation, { autoReplyDue, autoReplySent: false });
}

async function released(
  ctx: ActionContext,
  { conversation, userId }: { readonly conversation: ConversationRow; readonly userId: string },
): Promise<void> {
  await release(ctx, userId, conversation.id);
  const { mode } = await routingOf(ctx, conversation.storeId);
  if (mode === 'AUTO') await ctx.afterCommit(agentTimer, userId);
}

async function said(ctx: ActionContext, message: RowOf<typeof Message>): Promise<void> {
  if (message.kind === 'NOTE' || message.isAuto) return;
  const conversation = await ctx.get(Conversation, message.conversationId);
  if (message.sender === 'CUSTOMER') {
    if (isFirstWord(conversation)) await reconsider(ctx, conversation);
    if (conversation.state === 'OFFLINE') return queueAnswer(ctx, conversation);
    return replyForAbsent(ctx, conversation);
  }
  if (message.sender === 'AGENT' && message.senderId && conversation.firstHumanReplyAt === message.at)
    await forgiveSilence(ctx, message.senderId, message.conversationId);
}

/** The rows that {@link said} will want. */
function readsOfSaid(message: RowOf<typeof Message>, seen: Seen): PlannedRead[] {
  const conversation = seen(Conversation, message.conversationId);
  if (message.kind === 'NOTE' || message.isAuto || !conversation) return [];
  if (message.sender === 'AGENT')
    return conversation.firstHumanReplyAt === message.at ? [{ entity: AgentLoad, id: message.senderId }] : [];
  return isFirstWord(conversation) ? readsOfEnqueue(conversation) : [];
}

const isFirstWord = ({ state, unreadForStaff }: ConversationRow): boolean => state === 'QUEUED' && unreadForStaff === 1;

async function presenceChanged(ctx: ActionContext, user: RowOf<typeof User>): Promise<void> {
  const { id: userId, presence } = user;
  await markAway(ctx, user);
  await endCountdown(ctx, userId);
  if (presence === 'OFFLINE') await leaveBehind(ctx, userId);
  if (presence !== 'ONLINE') return touch(ctx, userId);
  await recount(ctx, userId);
  await ctx.afterCommit(agentTimer, userId);
}

const gone = async (ctx: ActionContext, { id }: ConversationRow) => void (await dequeue(ctx, id));

/** Whoever waits for a team that is closed waits for the next one, or for anybody. */
async function moveOn(
  ctx: ActionContext,
  { team, to }: { readonly team: { readonly id: string }; readonly to: string | null },
): Promise<void> {
  const waiting = await ctx.find(QueueEntry, { where: { team: team.id }, limit: MOST_TIED });
  for (const entry of waiting) {
    ctx.update(QueueEntry, entry, { team: to ?? '' });
    if ((await routingOf(ctx, entry.storeId)).mode === 'AUTO') await ctx.afterCommit(routeTimer, entry.id);
  }
}

export const routingReactions = [
  inCommit(conversationQueued, enqueue, readsOfEnqueue),
  inCommit(serviceStarted, adopt),
  inCommit(conversationAbandoned, gone),
  inCommit(conversationDeferred, gone),
  inCommit(conversationMerged, (ctx, { from }) => gone(ctx, from)),
  inCommit(conversationAssigned, assigned),
  inCommit(conversationReleased, released),
  inCommit(conversationUnderstood, reconsider),
  inCommit(messageSent, said, readsOfSaid),
  inCommit(signalled, hearSignal),
  inCommit(shopperNoted, noteShopper),
  inCommit(workLate, tellLeads),
  inCommit(staffPresenceChanged, presenceChanged),
  inCommit(teamClosed, moveOn),
];
