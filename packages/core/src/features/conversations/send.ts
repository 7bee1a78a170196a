import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { mayFire } from '../../kernel/machine.ts';
import { isOnlyEmoji } from '../../kernel/text.ts';
import { Attachment, Conversation, Message } from './entities.ts';
import { conversationQueued, messageSent } from './events.ts';
import { cardFor, cardType } from './card.ts';
import { awaitNextWord, holdAfter } from './hold.ts';
import { conversationMachine } from './machine.ts';
import { addEntry, entryChanges, insertEntry, isAnswer, type Entry } from './timeline.ts';
import { openableFile } from './open-file.ts';
import { verdictOn } from './outbound.ts';
import { clientMsgId, sentBefore } from './sent-before.ts';
import { replyStanding } from './standing.ts';
import { messageText } from './text.ts';
import { idleCloseTimer } from './timers.ts';
import { conversationTexts as t } from './texts.ts';
import { says } from '../../kernel/problems.ts';

type ConversationRow = RowOf<typeof Conversation>;
type MessageRow = RowOf<typeof Message>;

/** A closed conversation goes on for a day; later the customer starts a new one (3.2). */
const REOPEN_MS = 24 * 3600 * 1000;

const content = z.object({
  conversationId: z.string(),
  clientMsgId,
  text: messageText.optional(),
  attachmentId: z.string().optional(),
  card: z.object({ type: cardType, id: z.string().min(1).max(200) }).optional(),
  /** Staff: sends although the guard warns. */
  confirmedHits: z.boolean().default(false),
});

/** Whether the actor may write into a conversation now. */
export function mayWrite(ctx: Pick<ReadContext, 'actor' | 'now'>, conversation: ConversationRow): Denial | undefined {
  const { actor } = ctx;
  if (conversation.mergedInto) return goesOn(conversation);
  if (actor.kind === 'shopper') return mayCustomerWrite(conversation, ctx.now);
  if (actor.kind !== 'staff') return undefined;
  if (conversation.ownerId !== actor.userId)
    return deny('FORBIDDEN', { text: t.takeFirst, details: { ownerId: conversation.ownerId } });
  return replyStanding(conversation, actor.userId) === 'OWN'
    ? undefined
    : deny('INVALID_TRANSITION', { details: { from: conversation.state, event: 'agentReplies' } });
}

const goesOn = ({ state, mergedInto: conversationId }: ConversationRow): Denial =>
  deny('INVALID_TRANSITION', {
    text: t.goesOnElsewhere,
    details: { from: state, event: 'merge', conversationId },
  });

function mayCustomerWrite({ state, closedAt }: ConversationRow, now: string): Denial | undefined {
  if (state === 'CLOSED' && closedAt && Date.parse(now) - Date.parse(closedAt) <= REOPEN_MS) return undefined;
  return state === 'CLOSED' || state === 'ABANDONED'
    ? deny('INVALID_TRANSITION', { details: { from: state, event: 'customerReplies' } })
    : undefined;
}

/** Sends a message into a conversation, as its customer or as the member of staff who owns it. */
export const sendMessage = defineAction({
  title: { en: 'Send a message', zh: '发送消息' },
  allow: { shopper: true, staff: 'customer.reply' },
  input: content.refine(
    (input) => [input.text, input.attachmentId, input.card].filter((part) => part !== undefined).length === 1,
    {
      ...says(t.oneContent),
      path: ['text'],
    },
  ),
  output: one(Message),
  reads: (_actor, { conversationId: id }) => [{ entity: Conversation, id }],
  run: async (ctx, input) => {
    const conversation = await ctx.get(Conversation, input.conversationId);
    const denial = mayWrite(ctx, conversation);
    if (denial || ctx.attempt > 1) {
      const earlier = await sentBefore(ctx, { ...input, says: input });
      if (earlier) return earlier;
    }
    if (denial) return refuse(denial);
    const entry = await entryOf(ctx, conversation, input);
    if (ctx.actor.kind === 'shopper') return sent(ctx, await customerSays(ctx, conversation, entry));
    const verdict = await verdictOn(ctx, conversation, {
      text: entry.body || (entry.attachment?.name ?? ''),
      author: 'agent',
      confirmed: input.confirmedHits,
    });
    // A rule that came after the first sending does not refuse the repeated one.
    if (verdict.denial) return (await sentBefore(ctx, { ...input, says: input })) ?? refuse(verdict.denial);
    return sent(ctx, await staffSays(ctx, conversation, { ...entry, hits: [...verdict.hits] }));
  },
});

