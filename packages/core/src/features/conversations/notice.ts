/** @module The conversation in which a customer can be told something now. */
import type { ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { Conversation } from './entities.ts';
import { OPEN_STATES } from './machine.ts';

type ConversationRow = RowOf<typeof Conversation>;

const isOpen = ({ state }: ConversationRow) => (OPEN_STATES as readonly string[]).includes(state);

/** The conversation to tell something in: the one named if it is open, else the customer's open one. */
export async function openConversationOf(
  ctx: ReadContext,
  storeId: string,
  { conversationId, customerId }: { conversationId?: string | null | undefined; customerId: string | null },
): Promise<ConversationRow | undefined> {
  const trusted = ctx.trusted('news from the shop');
  const named = await trusted.maybe(Conversation, conversationId);
  if (named && isOpen(named)) return named;
  return customerId ? trusted.first(Conversation, { storeId, customerId, state: { in: OPEN_STATES } }) : undefined;
}
