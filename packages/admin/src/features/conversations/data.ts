/**
 * @module What the inbox asks of the desk.
 */
import { actionMutation, listQuery, rowQuery, viewQuery, type ActionOn } from '../../desk/documents.ts';
import { graphql, MESSAGE_FIELDS, type AnswerOf } from '@shopdesk/core/client';
import { conversationFields, transferFields } from '../../desk/rows.ts';

export const conversations = listQuery('conversations', 'Conversation', conversationFields, 'LAST_MESSAGE_AT_DESC');
/** Who waits longest comes first. */
export const queuedConversations = listQuery('conversations', 'Conversation', conversationFields, 'QUEUED_AT_ASC');
/** What is due first comes first; behind it what is not due, by the newest message. */
export const dueConversations = listQuery(
  'conversations',
  'Conversation',
  conversationFields,
  'SLA_DUE_AT_ASC_LAST_MESSAGE_AT_DESC',
);
export const conversation = rowQuery('conversation', conversationFields);

export const inboxCounts = viewQuery('inboxCounts', { storeId: 'ID' }, 'queued mine open offline unread');
export type InboxCounts = AnswerOf<typeof inboxCounts>;

export const messages = viewQuery(
  'messages',
  { conversationId: 'ID!', afterSeq: 'Int', beforeSeq: 'Int', first: 'Int', last: 'Int' },
  `nodes { ${MESSAGE_FIELDS} }`,
);

export const conversationEvents = graphql(
  `subscription ConversationEvents($conversationId: ID!, $after: Int) { conversationEvents(conversationId:
    $conversationId, after: $after) { __typename ... on MessageAdded { previousSeq message { ${MESSAGE_FIELDS} } } ...
    on ConversationChanged { conversation { ${conversationFields} } } ... on SignalReceived { conversationId kind side
    userId name on } ... on TransferChanged { transfer { ${transferFields} } } } }`,
);
/** What the stream of a conversation tells a member of staff. */
export type ConversationEvent = AnswerOf<typeof conversationEvents>;

export const searchMessages = viewQuery(
  'searchMessages',
  { text: 'String!', storeId: 'ID', first: 'Int' },
  `nodes { id conversationId body at conversation { ${conversationFields} } }`,
);

export const transfers = listQuery('transfers', 'Transfer', transferFields);

export const availableActions = viewQuery(
  'availableActions',
  { entity: 'String!', id: 'ID!' },
  'name title denial { code message }',
);
export type AvailableAction = AnswerOf<typeof availableActions>[number];

const onConversation = <const N extends ActionOn<'Conversation'>>(name: N) =>
  actionMutation(name, 'Conversation', conversationFields);
const onTransfer = <const N extends ActionOn<'Transfer'>>(name: N) => actionMutation(name, 'Transfer', transferFields);

export const takeConversation = onConversation('takeConversation');
export const assignConversation = onConversation('assignConversation');
export const closeConversation = onConversation('closeConversation');
export const holdConversation = onConversation('holdConversation');
export const releaseHold = onConversation('releaseHold');
export const markDelivered = onConversation('markDelivered');
export const markRead = onConversation('markRead');
export const requestTransfer = onTransfer('requestTransfer');
export const acceptTransfer = onTransfer('acceptTransfer');
export const approveTransfer = onTransfer('approveTransfer');
export const declineTransfer = onTransfer('declineTransfer');

export const setTyping = actionMutation('setTyping', 'Signalled', 'ok');
export const setViewing = actionMutation('setViewing', 'Signalled', 'ok');
export const addNote = actionMutation('addNote', 'Message', MESSAGE_FIELDS);

const ratingFields = 'id score comment ratedAt';
export const ratings = listQuery('ratings', 'Rating', ratingFields);

export const escalateConversation = actionMutation('escalateConversation', 'Escalation', 'id');
export const lowerEscalation = onConversation('lowerEscalation');
