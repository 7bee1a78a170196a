/** @module What the colleague asks of the desk, as any member of staff may. */
import { DENIED, graphql, mutation, type AnswerOf } from '@shopdesk/core/client';

export const SIGN_IN = graphql(`mutation ($input: SignInInput!) {
  signIn(input: $input) { signedIn { token userId } ${DENIED} }
}`);

export const ADD_STAFF = graphql(mutation('addStaff', 'user { id }'));
export const SET_PRESENCE = graphql(mutation('setPresence', 'user { id presence }'));
export const SET_TYPING = graphql(mutation('setTyping', 'signalled { ok }'));
export const MARK_READ = graphql(mutation('markRead', 'conversation { id }'));
export const SEND = graphql(mutation('sendMessage', 'message { id }'));
export const HAND_OVER = graphql(mutation('requestTransfer', 'transfer { id }'));
export const CLOSE = graphql(mutation('closeConversation', 'conversation { id }'));

const CONVERSATION_FIELDS =
  'id storeId customerId ownerId state locale lastSeq waitingSince intent customer { verified } reading { intent isCertain isUrgent } store { timeZone }';
const MESSAGE_FIELDS = 'seq sender senderId kind body card { type id }';

export const MINE = graphql(`query ($filter: ConversationFilter) {
  conversations(filter: $filter, first: 50) { nodes { id } }
}`);

export const CONVERSATION = graphql(`query ($id: ID!) {
  conversation(id: $id) { ${CONVERSATION_FIELDS} }
  messages(conversationId: $id, last: 30) { nodes { ${MESSAGE_FIELDS} } }
  transfers(filter: { conversationId: { eq: $id }, state: { in: [REQUESTED, APPROVAL_PENDING, OFFERED] } }, first: 1) { nodes { id } }
}`);

const ORDER_FIELDS =
  'id number status lines { title } shipments { carrier trackingNumbers expectedAt deliveredAt events { at status } }';

export const ORDER = graphql(`query ($storeId: ID!, $orderId: ID!) {
  order(storeId: $storeId, orderId: $orderId) { ${ORDER_FIELDS} }
}`);

export const ORDERS = graphql(`query ($customerId: ID!) {
  customerOrders(customerId: $customerId, first: 20) { orders { ${ORDER_FIELDS} } }
}`);

export const ANSWERS = graphql(`query ($conversationId: ID!, $text: String) {
  suggestAnswers(conversationId: $conversationId, text: $text) { answers { kind audience title { zh en } text coverage stale } }
}`);

export const INBOX = graphql(`subscription {
  inboxEvents { __typename ... on ConversationChanged { conversation { id ownerId state waitingSince } } }
}`);

export type Chat = AnswerOf<typeof CONVERSATION>;
export type Order = AnswerOf<typeof ORDER>;
export type Suggested = AnswerOf<typeof ANSWERS>['answers'][number];
