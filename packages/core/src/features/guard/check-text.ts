import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { named } from '../../kernel/entity.ts';
import { LocalText, Store } from '../access/index.ts';
import { Conversation, guardLevel, MessageHit, messageText, channel } from '../conversations/index.ts';
import { strictest } from './hit.ts';
import { findHits, unresolvedVariables } from './outbound.ts';
import { ruleNames } from './term-list.ts';

const textCheck = z.object({
  level: guardLevel.nullable(),
  hits: z.array(MessageHit),
  unresolved: z.array(z.string()),
  /** What the rules of the hits are called. */
  names: z.array(named('TermRuleName', z.object({ rule: z.string(), name: LocalText }))),
});

const checked = async (ctx: ReadContext, text: string, hits: MessageHit[]): Promise<z.output<typeof textCheck>> => ({
  level: strictest(hits),
  hits,
  unresolved: unresolvedVariables(text),
  names: await ruleNames(
    ctx,
    hits.map(({ rule }) => rule),
  ),
});

/** What the guard would say about a text in a conversation, while it is being written. */
export const checkText = defineView({
  title: { en: 'Check a text', zh: '检查文字' },
  allow: { staff: 'customer.reply' },
  input: z.object({ conversationId: z.string(), text: messageText }),
  output: value('TextCheck', textCheck),
  run: async (ctx, { conversationId, text }) => {
    const conversation = await ctx.get(Conversation, conversationId);
    const hits = await findHits(ctx, text, conversation, 'agent');
    return checked(ctx, text, hits);
  },
});

/** What the guard would say about a text to a stranger in a store: to try the rules out. */
export const tryText = defineView({
  title: { en: 'Try the rules on a text', zh: '试用发送规则' },
  allow: { staff: 'term.read' },
  input: z.object({ storeId: z.string(), text: messageText, channel: channel.default('WEB_CHAT') }),
  output: value('TextCheck', textCheck),
  run: async (ctx, { storeId, text, channel: through }) => {
    await ctx.get(Store, storeId);
    return checked(ctx, text, await findHits(ctx, text, { storeId, customerId: '', channel: through }, 'agent'));
  },
});
