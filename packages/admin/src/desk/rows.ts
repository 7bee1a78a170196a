/**
 * @module The rows that several features show, each selected once.
 */
import type { Row } from './documents.ts';
import { replyStanding } from '@shopdesk/core';
import type { Escalated, RowOf, Sla, Understood } from '@shopdesk/core';

/** A conversation with the fields of every standard feature. */
export type ConversationRow = RowOf<typeof Sla> & RowOf<typeof Escalated> & RowOf<typeof Understood>;

/** A conversation as a list shows it; live events carry the same. */
export const conversationFields = `id version storeId customerId customerName channel state ownerId preferredOwnerId
  locale intent priority result
  closeReason qaFlag openedAt queuedAt assignedAt firstHumanReplyAt closedAt lastMessageAt waitingSince preview
  lastSender lastSeq lastPublicSeq customerDeliveredSeq customerReadSeq staffReadSeq unreadForStaff reopenCount
  transferCount contactEmail pageUrl slaState slaTarget slaAimAt slaLateAt slaDueAt level escalatedTo emotion bot
  holdUntil sleepUntil`;
export type ConversationItem = Row<'Conversation', typeof conversationFields>;
export type ConversationState = ConversationItem['state'];

/** Whether somebody may reply in the conversation: they own it and it goes on. */
export const isServedBy = (item: ConversationItem, userId: string): boolean => replyStanding(item, userId) === 'OWN';

export const transferFields = `id version storeId conversationId fromUserId toUserId toTeam reason note summary state
  requestedAt dueAt decidedAt approverId`;
export type TransferItem = Row<'Transfer', typeof transferFields>;

export const customerFields = `id version storeId name nick email phone verified locale tags tier styleTag riskNote
  lastSeenAt createdAt`;
export type CustomerItem = Row<'Customer', typeof customerFields>;
