/** @module What clients ask of the feature `conversations`. */
import type { Conversation, Message, Rating } from '../../features/conversations/index.ts';
import type { RowOf } from '../../kernel/entity.ts';
import type { Document } from '../document.ts';
import { DENIED } from './denied.ts';

type ConversationRow = RowOf<typeof Conversation>;
type MessageRow = RowOf<typeof Message>;
type RatingRow = RowOf<typeof Rating>;

/** A conversation as both sides may see it. */
export type DeskConversation = Pick<
  ConversationRow,
  | 'id'
  | 'version'
  | 'state'
  | 'ownerId'
  | 'locale'
  | 'openedAt'
  | 'queuedAt'
  | 'closedAt'
  | 'lastMessageAt'
  | 'preview'
  | 'lastSender'
  | 'lastPublicSeq'
  | 'customerDeliveredSeq'
  | 'customerReadSeq'
  | 'staffDeliveredSeq'
  | 'staffReadSeq'
  | 'unreadForCustomer'
>;

/** A message; `seq` is the number by which the viewer counts. */
export type DeskMessage = Pick<
  MessageRow,
  | 'id'
  | 'seq'
  | 'publicSeq'
  | 'sender'
  | 'senderId'
  | 'senderName'
  | 'kind'
  | 'body'
  | 'card'
  | 'attachment'
  | 'isAuto'
  | 'at'
  | 'clientMsgId'
>;

export type DeskRating = Pick<RatingRow, 'id' | 'score' | 'comment' | 'ratedAt'>;

export interface DeskSignal {
  readonly conversationId: string;
  readonly kind: 'TYPING' | 'VIEWING';
  readonly side: 'CUSTOMER' | 'STAFF';
  readonly userId: string | null;
  readonly name: string;
  readonly on: boolean;
}

/** What a stream of a conversation tells. */
export type ConversationEvent<M = DeskMessage, C = DeskConversation> =
  | { readonly __typename: 'MessageAdded'; readonly message: M; readonly previousSeq: number }
  | { readonly __typename: 'ConversationChanged'; readonly conversation: C }
  | ({ readonly __typename: 'SignalReceived' } & DeskSignal)
  | { readonly __typename: 'TransferChanged' };

/** Selection of a {@link DeskMessage}, for documents of one's own. */
export const MESSAGE_FIELDS =
  'id seq publicSeq sender senderId senderName kind body card { type id title detail price { amount currency } url } attachment { id name contentType size } isAuto at clientMsgId';

/** Selection of a {@link DeskConversation}, for documents of one's own. */
export const CONVERSATION_FIELDS =
  'id version state ownerId locale openedAt queuedAt closedAt lastMessageAt preview lastSender lastPublicSeq customerDeliveredSeq customerReadSeq staffDeliveredSeq staffReadSeq unreadForCustomer';

export const CONVERSATION_EVENTS = `subscription ConversationEvents($conversationId: ID!, $after: Int) {
  conversationEvents(conversationId: $conversationId, after: $after) {
    __typename
    ... on MessageAdded { previousSeq message { ${MESSAGE_FIELDS} } }
    ... on ConversationChanged { conversation { ${CONVERSATION_FIELDS} } }
    ... on SignalReceived { conversationId kind side userId name on }
  }
}` as Document<{ conversationId: string; after?: number }, ConversationEvent>;

export const MESSAGES = `query Messages($conversationId: ID!, $after: Int, $before: Int, $first: Int) {
  messages(conversationId: $conversationId, after: $after, before: $before, first: $first) { ${MESSAGE_FIELDS} }
}` as Document<{ conversationId: string; after?: number; before?: number; first?: number }, readonly DeskMessage[]>;

export const MY_CONVERSATIONS = `query MyConversations($first: Int) {
  myConversations(first: $first) { ${CONVERSATION_FIELDS} }
}` as Document<{ first?: number }, readonly DeskConversation[]>;

