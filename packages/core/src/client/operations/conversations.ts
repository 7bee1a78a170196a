/**
 * @module What clients ask of the feature `conversations`; here are the questions of the first view and the first
 * message.
 */
import type { AnswerOf } from '../document.ts';
import { shopperGraphql } from '../graphql.ts';
import { CONVERSATION_FIELDS, MESSAGE_FIELDS, onConversation } from './conversation-fields.ts';
import { DENIED } from './denied.ts';

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

export const MY_CONVERSATIONS = shopperGraphql(`query MyConversations($first: Int) {
  myConversations(first: $first) { nodes { ${CONVERSATION_FIELDS} } }
}`);

export const QUEUE_PLACE = shopperGraphql(`query QueuePlace($conversationId: ID!) {
  queuePlace(conversationId: $conversationId) { place waitedSeconds estimateSeconds notice { zh en } }
}`);

/** Where one who waits stands; `estimateSeconds` is null when too little is known, `notice` outside of a rush. */
export type QueuePlace = AnswerOf<typeof QUEUE_PLACE>;

export const SERVICE_STATE = shopperGraphql(`query ServiceState {
  serviceState { open served queued shortSurvey }
}`);

export const OPEN_CONVERSATION = shopperGraphql(`mutation ($input: OpenConversationInput!) {
  openConversation(input: $input) { ${onConversation} ${DENIED} }
}`);

export const SEND_MESSAGE = shopperGraphql(`mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) { message { ${MESSAGE_FIELDS} } ${DENIED} }
}`);
