import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { deny } from '../../kernel/denial.ts';
import { staffOf } from '../../kernel/question.ts';
import { addEvent, Conversation, conversationClosed, giveTo } from '../conversations/index.ts';
import { BotSession } from './entities.ts';
import { closeSession, isWithBot } from './session.ts';

/** Takes a conversation from the bot; from then on it says nothing more in it. */
export const takeOverFromBot = defineAction({
  title: { en: 'Take over from the bot', zh: '接管智能助手会话' },
  allow: { staff: 'customer.reply' },
  inPerson: true,
  on: Conversation,
  input: z.object({}),
  output: one(Conversation),
  event: 'takeOver',
  run: async (ctx, row) => {
    const actor = staffOf(ctx);
    const session = await ctx.trusted('part of a seen row').maybe(BotSession, row.id);
    if (session) await closeSession(ctx.trusted('taken from the bot'), session, 'TAKEN_OVER');
    return giveTo(ctx, row, { id: actor.userId, name: actor.name }, 'takeOver', 'AGENT_JOINED');
  },
});

/** Ends a conversation in which the customer has said nothing more after the bot's answer (K-55). */
export const endBotConversation = defineAction({
  title: { en: 'End the bot’s conversation', zh: '结束智能助手会话' },
  allow: { system: true },
  input: z.object({ conversationId: z.string(), seq: z.int() }),
  output: one(Conversation),
  check: async (ctx, { conversationId, seq }) => {
    const conversation = await ctx.get(Conversation, conversationId);
    return isWithBot(conversation) && conversation.lastSeq === seq
      ? undefined
      : deny('INVALID_TRANSITION', { details: { from: conversation.state, event: 'idle' } });
  },
  run: async (ctx, { conversationId }) => {
    const ended = ctx.fire(Conversation, await ctx.get(Conversation, conversationId), 'idle', {
      closedAt: ctx.now,
      waitingSince: null,
      result: 'SOLVED',
      closeReason: 'BOT',
    });
    const told = addEvent(ctx, ended, 'CLOSED_IDLE');
    ctx.emit(conversationClosed, told);
    return told;
  },
});
