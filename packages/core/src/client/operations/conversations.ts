/**
 * @module What clients ask of the feature `conversations`; here are the questions of the first view and the first
 * message.
 */
import type { Document } from '../document.ts';
import {
  CONVERSATION_FIELDS,
  MESSAGE_FIELDS,
  mutation,
  onConversation,
  type DeskConversation,
  type DeskMessage,
} from './conversation-fields.ts';

export {
  CONVERSATION_FIELDS,
  MESSAGE_FIELDS,
  type ConversationEvent,
  type DeskConversation,
  type DeskMessage,
  type DeskRating,
  type DeskSignal,
} from './conversation-fields.ts';
export * from './conversation-later.ts';

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
