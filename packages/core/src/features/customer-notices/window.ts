/**
 * @module The desk's own window as a way to a customer: a message in their open chat, else one for their next visit. It
 * is delivered when their browser has it, and seen when they have read so far.
 */
import { whenChanged } from '../../kernel/changes.ts';
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { inCommit } from '../../kernel/event.ts';
import { digest } from '../../text/digest.ts';
import {
  addEntry,
  beginOver,
  Conversation,
  conversationMerged,
  openConversationOf,
  type Entry,
} from '../conversations/index.ts';
import { Customer, customerMerged } from '../customers/index.ts';
import { CustomerNotice, Delivery, Told } from './entities.ts';
import { noteDelivery } from './ladder.ts';
import type { Outcome, Way } from './kinds.ts';

type Notice = RowOf<typeof CustomerNotice>;
type ConversationRow = RowOf<typeof Conversation>;

function entryOf({ key, byUserId, byName, title }: Notice, { locale }: ConversationRow): Entry {
  const person = byUserId !== null;
  return {
    sender: person ? 'AGENT' : 'SYSTEM',
    senderId: byUserId,
    senderName: person ? byName : '',
    kind: 'TEXT',
    body: locale === 'en' ? title.en : title.zh,
    clientMsgId: `notice:${key.length > 50 ? digest(key) : key}`,
    isAuto: !person,
  };
}

function say(ctx: ActionContext, notice: Notice, place: ConversationRow): Outcome {
  const { conversation } = addEntry(ctx, place, entryOf(notice, place));
  const seq = conversation.lastPublicSeq;
  ctx.update(Told, conversation, { noticesUntil: seq });
  return { sent: true, conversationId: conversation.id, seq };
}

export const chat: Way = {
  channel: 'CHAT',
  send: async (ctx, notice) => {
    const open = await openConversationOf(ctx, notice.storeId, notice);
    return open && open.state !== 'OFFLINE' ? say(ctx, notice, open) : { failed: 'NO_OPEN_CHAT' };
  },
};

/** Where their last conversation is over, the message stands at its end: who answers it begins a new one as ever. */
export const leftMessage: Way = {
  channel: 'LEFT_MESSAGE',
  send: async (ctx, notice) => {
    const { storeId, customerId } = notice;
    const open = await openConversationOf(ctx, storeId, { customerId });
    const [last] = open
      ? [open]
      : await ctx.find(Conversation, {
          where: { customerId, storeId, mergedInto: null },
          order: [['lastMessageAt', 'desc']],
          limit: 1,
        });
    return say(ctx, notice, last ?? beginOver(ctx, await ctx.get(Customer, customerId)));
  },
};

/** What the customer has received and read of a conversation says which notices have reached them. */
export const hearing = whenChanged(
  ({ name }) => name === Conversation.name,
  async (ctx, { before, row }) => {
    const [was, is] = [before, row] as [RowOf<typeof Told> | undefined, RowOf<typeof Told> | undefined];
    if (!was || !is || is.noticesUntil === 0) return;
    const { customerDeliveredSeq, customerReadSeq, noticesUntil } = is;
    if (was.customerDeliveredSeq === customerDeliveredSeq && was.customerReadSeq === customerReadSeq) return;
    const waiting = await ctx.all(Delivery, {
      where: { conversationId: is.id, state: { in: ['SENT', 'DELIVERED'] } },
    });
    for (const delivery of waiting) {
      const seq = delivery.seq ?? 0;
      if (seq <= customerReadSeq) await noteDelivery(ctx, delivery, 'SEEN');
      else if (seq <= customerDeliveredSeq && delivery.state === 'SENT') await noteDelivery(ctx, delivery, 'DELIVERED');
    }
    if (customerReadSeq >= noticesUntil) ctx.update(Told, is, { noticesUntil: 0 });
  },
);

/** Notices of a guest go with them, and those in a conversation that goes on in another are read there. */
export const following = [
  inCommit(customerMerged, async (ctx: ActionContext, { guestId, customer }) => {
    const [notices, deliveries] = await Promise.all([
      ctx.all(CustomerNotice, { where: { customerId: guestId } }),
      ctx.all(Delivery, { where: { customerId: guestId } }),
    ]);
    for (const row of notices) ctx.update(CustomerNotice, row, { customerId: customer.id });
    for (const row of deliveries) ctx.update(Delivery, row, { customerId: customer.id });
  }),
  inCommit(conversationMerged, async (ctx: ActionContext, { from, into }) => {
    const waiting = await ctx.all(Delivery, {
      where: { conversationId: from.id, state: { in: ['SENT', 'DELIVERED'] } },
    });
    if (waiting.length === 0) return;
    const { lastPublicSeq: seq } = into;
    for (const row of waiting) ctx.update(Delivery, row, { conversationId: into.id, seq });
    ctx.update(Told, into, { noticesUntil: seq });
  }),
];
