import { defineMachine, type EventOf } from '../../kernel/machine.ts';

export const CONVERSATION_STATES = {
  BOT: { en: 'With the bot', zh: '智能助手接待' },
  QUEUED: { en: 'Waiting', zh: '排队中' },
  ASSIGNED: { en: 'Assigned', zh: '已分配', note: 'Somebody has it and has not answered yet.' },
  ACTIVE: { en: 'Active', zh: '会话中', note: 'The customer waits for an answer.' },
  WAITING_CUSTOMER: { en: 'Customer’s turn', zh: '等待顾客' },
  OFFLINE: { en: 'Offline message', zh: '离线留言' },
  CLOSED: { en: 'Closed', zh: '已结束' },
  ABANDONED: { en: 'Left the queue', zh: '已离开排队' },
};
export type ConversationState = keyof typeof CONVERSATION_STATES;

/** States in which a conversation is not over. */
export const OPEN_STATES = [
  'BOT',
  'QUEUED',
  'ASSIGNED',
  'ACTIVE',
  'WAITING_CUSTOMER',
  'OFFLINE',
] as const satisfies readonly ConversationState[];
/** States in which a member of staff owns the conversation. */
export const OWNED_STATES = ['ASSIGNED', 'ACTIVE', 'WAITING_CUSTOMER'] as const satisfies readonly ConversationState[];

/**
 * Domain model 3.2. `awaitCustomer`, `returnToQueue` (a silent agent), `leaveMessage` and `merge` (a guest signed in as
 * somebody who has an open conversation) and `beginOver` (a word for somebody who has never talked) are the desk's own
 * steps.
 */
export const conversationMachine = defineMachine({
  field: 'state',
  states: CONVERSATION_STATES,
  events: {
    openWithBot: { NEW: 'BOT' },
    beginOver: { NEW: 'CLOSED' },
    customerOpens: { NEW: 'QUEUED' },
    openOffline: { NEW: 'OFFLINE', BOT: 'OFFLINE' },
    requestHuman: { BOT: 'QUEUED' },
    takeOver: { BOT: 'ASSIGNED' },
    route: { QUEUED: 'ASSIGNED', OFFLINE: 'ASSIGNED' },
    reassign: { ASSIGNED: 'ASSIGNED', ACTIVE: 'ASSIGNED', WAITING_CUSTOMER: 'ASSIGNED' },
    returnToQueue: { ASSIGNED: 'QUEUED' },
    customerLeaves: { QUEUED: 'ABANDONED' },
    leaveMessage: { QUEUED: 'OFFLINE' },
    agentReplies: { ASSIGNED: 'ACTIVE', ACTIVE: 'WAITING_CUSTOMER' },
    awaitCustomer: { ACTIVE: 'WAITING_CUSTOMER' },
    customerReplies: { WAITING_CUSTOMER: 'ACTIVE', CLOSED: 'QUEUED' },
    idle: { WAITING_CUSTOMER: 'CLOSED', BOT: 'CLOSED' },
    transferAccepted: { ASSIGNED: 'ASSIGNED', ACTIVE: 'ASSIGNED', WAITING_CUSTOMER: 'ASSIGNED' },
    close: { ASSIGNED: 'CLOSED', ACTIVE: 'CLOSED', WAITING_CUSTOMER: 'CLOSED' },
    merge: {
      BOT: 'CLOSED',
      QUEUED: 'CLOSED',
      ASSIGNED: 'CLOSED',
      ACTIVE: 'CLOSED',
      WAITING_CUSTOMER: 'CLOSED',
      OFFLINE: 'CLOSED',
    },
    serviceStart: { OFFLINE: 'QUEUED' },
  },
});

export type ConversationMove = EventOf<typeof conversationMachine>;

export const TRANSFER_STATES = {
  REQUESTED: { en: 'Requested', zh: '已申请' },
  APPROVAL_PENDING: { en: 'Awaiting approval', zh: '待审批' },
  OFFERED: { en: 'Offered', zh: '待接受' },
  ACCEPTED: { en: 'Accepted', zh: '已接受' },
  DECLINED: { en: 'Declined', zh: '已拒绝' },
  EXPIRED: { en: 'Expired', zh: '已超时', note: 'Nobody accepted within ten minutes.' },
};

/** States in which a transfer waits for somebody's word; a conversation has one such at most. */
export const OPEN_TRANSFERS = [
  'REQUESTED',
  'APPROVAL_PENDING',
  'OFFERED',
] as const satisfies readonly (keyof typeof TRANSFER_STATES)[];

/** Domain model 3.2: on decline or expiry the ownership stays. */
export const transferMachine = defineMachine({
  field: 'state',
  states: TRANSFER_STATES,
  events: {
    request: { NEW: 'REQUESTED' },
    needApproval: { REQUESTED: 'APPROVAL_PENDING' },
    offer: { REQUESTED: 'OFFERED', APPROVAL_PENDING: 'OFFERED' },
    accept: { OFFERED: 'ACCEPTED' },
    decline: { OFFERED: 'DECLINED', APPROVAL_PENDING: 'DECLINED' },
    expire: { OFFERED: 'EXPIRED', APPROVAL_PENDING: 'EXPIRED' },
  },
});
