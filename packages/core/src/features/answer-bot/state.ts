import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { named } from '../../kernel/entity.ts';
import { LocalText } from '../access/index.ts';
import { Conversation } from '../conversations/index.ts';
import { BotAnswer, BotSession, botSpeaker } from './entities.ts';

const LastAnswer = named(
  'BotLastAnswer',
  z.object({ messageId: z.string(), articleId: z.string(), title: LocalText, helpful: z.boolean().nullable() }),
);

/** What the bot does in a conversation, as its customer and the staff may know it. */
export const botState = defineView({
  title: { en: 'State of the bot', zh: '智能助手状态' },
  allow: { shopper: true, staff: 'conversation.read' },
  input: z.object({ conversationId: z.string() }),
  output: value(
    'BotState',
    z.object({
      /** Null: no bot in this conversation. */
      state: botSpeaker.nullable(),
      misses: z.int(),
      /** What the bot said last, until it is rated or a person has come. */
      lastAnswer: LastAnswer.nullable(),
    }),
  ),
  run: async (ctx, { conversationId }) => {
    const conversation = await ctx.get(Conversation, conversationId);
    const session = conversation.bot
      ? await ctx.trusted('part of a seen row').maybe(BotSession, conversation.id)
      : undefined;
    if (!session) return { state: null, misses: 0, lastAnswer: null };
    const last =
      session.state === 'BOT'
        ? await ctx
            .trusted('part of a seen row')
            .first(BotAnswer, { conversationId: conversation.id, outcome: 'SENT' }, [['at', 'desc']])
        : undefined;
    const lastAnswer = last?.messageId
      ? { messageId: last.messageId, articleId: last.articleId, title: last.title, helpful: last.helpful }
      : null;
    return { state: session.state, misses: session.misses, lastAnswer };
  },
});
