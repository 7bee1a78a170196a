import { defineMachine, type EventOf } from '../../kernel/machine.ts';

export const CONVERSATION_STATES = [
  'BOT',
  'QUEUED',
  'ASSIGNED',
  'ACTIVE',
  'WAITING_CUSTOMER',
  'OFFLINE',
  'CLOSED',
  'ABANDONED',
] as const;
export type ConversationState = (typeof CONVERSATION_STATES)[number];

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
 * somebody who has an open conversation) are the desk's own steps.
 */
export const conversationMachine = defineMachine({
  field: 'state',
  states: CONVERSATION_STATES,
  events: {
    openWithBot: { NEW: 'BOT' },
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

export const TRANSFER_STATES = ['REQUESTED', 'APPROVAL_PENDING', 'OFFERED', 'ACCEPTED', 'DECLINED', 'EXPIRED'] as const;

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
