/** @module What the panel asks of the desk about the bot. */
import type { BotSession, RowOf } from '@shopdesk/core';
import { actionDocument, rowDocument, select, type SelectedBy } from '../../desk/document.ts';
import { conversationFields, type ConversationItem } from '../../desk/rows.ts';

const sessionFields = select<RowOf<typeof BotSession>>()(['id', 'version', 'state', 'misses', 'answers'], {
  draft: 'articleId title { zh en } edition text seq',
});
export type SessionItem = SelectedBy<typeof sessionFields>;

export const botSession = rowDocument<SessionItem | null>('botSession', sessionFields);
export const settleBotDraft = actionDocument<{ conversationId: string; outcome: 'USED' | 'DISMISSED' }, SessionItem>(
  'settleBotDraft',
  'BotSession',
  sessionFields,
);
export const takeOverFromBot = actionDocument<{ id: string }, ConversationItem>(
  'takeOverFromBot',
  'Conversation',
  conversationFields,
);
