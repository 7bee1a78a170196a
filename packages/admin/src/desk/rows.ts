/**
 * @module The rows that several features show, each selected once.
 */
import type { Customer, Escalated, RowOf, Sla, Transfer, Understood } from '@shopdesk/core';
import { select, type SelectedBy } from './document.ts';

/** A conversation with the fields of every standard feature. */
export type ConversationRow = RowOf<typeof Sla> & RowOf<typeof Escalated> & RowOf<typeof Understood>;
type TransferFullRow = RowOf<typeof Transfer>;
type CustomerRow = RowOf<typeof Customer>;

/** A conversation as a list shows it; live events carry the same. */
export const conversationFields = select<ConversationRow>()([
  'id',
  'version',
  'storeId',
  'customerId',
  'customerName',
  'channel',
  'state',
  'ownerId',
  'preferredOwnerId',
  'locale',
  'intent',
  'priority',
  'result',
  'closeReason',
  'qaFlag',
  'openedAt',
  'queuedAt',
  'assignedAt',
  'firstHumanReplyAt',
  'closedAt',
  'lastMessageAt',
  'waitingSince',
  'preview',
  'lastSender',
  'lastSeq',
  'lastPublicSeq',
  'customerDeliveredSeq',
  'customerReadSeq',
  'staffReadSeq',
  'unreadForStaff',
  'reopenCount',
  'transferCount',
  'contactEmail',
  'pageUrl',
  'slaState',
  'slaTarget',
  'slaAimAt',
  'slaLateAt',
  'slaDueAt',
  'level',
  'escalatedTo',
  'emotion',
  'bot',
  'holdUntil',
]);
export type ConversationItem = SelectedBy<typeof conversationFields>;
export type ConversationState = ConversationItem['state'];

/** Whether somebody owns the conversation and it goes on. */
export const isServedBy = ({ ownerId, state }: ConversationItem, userId: string): boolean =>
  ownerId === userId && ['ASSIGNED', 'ACTIVE', 'WAITING_CUSTOMER'].includes(state);

export const transferFields = select<TransferFullRow>()([
  'id',
  'version',
  'storeId',
  'conversationId',
  'fromUserId',
  'toUserId',
  'toTeam',
  'reason',
  'note',
  'summary',
  'state',
  'requestedAt',
  'decidedAt',
  'approverId',
]);
export type TransferItem = SelectedBy<typeof transferFields>;

export const customerFields = select<CustomerRow>()([
  'id',
  'version',
  'storeId',
  'name',
  'nick',
  'email',
  'phone',
  'verified',
  'locale',
  'tags',
  'tier',
  'styleTag',
  'riskNote',
  'lastSeenAt',
  'createdAt',
]);
export type CustomerItem = SelectedBy<typeof customerFields>;
