/** @module What the window asks of the desk about the bot; here, so that it is loaded with it. */
import { shopperGraphql, mutation, type AnswerOf } from '@shopdesk/core/client';

export const BOT_STATE = shopperGraphql(`query BotState($conversationId: ID!) {
  botState(conversationId: $conversationId) { state misses lastAnswer { messageId articleId title { zh en } helpful } }
}`);
export type BotState = AnswerOf<typeof BOT_STATE>;

export const CITED_ARTICLE = shopperGraphql(
  'query CitedArticle($id: ID!) { article(id: $id) { id title { zh en } body { zh en } } }',
);
export type CitedArticle = NonNullable<AnswerOf<typeof CITED_ARTICLE>>;
export type LocalText = CitedArticle['title'];

export const REQUEST_HUMAN = shopperGraphql(mutation('requestHuman', 'conversation { id }'));

export const RATE_BOT_ANSWER = shopperGraphql(mutation('rateBotAnswer', 'conversation { id }'));
