/** @module What the panel asks of the desk about the bot. */
import { actionMutation, rowQuery, type Row } from '../../desk/documents.ts';
import { conversationFields } from '../../desk/rows.ts';

const sessionFields = 'id version state misses answers draft { articleId title { zh en } edition text seq }';
export type SessionItem = Row<'BotSession', typeof sessionFields>;

export const botSession = rowQuery('botSession', sessionFields);
export const settleBotDraft = actionMutation('settleBotDraft', 'BotSession', sessionFields);
export const takeOverFromBot = actionMutation('takeOverFromBot', 'Conversation', conversationFields);
