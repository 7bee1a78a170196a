/**
 * @module What clients ask of the feature `conversations`; here are the questions of the first view and the first
 * message.
 */
import type { AnswerOf } from '../document.ts';
import { graphql } from '../graphql.ts';
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

export const MY_CONVERSATIONS = graphql(`query MyConversations($first: Int) {
  myConversations(first: $first) { ${CONVERSATION_FIELDS} }
}`);

export const QUEUE_PLACE = graphql(`query QueuePlace($conversationId: ID!) {
  queuePlace(conversationId: $conversationId) { place waitedSeconds estimateSeconds notice { zh en } }
}`);

/** Where one who waits stands; `estimateSeconds` is null when too little is known, `notice` outside of a rush. */
export type QueuePlace = AnswerOf<typeof QUEUE_PLACE>;

export const SERVICE_STATE = graphql(`query ServiceState {
  serviceState { open served queued shortSurvey }
}`);

export const OPEN_CONVERSATION = graphql(`mutation ($input: OpenConversationInput!) {
  openConversation(input: $input) { ${onConversation} ${DENIED} }
}`);

export const SEND_MESSAGE = graphql(`mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) { ... on Message { ${MESSAGE_FIELDS} } ${DENIED} }
}`);