async function sent(ctx: ActionContext, message: MessageRow): Promise<MessageRow> {
  const file = await ctx.trusted('part of a seen row').maybe(Attachment, message.attachment?.id);
  if (file && !file.sentAt) ctx.trusted('part of a seen row').update(Attachment, file, { sentAt: ctx.now });
  ctx.emit(messageSent, message);
  return message;
}

async function entryOf(
  ctx: ActionContext,
  conversation: ConversationRow,
  input: z.output<typeof content>,
): Promise<Entry> {
  const base = { ...senderOf(ctx), clientMsgId: input.clientMsgId };
  if (input.card) {
    const card = await cardFor(ctx, { ...input.card, conversation });
    return { ...base, kind: 'CARD', body: '', card };
  }
  if (input.attachmentId) {
    const file = await openableFile(ctx, input.attachmentId);
    if (file?.conversationId !== conversation.id) return refuse('NOT_FOUND');
    const { id, name, contentType, size } = file;
    return {
      ...base,
      kind: contentType.startsWith('image/') ? 'IMAGE' : 'FILE',
      body: '',
      attachment: { id, name, contentType, size },
    };
  }
  const body = input.text ?? '';
  return { ...base, kind: isOnlyEmoji(body) ? 'EMOJI' : 'TEXT', body };
}

function senderOf({ actor }: ActionContext): Pick<Entry, 'sender' | 'senderId' | 'senderName'> {
  if (actor.kind === 'staff') return { sender: 'AGENT', senderId: actor.userId, senderName: actor.name };
  if (actor.kind === 'rule') return { sender: 'SYSTEM', senderId: null, senderName: actor.name };
  return { sender: 'CUSTOMER', senderId: actor.kind === 'shopper' ? actor.customerId : null, senderName: '' };
}

async function customerSays(ctx: ActionContext, conversation: ConversationRow, entry: Entry): Promise<MessageRow> {
  const changes = entryChanges(conversation, entry, ctx.now);
  if (conversation.state === 'WAITING_CUSTOMER') await ctx.unset(idleCloseTimer, conversation);
  const moved =
    conversation.state === 'CLOSED'
      ? reopen(ctx, conversation, changes)
      : mayFire(conversationMachine, conversation.state, 'customerReplies')
        ? ctx.update(Conversation, conversation, changes)
        : ctx.fire(Conversation, conversation, 'customerReplies', changes);
  return insertEntry(ctx, moved, entry);
}

function reopen(ctx: ActionContext, conversation: ConversationRow, changes: Partial<ConversationRow>): ConversationRow {
  const queued = ctx.fire(Conversation, conversation, 'customerReplies', {
    ...changes,
    preferredOwnerId: conversation.ownerId,
    ownerId: null,
    queuedAt: ctx.now,
    assignedAt: null,
    closedAt: null,
    result: null,
    closeReason: null,
    reopenCount: conversation.reopenCount + 1,
  });
  ctx.emit(conversationQueued, queued);
  return queued;
}

async function staffSays(ctx: ActionContext, conversation: ConversationRow, entry: Entry): Promise<MessageRow> {
  const changes = {
    ...entryChanges(conversation, entry, ctx.now),
    firstHumanReplyAt: conversation.firstHumanReplyAt ?? (isAnswer(entry) ? ctx.now : null),
    unreadForStaff: 0,
    staffReadSeq: conversation.lastPublicSeq,
    ...(await holdAfter(ctx, conversation, entry)),
  };
  const fires = !mayFire(conversationMachine, conversation.state, 'agentReplies');
  const moved = fires
    ? ctx.fire(Conversation, conversation, 'agentReplies', changes)
    : ctx.update(Conversation, conversation, changes);
  await awaitNextWord(ctx, moved);
  return insertEntry(ctx, moved, entry);
}

/** Adds an internal note; the customer never sees it. */
export const addNote = defineAction({
  title: { en: 'Add a note', zh: '添加备注' },
  allow: { staff: 'conversation.note' },
  input: z.object({ conversationId: z.string(), clientMsgId, text: messageText }),
  output: one(Message),
  run: async (ctx, input) => {
    const conversation = await ctx.get(Conversation, input.conversationId);
    if (ctx.attempt > 1) {
      const earlier = await sentBefore(ctx, { ...input, note: true, says: input });
      if (earlier) return earlier;
    }
    const entry: Entry = { ...senderOf(ctx), kind: 'NOTE', body: input.text, clientMsgId: input.clientMsgId };
    return addEntry(ctx, conversation, entry).message;
  },
});
