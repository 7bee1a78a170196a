import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { Conversation } from '../conversations/entities.ts';
import { messageText } from '../conversations/text.ts';
import { guardLevel, MessageHit, strictest } from './hit.ts';
import { findHits, unresolvedVariables } from './outbound.ts';

/** What the guard would say about a text in a conversation, while it is being written. */
export const checkText = defineView({
  title: { en: 'Check a text', zh: '检查文字' },
  allow: { staff: 'customer.reply' },
  input: z.object({ conversationId: z.string(), text: messageText }),
  output: value(
    'TextCheck',
    z.object({ level: guardLevel.nullable(), hits: z.array(MessageHit), unresolved: z.array(z.string()) }),
  ),
  run: async (ctx, { conversationId, text }) => {
    const conversation = await ctx.get(Conversation, conversationId);
    const hits = await findHits(ctx, text, conversation, 'agent');
    return { level: strictest(hits), hits, unresolved: unresolvedVariables(text) };
  },
});
