/** @module Who may reply to a customer: the owner, as long as the conversation goes on. */
import type { ConversationState } from './machine.ts';

/** Whose a conversation is, as somebody of the staff sees it who would like to reply. */
export type ReplyStanding = 'OWN' | 'OTHERS' | 'FREE' | 'OVER';

/** What a conversation is to those who do not own it, by its state. */
const BY_STATE: Readonly<Record<ConversationState, Exclude<ReplyStanding, 'OWN'>>> = {
  BOT: 'FREE',
  QUEUED: 'FREE',
  OFFLINE: 'FREE',
  ASSIGNED: 'OTHERS',
  ACTIVE: 'OTHERS',
  WAITING_CUSTOMER: 'OTHERS',
  CLOSED: 'OVER',
  ABANDONED: 'OVER',
};

/** Only in their own conversation may somebody reply; a free one is taken first. */
export function replyStanding(
  { state, ownerId }: { readonly state: ConversationState; readonly ownerId: string | null },
  userId: string,
): ReplyStanding {
  const standing = BY_STATE[state];
  return standing === 'OTHERS' && ownerId === userId ? 'OWN' : standing;
}