export const QUEUE_PLACE = `query QueuePlace($conversationId: ID!) {
  queuePlace(conversationId: $conversationId) { place waitedSeconds estimateSeconds notice { zh en } }
}` as Document<{ conversationId: string }, QueuePlace>;

/** Where one who waits stands; `estimateSeconds` is null when too little is known, `notice` outside of a rush. */
export interface QueuePlace {
  readonly place: number | null;
  readonly waitedSeconds: number;
  readonly estimateSeconds: number | null;
  readonly notice: { readonly zh: string; readonly en: string } | null;
}

export const SERVICE_STATE = `query ServiceState {
  serviceState { open served queued shortSurvey }
}` as Document<
  Record<never, never>,
  { readonly open: boolean; readonly served: boolean; readonly queued: number; readonly shortSurvey: boolean }
>;

export const RATING_OF = `query RatingOf($filter: RatingFilter) {
  ratings(filter: $filter, first: 1) { nodes { id score comment ratedAt } }
}` as Document<{ filter: { conversationId: { eq: string } } }, { readonly nodes: readonly DeskRating[] }>;

const mutation = <V, A>(name: string, input: string, answer: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ${answer} ${DENIED} } }` as Document<
    { input: V },
    A
  >;

const onConversation = `... on Conversation { ${CONVERSATION_FIELDS} }`;

export const OPEN_CONVERSATION = /* @__PURE__ */ mutation<
  { pageUrl?: string; locale?: string; contactEmail?: string },
  DeskConversation
>('openConversation', 'OpenConversationInput', onConversation);

export const SEND_MESSAGE = /* @__PURE__ */ mutation<
  {
    conversationId: string;
    clientMsgId: string;
    text?: string;
    attachmentId?: string;
    card?: { type: NonNullable<DeskMessage['card']>['type']; id: string };
    confirmedHits?: boolean;
  },
  DeskMessage
>('sendMessage', 'SendMessageInput', `... on Message { ${MESSAGE_FIELDS} }`);

export const SET_TYPING = /* @__PURE__ */ mutation<{ id: string; on: boolean }, unknown>(
  'setTyping',
  'SetTypingInput',
  '... on Signalled { ok }',
);

export const MARK_DELIVERED = /* @__PURE__ */ mutation<{ id: string; seq: number }, DeskConversation>(
  'markDelivered',
  'MarkDeliveredInput',
  onConversation,
);

export const MARK_READ = /* @__PURE__ */ mutation<{ id: string; seq: number }, DeskConversation>(
  'markRead',
  'MarkReadInput',
  onConversation,
);

export const ABANDON_CONVERSATION = /* @__PURE__ */ mutation<{ id: string }, DeskConversation>(
  'abandonConversation',
  'AbandonConversationInput',
  onConversation,
);

/** Tells that a shopper without a stream is still there, and answers how the conversation is now. */
export const KEEP_QUEUE_PLACE = /* @__PURE__ */ mutation<{ id: string }, DeskConversation>(
  'keepQueuePlace',
  'KeepQueuePlaceInput',
  onConversation,
);

/** Back to the place that was given up while the shopper was away. */
export const RESUME_WAITING = /* @__PURE__ */ mutation<{ id: string }, DeskConversation>(
  'resumeWaiting',
  'ResumeWaitingInput',
  onConversation,
);

/** Leaves the queue for a message. */
export const LEAVE_QUEUE_FOR_MESSAGE = /* @__PURE__ */ mutation<
  { id: string; contactEmail?: string },
  DeskConversation
>('leaveQueueForMessage', 'LeaveQueueForMessageInput', onConversation);

export const RATE_CONVERSATION = /* @__PURE__ */ mutation<{ id: string; score: number; comment?: string }, DeskRating>(
  'rateConversation',
  'RateConversationInput',
  '... on Rating { id score comment ratedAt }',
);
