import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { mayFire } from '../../kernel/machine.ts';
import { staffOf } from '../../kernel/question.ts';
import { User } from '../access/index.ts';
import { Conversation } from './entities.ts';
import { conversationAssigned, conversationReleased } from './events.ts';
import { conversationMachine, type ConversationMove } from './machine.ts';
import { addEvent, type EventCode } from './timeline.ts';
import { idleCloseTimer, leaveTimer } from './timers.ts';

type ConversationRow = RowOf<typeof Conversation>;

/** Gives a conversation to a person: first assignment, take-over or accepted transfer. */
export async function giveTo(
  ctx: ActionContext,
  conversation: ConversationRow,
  owner: { id: string; name: string },
  event: ConversationMove,
  code: EventCode,
) {
  await Promise.all([ctx.unset(leaveTimer, conversation), ctx.unset(idleCloseTimer, conversation)]);
  const given = ctx.fire(Conversation, conversation, event, { ownerId: owner.id, assignedAt: ctx.now });
  const told = addEvent(ctx, given, code, owner.name);
  if (conversation.ownerId && conversation.ownerId !== owner.id)
    ctx.emit(conversationReleased, { conversation: told, userId: conversation.ownerId });
  ctx.emit(conversationAssigned, told);
  return told;
}

/** Takes a waiting conversation. Of two who take at once, the slower gets CONFLICT with the name of the faster. */
export const takeConversation = defineAction({
  title: { en: 'Take the conversation', zh: '接入会话' },
  allow: { staff: 'customer.reply' },
  inPerson: true,
  on: Conversation,
  input: z.object({}),
  output: one(Conversation),
  when: (_ctx, { state, ownerId }) => {
    if (ownerId && state !== 'CLOSED') return deny('CONFLICT', { details: { ownerId } });
    return mayFire(conversationMachine, state, 'route');
  },
  run: (ctx, conversation) => {
    const actor = staffOf(ctx);
    return giveTo(ctx, conversation, { id: actor.userId, name: actor.name }, 'route', 'AGENT_JOINED');
  },
});

/** Gives a conversation to a member of staff; from another's hands with a reason (take over). */
export const assignConversation = defineAction({
  title: { en: 'Assign the conversation', zh: '分配会话' },
  allow: { staff: 'conversation.assign' },
  on: Conversation,
  input: z.object({ userId: z.string(), reason: z.string().trim().max(500).optional() }),
  output: one(Conversation),
  event: ['route', 'reassign'],
  check: async (ctx, conversation, { userId, reason }) => {
    const user = await ctx.get(User, userId);
    if (!user.active || !serves(user, conversation.storeId)) return deny('NOT_FOUND');
    if (conversation.ownerId === userId && conversation.state !== 'CLOSED') return deny('DUPLICATE');
    const waiting = ['QUEUED', 'OFFLINE'].includes(conversation.state);
    if (!waiting && !reason) return deny('REASON_REQUIRED');
    return mayFire(conversationMachine, conversation.state, waiting ? 'route' : 'reassign');
  },
  run: async (ctx, conversation, { userId }) => {
    const user = await ctx.get(User, userId);
    const waiting = ['QUEUED', 'OFFLINE'].includes(conversation.state);
    return giveTo(ctx, conversation, user, waiting ? 'route' : 'reassign', waiting ? 'AGENT_JOINED' : 'TRANSFERRED');
  },
});

export const serves = (user: RowOf<typeof User>, storeId: string): boolean =>
  user.storeIds.length === 0 || user.storeIds.includes(storeId);
