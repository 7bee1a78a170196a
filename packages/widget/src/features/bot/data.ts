/** @module What the window asks of the desk about the bot; here, so that it is loaded with it. */
import { graphql, mutation, type AnswerOf } from '@shopdesk/core/client';

export const BOT_STATE = graphql(`query BotState($conversationId: ID!) {
  botState(conversationId: $conversationId) { state misses lastAnswer { messageId articleId title { zh en } helpful } }
}`);
export type BotState = AnswerOf<typeof BOT_STATE>;

export const CITED_ARTICLE = graphql(
  'query CitedArticle($id: ID!) { article(id: $id) { id title { zh en } body { zh en } } }',
);
export type CitedArticle = NonNullable<AnswerOf<typeof CITED_ARTICLE>>;
export type LocalText = CitedArticle['title'];

export const REQUEST_HUMAN = graphql(mutation('requestHuman', '... on Conversation { id }'));

export const RATE_BOT_ANSWER = graphql(mutation('rateBotAnswer', '... on Conversation { id }'));
