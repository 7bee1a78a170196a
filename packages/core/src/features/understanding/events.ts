import { defineEvent } from '../../kernel/event.ts';
import type { RowOf } from '../../kernel/entity.ts';
import type { Conversation } from '../conversations/index.ts';

/**
 * A conversation is about something else, more urgent or in another language than was known; by reading or by a person.
 */
export const conversationUnderstood = defineEvent<RowOf<typeof Conversation>>('conversation.understood');
/** A training of the tenant's reader was taken over. */
export const readerTrained = defineEvent<{ readonly tenantId: string; readonly number: number }>('reader.trained');
