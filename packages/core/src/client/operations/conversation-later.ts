/** @module What clients ask of a conversation that there is already: loaded later than what opens one. */
import type { Document } from '../document.ts';
import {
  CONVERSATION_FIELDS,
  MESSAGE_FIELDS,
  mutation,
  onConversation,
  type ConversationEvent,
  type DeskConversation,
  type DeskMessage,
  type DeskRating,
} from './conversation-fields.ts';

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

export const RATING_OF = `query RatingOf($filter: RatingFilter) {
  ratings(filter: $filter, first: 1) { nodes { id score comment ratedAt } }
}` as Document<{ filter: { conversationId: { eq: string } } }, { readonly nodes: readonly DeskRating[] }>;

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
