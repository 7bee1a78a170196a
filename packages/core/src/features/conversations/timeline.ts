/**
 * @module How an entry gets into a conversation: numbered under the conversation's version, so that no two entries
 * share a number, none is skipped, and a reader can resume from the last number he has.
 */
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { hasWords } from '../../kernel/text.ts';
import { Conversation, Message } from './entities.ts';
import { searchTerms } from './search.ts';
import { preview } from './text.ts';

type ConversationRow = RowOf<typeof Conversation>;
type MessageRow = RowOf<typeof Message>;

export interface Entry {
  readonly sender: MessageRow['sender'];
  readonly senderId: string | null;
  readonly senderName: string;
  readonly kind: MessageRow['kind'];
  readonly body: string;
  readonly clientMsgId: string;
  readonly card?: MessageRow['card'];
  readonly attachment?: MessageRow['attachment'];
  readonly isAuto?: boolean;
  readonly hits?: MessageRow['hits'];
}

/**
 * What an entry changes on its conversation. A clock that was set back never makes a message older than the one before
 * it.
 */
export function entryChanges(conversation: ConversationRow, entry: Entry, now: string): Partial<ConversationRow> {
  const lastSeq = conversation.lastSeq + 1;
  if (entry.kind === 'NOTE') return { lastSeq };
  const at = now > conversation.lastMessageAt ? now : conversation.lastMessageAt;
  const lastPublicSeq = conversation.lastPublicSeq + 1;
  const shared = { lastSeq, lastPublicSeq, lastMessageAt: at };
  if (entry.kind === 'EVENT') return shared;
  const shown = preview(entry.body || (entry.card?.title ?? entry.attachment?.name ?? ''));
  const said = { ...shared, ...counted(conversation, entry), preview: shown, lastSender: entry.sender };
  return entry.sender === 'CUSTOMER'
    ? { ...said, unreadForStaff: conversation.unreadForStaff + 1, waitingSince: conversation.waitingSince ?? at }
    : {
        ...said,
        unreadForCustomer: conversation.unreadForCustomer + 1,
        ...(isAnswer(entry) ? { waitingSince: null } : {}),
      };
}

/** Neither what is sent by itself nor emoji alone is an answer, nor is punctuation alone (R-CH-13, R-CH-15). */
export const isAnswer = ({ isAuto, kind, body }: Pick<Entry, 'isAuto' | 'kind' | 'body'>): boolean =>
  !isAuto && kind !== 'EMOJI' && (kind !== 'TEXT' || hasWords(body));

/** What the question-and-answer ratio counts: no cards, no notes, nothing that is sent by itself (K-06). */
function counted(conversation: ConversationRow, { sender, kind, isAuto }: Entry): Partial<ConversationRow> {
  if (isAuto || kind === 'CARD') return {};
  if (sender === 'CUSTOMER') return { customerMessages: conversation.customerMessages + 1 };
  return sender === 'AGENT' ? { agentMessages: conversation.agentMessages + 1 } : {};
}

/** Adds an entry; `conversation` must already carry {@link entryChanges}. */
export function insertEntry(ctx: ActionContext, conversation: ConversationRow, entry: Entry): MessageRow {
  return ctx.insert(Message, {
    storeId: conversation.storeId,
    conversationId: conversation.id,
    seq: conversation.lastSeq,
    publicSeq: entry.kind === 'NOTE' ? null : conversation.lastPublicSeq,
    card: null,
    attachment: null,
    isAuto: false,
    hits: [],
    ...entry,
    terms:
      entry.kind === 'EVENT'
        ? []
        : searchTerms([entry.body, entry.card?.title, entry.attachment?.name].filter(Boolean).join(' ')),
    at: entry.kind === 'NOTE' ? ctx.now : conversation.lastMessageAt,
  });
}

/** Adds an entry and updates its conversation; `more` is changed in the same step. */
export function addEntry(
  ctx: ActionContext,
  conversation: ConversationRow,
  entry: Entry,
  more: Partial<ConversationRow> = {},
) {
  const updated = ctx.update(Conversation, conversation, { ...entryChanges(conversation, entry, ctx.now), ...more });
  return { conversation: updated, message: insertEntry(ctx, updated, entry) };
}

/** What the desk itself tells both sides; the reader's language decides the words, `code` is what is stored. */
export type EventCode =
  | 'QUEUED'
  | 'AGENT_JOINED'
  | 'TRANSFERRED'
  | 'CLOSED'
  | 'CLOSED_IDLE'
  | 'IDLE_WARNING'
  | 'REOPENED'
  | 'OFFLINE'
  | 'SERVICE_STARTED'
  | 'LEFT_QUEUE'
  | 'AWAY'
  | 'SIGNED_IN'
  | 'GOES_ON';

/** Adds an entry of the desk; `name` is the person it is about. */
export function addEvent(
  ctx: ActionContext,
  conversation: ConversationRow,
  code: EventCode,
  name = '',
  more: Partial<ConversationRow> = {},
) {
  const entry: Entry = {
    sender: 'SYSTEM',
    senderId: null,
    senderName: name,
    kind: 'EVENT',
    body: code,
    clientMsgId: `event:${ctx.newId()}`,
    isAuto: true,
  };
  return addEntry(ctx, conversation, entry, more).conversation;
}
