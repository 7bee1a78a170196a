/** @module What the window asks of the desk about the bot; here, so that it is loaded with it. */
import { DENIED, type Document } from '@shopdesk/core/client';

export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

export interface CitedArticle {
  readonly id: string;
  readonly title: LocalText;
  readonly body: LocalText;
}

export interface BotState {
  readonly state: 'BOT' | 'DRAFT' | 'HUMAN' | null;
  readonly misses: number;
  readonly lastAnswer: {
    readonly messageId: string;
    readonly articleId: string;
    readonly title: LocalText;
    readonly helpful: boolean | null;
  } | null;
}

export const BOT_STATE = `query BotState($conversationId: ID!) {
  botState(conversationId: $conversationId) { state misses lastAnswer { messageId articleId title { zh en } helpful } }
}` as Document<{ conversationId: string }, BotState>;

export const CITED_ARTICLE =
  'query CitedArticle($id: ID!) { article(id: $id) { id title { zh en } body { zh en } } }' as Document<
    { id: string },
    CitedArticle | null
  >;

export const REQUEST_HUMAN =
  `mutation ($input: RequestHumanInput!) { requestHuman(input: $input) { __typename ... on Conversation { id } ${DENIED} } }` as Document<
    { input: { id: string } },
    { readonly id: string }
  >;

export const RATE_BOT_ANSWER =
  `mutation ($input: RateBotAnswerInput!) { rateBotAnswer(input: $input) { __typename ... on Conversation { id } ${DENIED} } }` as Document<
    { input: { conversationId: string; messageId: string; helpful: boolean } },
    { readonly id: string }
  >;
