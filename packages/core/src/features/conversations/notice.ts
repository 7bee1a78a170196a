/**
 * @module What the desk itself tells a customer in the chat, in his language: once for each thing, and only while a
 * conversation is open.
 */
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { answer } from '../../kernel/point.ts';
import { digest } from '../../text/digest.ts';
import { tellCustomer } from '../work/index.ts';
import { Conversation, Message, PUBLIC_KINDS } from './entities.ts';
import { OPEN_STATES } from './machine.ts';
import { addEntry } from './timeline.ts';

type ConversationRow = RowOf<typeof Conversation>;

export interface News {
  /** The same one twice in a conversation is one message. */
  readonly key: string;
  readonly zh: string;
  readonly en: string;
}

const isOpen = ({ state }: ConversationRow) => (OPEN_STATES as readonly string[]).includes(state);

/** The conversation to tell something in: the one named if it is open, else the customer's open one. */
export async function openConversationOf(
  ctx: ReadContext,
  storeId: string,
  { conversationId, customerId }: { conversationId?: string | null | undefined; customerId: string | null },
): Promise<ConversationRow | undefined> {
  const named = await ctx.trusted('news from the shop').maybe(Conversation, conversationId);
  if (named && isOpen(named)) return named;
  return customerId
    ? ctx.trusted('news from the shop').first(Conversation, { storeId, customerId, state: { in: OPEN_STATES } })
    : undefined;
}

/** Adds the notices that the conversation does not have yet. */
export async function tell(
  ctx: ActionContext,
  conversation: ConversationRow,
  notices: readonly News[],
): Promise<ConversationRow> {
  let told = conversation;
  for (const { key, zh, en } of notices) {
    const clientMsgId = `notice:${key.length > 50 ? digest(key) : key}`;
    if (
      await ctx
        .trusted('part of a seen row')
        .first(Message, { conversationId: conversation.id, clientMsgId, kind: { in: PUBLIC_KINDS } })
    )
      continue;
    const body = told.locale === 'en' ? en : zh;
    told = addEntry(ctx, told, {
      sender: 'SYSTEM',
      senderId: null,
      senderName: '',
      kind: 'TEXT',
      body,
      clientMsgId,
      isAuto: true,
    }).conversation;
  }
  return told;
}

/** What a customer is told about a work item of theirs. */
export const itemsTold = answer(tellCustomer, async (ctx, { storeId, key, zh, en, ...whom }) => {
  const conversation = await openConversationOf(ctx, storeId, whom);
  if (!conversation) return undefined;
  await tell(ctx, conversation, [{ key, zh, en }]);
  return true;
});
