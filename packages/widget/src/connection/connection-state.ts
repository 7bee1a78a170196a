import type { DeskConversation, FeedSnapshot, OutboxEntry, StoredSession } from '@shopdesk/core/client';
import { deskNow } from './desk-clock.ts';

/** How the line to the desk is, in the shopper's words. */
export type Link = 'idle' | 'connecting' | 'open' | 'reconnecting';

/** All that the window shows of the desk. */
export interface ConnectionState {
  readonly session: StoredSession | undefined;
  /** Whether the shopper's conversations are known. */
  readonly loaded: boolean;
  /** The one that is shown; undefined: the next message opens one. */
  readonly conversation: DeskConversation | undefined;
  readonly feed: FeedSnapshot | undefined;
  /** Texts, cards and uploaded files of the shown conversation (or of the next one) that the desk does not have yet. */
  readonly outbox: readonly OutboxEntry[];
  readonly link: Link;
  /** The desk does not serve this widget at all: an unknown store, a page that no store names. */
  readonly refused: boolean;
}

const OPEN = ['BOT', 'QUEUED', 'ASSIGNED', 'ACTIVE', 'WAITING_CUSTOMER', 'OFFLINE'];
/** For how long a closed conversation goes on when the shopper writes (3.2). */
const REOPEN_MS = 24 * 3600 * 1000;

/** Whether a conversation is not over. */
export const isOpen = ({ state }: DeskConversation): boolean => OPEN.includes(state);

/**
 * Whether a message of the shopper belongs into this conversation; else it opens a new one. The desk has the last word.
 */
export function takesMessages(conversation: DeskConversation | undefined): conversation is DeskConversation {
  if (!conversation) return false;
  if (isOpen(conversation)) return true;
  return conversation.state === 'CLOSED' && deskNow() - Date.parse(conversation.closedAt ?? '') <= REOPEN_MS;
}
