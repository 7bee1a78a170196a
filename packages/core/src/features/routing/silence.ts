/**
 * @module Who was given a conversation and shows no sign of life loses it: it goes back to its place in the queue, they
 * are told, and after the second in a row the desk counts down to set them away. A first answer ends the watch by
 * itself, at no cost.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import {
  addEvent,
  Conversation,
  conversationQueued,
  conversationReleased,
  type Signal,
} from '../conversations/index.ts';
import { notify } from '../notices/index.ts';
import { aboutChat, lineOf, silentReturned } from './alerts.ts';
import { endCountdown, judgeSilence, MOST_SILENT } from './away.ts';
import { AgentLoad, QueueEntry } from './entities.ts';
import { routingOf } from './policy.ts';
import { later } from './rank.ts';
import { loadOf } from './seats.ts';
import { modeOf } from './skills.ts';
import { agentTimer, silenceTimer } from './timers.ts';

type ConversationRow = RowOf<typeof Conversation>;

/** Looking on without a word holds a conversation this many times as long. */
const LOOKING = 3;
/** A watch that still has this long to run is not set anew for every key that is pressed. */
const SLACK_SECONDS = 15;

/** Begins when somebody is given a conversation in a store that routes by itself. */
export async function watchSilence(
  ctx: ActionContext,
  { id, storeId, ownerId, assignedAt }: ConversationRow,
): Promise<void> {
  const { mode, silentSeconds } = await routingOf(ctx, storeId);
  if (mode !== 'AUTO' || silentSeconds === 0) return;
  await ctx.at(silenceTimer, later(ctx.now, silentSeconds), id, { userId: ownerId, assignedAt });
}

/** Typing and looking are signs of life. */
export async function hearSignal(
  ctx: ActionContext,
  { conversationId: id, kind, side, userId, on }: Signal,
): Promise<void> {
  if (side !== 'STAFF' || !on) return;
  const conversation = await ctx.get(Conversation, id);
  if (conversation.state !== 'ASSIGNED' || conversation.ownerId !== userId || !conversation.assignedAt) return;
  const due = await ctx.dueAt(silenceTimer, id);
  if (!due) return;
  const { silentSeconds } = await routingOf(ctx, conversation.storeId);
  const latest = later(ctx.now, silentSeconds);
  const most = later(conversation.assignedAt, LOOKING * silentSeconds);
  const dueAt = kind === 'VIEWING' && latest > most ? most : latest;
  if (dueAt > later(due, SLACK_SECONDS))
    await ctx.at(silenceTimer, dueAt, id, { userId, assignedAt: conversation.assignedAt });
}

/** What he has not begun to answer goes back as soon as he is gone. */
export async function leaveBehind(ctx: ActionContext, userId: string): Promise<void> {
  const begun = await ctx.find(Conversation, { where: { ownerId: userId, state: 'ASSIGNED' }, limit: 50 });
  for (const { id, assignedAt } of begun)
    if (await ctx.dueAt(silenceTimer, id)) await ctx.afterCommit(silenceTimer, id, { userId, assignedAt });
}

/** Takes a conversation from somebody who let it wait. */
export const returnSilent = defineAction({
  title: { en: 'Return to the queue', zh: '退回排队' },
  allow: { system: true },
  on: Conversation,
  input: z.object({ userId: z.string().nullable(), assignedAt: z.string().nullable() }),
  output: one(Conversation),
  event: 'returnToQueue',
  check: (_ctx, { state, ownerId, assignedAt: since }, { userId, assignedAt }) => {
    const same = state === 'ASSIGNED' && ownerId === userId && since === assignedAt;
    return same ? undefined : deny('INVALID_TRANSITION', { details: { from: state, event: 'returnToQueue' } });
  },
  run: async (ctx, conversation) => {
    const userId = conversation.ownerId ?? '';
    ctx.reason('Silent agent');
    const queuedAt = conversation.queuedAt ?? conversation.assignedAt ?? ctx.now;
    const back = ctx.fire(Conversation, conversation, 'returnToQueue', { ownerId: null, assignedAt: null, queuedAt });
    const told = addEvent(ctx, back, 'QUEUED');
    await standAgain(ctx, told, userId);
    await note(ctx, told, userId);
    ctx.emit(conversationReleased, { conversation: told, userId });
    ctx.emit(conversationQueued, told);
    return told;
  },
});

/** The rest of the row is filled in when it is queued. */
async function standAgain(
  ctx: ActionContext,
  { id, storeId, channel, locale, queuedAt }: ConversationRow,
  silentUserId: string,
): Promise<void> {
  const { weights } = await routingOf(ctx, storeId);
  const since = queuedAt ?? ctx.now;
  const place = {
    team: '',
    locale,
    queuedAt: since,
    rank: since,
    relaxAt: since,
    preferredUserId: null,
    preference: null,
    anonymous: false,
  };
  ctx.insert(QueueEntry, {
    id,
    storeId,
    conversationId: id,
    mode: modeOf(channel),
    weight: weights[channel],
    ...place,
    silentUserId,
  });
}

async function note(ctx: ActionContext, conversation: ConversationRow, userId: string): Promise<void> {
  const load = await loadOf(ctx, userId);
  const counted = ctx.update(AgentLoad, load, { silentInRow: load.silentInRow + 1, silentAt: ctx.now });
  await notify(ctx, silentReturned, {
    storeId: conversation.storeId,
    key: `${conversation.id}:${userId}`,
    title: lineOf(conversation),
    about: aboutChat(conversation),
    to: { userIds: [userId] },
  });
  await judgeSilence(ctx, counted, conversation);
}

/** The first answer to a customer: somebody is there, and may have the next one. */
export async function forgiveSilence(ctx: ActionContext, userId: string, conversationId: string): Promise<void> {
  const load = await ctx.maybe(AgentLoad, userId);
  if (!load) return;
  if (load.silentInRow >= MOST_SILENT) await endCountdown(ctx, userId);
  const inTurn = load.givenId === conversationId;
  if (load.silentInRow > 0 || load.answeredAt === null || inTurn)
    ctx.update(AgentLoad, load, {
      silentInRow: 0,
      answeredAt: load.answeredAt ?? ctx.now,
      ...(inTurn ? { givenAt: null, givenId: null } : {}),
    });
  if (inTurn) await ctx.afterCommit(agentTimer, userId);
}
