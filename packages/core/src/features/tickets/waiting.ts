/**
 * @module The customer's next word: it answers tickets that asked, and wakes those that sleep. A conversation says
 * whether any ticket of its customer waits, so that all other messages cost nothing.
 */
import type { ActionContext } from '../../kernel/context.ts';
import { inCommit } from '../../kernel/event.ts';
import { Conversation, conversationOpened, messageSent, openConversationOf } from '../conversations/index.ts';
import { Ticket } from './entities.ts';
import { Awaited, Expected } from './fields.ts';
import { move, resuming, waking, type TicketRow } from './steps.ts';

/** Tickets of one customer that wait at once, at most. */
const MOST_WAITING = 100;

const waits = ({ storeId, customerId }: Pick<TicketRow, 'storeId' | 'customerId'>) => [
  { storeId, customerId },
  { or: [{ state: 'PENDING_CUSTOMER' }, { sleepUntil: { ne: null } }] },
];

/** From now on the customer's next word is this ticket's, in the ticket's conversation or the open one. */
export async function awaitCustomer(
  ctx: ActionContext,
  { storeId, customerId, conversationId }: TicketRow,
): Promise<void> {
  if (!customerId) return;
  const customer = await ctx.maybe(Expected, customerId);
  if (customer && !customer.ticketWaits) ctx.update(Expected, customer, { ticketWaits: true });
  const open = await openConversationOf(ctx, storeId, { conversationId, customerId });
  const own = await ctx.maybe(Conversation, conversationId);
  for (const one of new Map([open, own].flatMap((row) => (row ? [[row.id, row]] : []))).values())
    if (one.customerId === customerId) ctx.update(Awaited, one, { ticketWaits: true });
}

const toldOfTickets = inCommit(conversationOpened, async (ctx, conversation) => {
  const customer = await ctx.maybe(Expected, conversation.customerId);
  if (!customer?.ticketWaits) return;
  const waiting = await ctx.find(Ticket, { where: waits(conversation), limit: 1 });
  if (waiting.length > 0) ctx.update(Awaited, await ctx.get(Conversation, conversation.id), { ticketWaits: true });
  else ctx.update(Expected, customer, { ticketWaits: false });
});

const heard = inCommit(messageSent, async (ctx, { sender, conversationId }) => {
  if (sender !== 'CUSTOMER') return;
  const conversation = await ctx.get(Awaited, conversationId);
  if (!conversation.ticketWaits) return;
  ctx.update(Awaited, conversation, { ticketWaits: false });
  const tickets = await ctx.find(Ticket, { where: waits(conversation), limit: MOST_WAITING });
  for (const found of tickets) {
    const row = await ctx.get(Ticket, found.id);
    const awake = row.sleepUntil ? ctx.update(Ticket, row, await waking(ctx, row, 'CUSTOMER')) : row;
    if (awake.state === 'PENDING_CUSTOMER')
      await move(ctx, awake, 'customerReplies', { remindAt: null, ...(await resuming(ctx, awake)) });
  }
});

export const customersWord = [toldOfTickets, heard];
