/**
 * @module What the inbox asks of the desk.
 */
import type { Conversation, Rating, RowOf, Transfer } from '@shopdesk/core';
import { MESSAGE_FIELDS, type DeskMessage, type Document } from '@shopdesk/core/client';
import {
  actionDocument,
  listDocument,
  rowDocument,
  select,
  viewDocument,
  type Selection,
} from '../../desk/document.ts';
import { conversationFields, transferFields, type ConversationItem, type TransferItem } from '../../desk/rows.ts';
import type { ConversationEvent } from './events.ts';

type ConversationRow = RowOf<typeof Conversation>;
type TransferRow = RowOf<typeof Transfer>;

const messageFields = MESSAGE_FIELDS as Selection<DeskMessage>;

const conversationList = { field: 'conversations', entity: 'Conversation' };
export const conversations = listDocument<ConversationRow, ConversationItem>(
  { ...conversationList, orderBy: 'LAST_MESSAGE_AT_DESC' },
  conversationFields,
);
/** Who waits longest comes first. */
export const queuedConversations = listDocument<ConversationRow, ConversationItem>(
  { ...conversationList, orderBy: 'QUEUED_AT_ASC' },
  conversationFields,
);
/** What is due first comes first; behind it what is not due, by the newest message. */
export const dueConversations = listDocument<ConversationRow, ConversationItem>(
  { ...conversationList, orderBy: 'SLA_DUE_AT_ASC_LAST_MESSAGE_AT_DESC' },
  conversationFields,
);
export const conversation: Document<{ id: string }, ConversationItem | null> = rowDocument(
  'conversation',
  conversationFields,
);

export interface InboxCounts {
  readonly queued: number;
  readonly mine: number;
  readonly open: number;
  readonly offline: number;
  readonly unread: number;
}
export const inboxCounts = viewDocument<{ storeId?: string }, InboxCounts>(
  'inboxCounts',
  { storeId: 'ID' },
  'queued mine open offline unread',
);

export const messages = viewDocument<
  { conversationId: string; after?: number; before?: number; first?: number },
  readonly DeskMessage[]
>(
  'messages',
  { conversationId: 'ID!', after: 'Int', before: 'Int', first: 'Int' },
  messageFields as Selection<readonly DeskMessage[]>,
);

export const conversationEvents =
  `subscription ConversationEvents($conversationId: ID!, $after: Int) { conversationEvents(conversationId: $conversationId, after: $after) { __typename ... on MessageAdded { previousSeq message { ${messageFields} } } ... on ConversationChanged { conversation { ${conversationFields} } } ... on SignalReceived { conversationId kind side userId name on } ... on TransferChanged { transfer { ${transferFields} } } } }` as Document<
    { conversationId: string; after?: number },
    ConversationEvent
  >;

export interface FoundMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly body: string;
  readonly at: string;
  readonly conversation: { readonly customerName: string; readonly state: ConversationItem['state'] } | null;
}
export const searchMessages = viewDocument<{ text: string; storeId?: string; first?: number }, readonly FoundMessage[]>(
  'searchMessages',
  { text: 'String!', storeId: 'ID', first: 'Int' },
  'id conversationId body at conversation { customerName state }' as Selection<readonly FoundMessage[]>,
);

export const openTransfers = listDocument<TransferRow, TransferItem>(
  { field: 'transfers', entity: 'Transfer' },
  transferFields,
);

export interface AvailableAction {
  readonly name: string;
  readonly title: string;
  readonly denial: { readonly code: string; readonly message: string } | null;
}
export const availableActions = viewDocument<{ entity: string; id: string }, readonly AvailableAction[]>(
  'availableActions',
  { entity: 'String!', id: 'ID!' },
  'name title denial { code message }' as Selection<readonly AvailableAction[]>,
);

const onConversation = <I>(name: string): Document<{ input: I; key?: string }, ConversationItem> =>
  actionDocument<I, ConversationItem>(name, 'Conversation', conversationFields);
const onTransfer = <I>(name: string): Document<{ input: I; key?: string }, TransferItem> =>
  actionDocument<I, TransferItem>(name, 'Transfer', transferFields);

export const takeConversation = onConversation<{ id: string }>('takeConversation');
export const assignConversation = onConversation<{ id: string; userId: string; reason?: string }>('assignConversation');
export const closeConversation = onConversation<{
  id: string;
  intent?: ConversationItem['intent'];
  result?: ConversationItem['result'];
  reason?: string;
}>('closeConversation');
export const holdConversation = onConversation<{ id: string; until: string }>('holdConversation');
export const releaseHold = onConversation<{ id: string }>('releaseHold');
export const markDelivered = onConversation<{ id: string; seq: number }>('markDelivered');
export const markRead = onConversation<{ id: string; seq: number }>('markRead');
export const requestTransfer = onTransfer<{
  id: string;
  toUserId: string | null;
  toTeam?: TransferItem['toTeam'];
  reason: TransferItem['reason'];
  note: string;
  summary: string;
}>('requestTransfer');
export const acceptTransfer = onTransfer<{ id: string }>('acceptTransfer');
export const approveTransfer = onTransfer<{ id: string }>('approveTransfer');
export const declineTransfer = onTransfer<{ id: string; reason?: string }>('declineTransfer');

const signalled = 'ok' as Selection<{ ok: boolean }>;
export const setTyping = actionDocument<{ id: string; on: boolean }, { ok: boolean }>(
  'setTyping',
  'Signalled',
  signalled,
);
export const setViewing = actionDocument<{ id: string; on: boolean }, { ok: boolean }>(
  'setViewing',
  'Signalled',
  signalled,
);
export const addNote = actionDocument<{ conversationId: string; clientMsgId: string; text: string }, DeskMessage>(
  'addNote',
  'Message',
  messageFields,
);

type RatingRow = RowOf<typeof Rating>;
const ratingFields = select<RatingRow>()(['id', 'score', 'comment', 'ratedAt']);
export const ratings = listDocument<RatingRow, Pick<RatingRow, 'id' | 'score' | 'comment' | 'ratedAt'>>(
  { field: 'ratings', entity: 'Rating' },
  ratingFields,
);

export const escalateConversation = actionDocument<
  { id: string; level: number; reason: string; summary: string },
  { readonly id: string }
>('escalateConversation', 'Escalation', 'id' as Selection<{ readonly id: string }>);
export const lowerEscalation = onConversation<{ id: string; level: number; reason: string }>('lowerEscalation');
