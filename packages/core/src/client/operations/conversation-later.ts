/** @module What clients ask of a conversation that there is already: loaded later than what opens one. */
import { shopperGraphql } from '../graphql.ts';
import { CONVERSATION_FIELDS, MESSAGE_FIELDS, onConversation, RATING_FIELDS } from './conversation-fields.ts';
import { mutation } from './mutation.ts';

export const CONVERSATION_EVENTS = shopperGraphql(`subscription ConversationEvents($conversationId: ID!, $after: Int) {
  conversationEvents(conversationId: $conversationId, after: $after) {
    __typename
    ... on MessageAdded { previousSeq message { ${MESSAGE_FIELDS} } }
    ... on ConversationChanged { conversation { ${CONVERSATION_FIELDS} } }
    ... on SignalReceived { conversationId kind side userId name on }
  }
}`);

export const MESSAGES =
  shopperGraphql(`query Messages($conversationId: ID!, $afterSeq: Int, $beforeSeq: Int, $first: Int, $last: Int) {
  messages(conversationId: $conversationId, afterSeq: $afterSeq, beforeSeq: $beforeSeq, first: $first, last: $last) { nodes { ${MESSAGE_FIELDS} } }
}`);

export const RATING_OF = shopperGraphql(`query RatingOf($filter: RatingFilter) {
  ratings(filter: $filter, first: 1) { nodes { ${RATING_FIELDS} } }
}`);

export const SET_TYPING = shopperGraphql(/* @__PURE__ */ mutation('setTyping', 'signalled { ok }'));

export const MARK_DELIVERED = shopperGraphql(/* @__PURE__ */ mutation('markDelivered', onConversation));

export const MARK_READ = shopperGraphql(/* @__PURE__ */ mutation('markRead', onConversation));

export const ABANDON_CONVERSATION = shopperGraphql(/* @__PURE__ */ mutation('abandonConversation', onConversation));

/** Tells that a shopper without a stream is still there, and answers how the conversation is now. */
export const KEEP_QUEUE_PLACE = shopperGraphql(/* @__PURE__ */ mutation('keepQueuePlace', onConversation));

/** Back to the place that was given up while the shopper was away. */
export const RESUME_WAITING = shopperGraphql(/* @__PURE__ */ mutation('resumeWaiting', onConversation));

/** Leaves the queue for a message. */
export const LEAVE_QUEUE_FOR_MESSAGE = shopperGraphql(/* @__PURE__ */ mutation('leaveQueueForMessage', onConversation));

export const RATE_CONVERSATION = shopperGraphql(
  /* @__PURE__ */ mutation('rateConversation', `rating { ${RATING_FIELDS} }`),
);
