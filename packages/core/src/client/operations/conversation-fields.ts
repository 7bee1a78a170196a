/** @module What clients know of conversations and messages, and how they ask for it. */
import type { Selected } from '../document.ts';
import type { ShopperSchema } from '../shopper-schema.ts';

/** Selection of a {@link DeskMessage}, for documents of one's own. */
export const MESSAGE_FIELDS =
  'id seq publicSeq sender senderId senderName kind body card { type id title detail price { amount currency } url imageUrl } attachment { id name contentType size } isAuto at clientMsgId';

/** Selection of a {@link DeskConversation}, for documents of one's own. */
export const CONVERSATION_FIELDS =
  'id version state ownerId locale openedAt queuedAt closedAt lastMessageAt preview lastSender lastPublicSeq customerDeliveredSeq customerReadSeq staffDeliveredSeq staffReadSeq unreadForCustomer';

export const RATING_FIELDS = 'id score comment ratedAt';

type Answers = ShopperSchema['answers'];

/** A conversation as both sides may see it. */
export type DeskConversation = Selected<Answers['Conversation'], typeof CONVERSATION_FIELDS>;

/** A message; `seq` is the number by which the viewer counts. */
export type DeskMessage = Selected<Answers['Message'], typeof MESSAGE_FIELDS>;

export type DeskRating = Selected<Answers['Rating'], typeof RATING_FIELDS>;

export type DeskSignal = Omit<Answers['SignalReceived'], '__typename'>;

/** What a stream of a conversation tells. */
export type ConversationEvent<M = DeskMessage, C = DeskConversation> =
  | { readonly __typename: 'MessageAdded'; readonly message: M; readonly previousSeq: number }
  | { readonly __typename: 'ConversationChanged'; readonly conversation: C }
  | ({ readonly __typename: 'SignalReceived' } & DeskSignal)
  | { readonly __typename: 'TransferChanged' };

export const onConversation = `conversation { ${CONVERSATION_FIELDS} }` as const;
