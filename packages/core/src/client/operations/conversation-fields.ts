/** @module What clients know of conversations and messages, and how they ask for it. */
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

/** A document of one action of a conversation. */
export const mutation = <V, A>(name: string, input: string, answer: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ${answer} ${DENIED} } }` as Document<
    { input: V },
    A
  >;

export const onConversation = `... on Conversation { ${CONVERSATION_FIELDS} }`;
