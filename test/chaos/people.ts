/**
 * @module Shoppers and agents who write all the time and never give up: a message counts as sent when the desk said so,
 * and until then the same message is sent again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createConversationFeed,
  createDeskClient,
  DeskError,
  MESSAGES,
  OPEN_CONVERSATION,
  SEND_MESSAGE,
  START_SHOPPER_SESSION,
  type ConversationFeed,
  type DeskClient,
  type DeskMessage,
  type Document,
} from '@shopdesk/core/client';

const SIGN_IN =
  `mutation ($input: SignInInput!) { signIn(input: $input) { signedIn { __typename token userId } denied { __typename code message } } }` as Document<
    { input: { email: string; password: string } },
    { readonly token: string; readonly userId: string }
  >;
const SET_PRESENCE =
  `mutation ($input: SetPresenceInput!) { setPresence(input: $input) { denied { __typename code message } } }` as Document<
    { input: { id: string; presence: string } },
    unknown
  >;
const TAKE =
  `mutation ($input: TakeConversationInput!) { takeConversation(input: $input) { conversation { __typename id ownerId } denied { __typename code message } } }` as Document<
    { input: { id: string } },
    unknown
  >;

/** Tries until it works; a refusal that will not go away ends the run. */
export async function insist<T>(
  work: () => Promise<T>,
  final: readonly string[] = ['VALIDATION_FAILED', 'FORBIDDEN', 'NOT_FOUND'],
): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DeskError && final.includes(error.code)) throw error;
      await sleep(20 + Math.random() * 60);
    }
  }
}

export interface Person {
  readonly client: DeskClient;
  close(): void;
}

/** Somebody who writes numbered messages into a conversation. */
export interface Writer {
  readonly conversationId: string;
  readonly label: string;
  /** Bodies that the desk has acknowledged, in the order they were sent. */
  readonly acknowledged: string[];
  readonly client: DeskClient;
  readonly feed: ConversationFeed;
}

function clientOf(
  url: string,
  endpoint: '/shopper' | '/graphql',
): { client: DeskClient; signedIn: (token: string) => void } {
  let token: string | undefined;
  return {
    client: createDeskClient({ url, path: endpoint, token: () => token, locale: 'en', timeoutMs: 5000 }),
    signedIn: (given) => void (token = given),
  };
}

export async function agent(url: string, who: { email: string; password: string }): Promise<Person> {
  const { client, signedIn } = clientOf(url, '/graphql');
  const { token, userId } = await insist(() =>
    client.mutate(SIGN_IN, { input: { email: who.email, password: who.password } }),
  );
  signedIn(token);
  await insist(() => client.mutate(SET_PRESENCE, { input: { id: userId, presence: 'ONLINE' } }));
  return { client, close: () => client.close() };
}

/** A shopper in a chat of his own, who is not looking at it. */
export async function newChat(
  url: string,
  storeKey: string,
): Promise<{ client: DeskClient; token: string; conversationId: string }> {
  const { client, signedIn } = clientOf(url, '/shopper');
  const { token } = await insist(() => client.mutate(START_SHOPPER_SESSION, { input: { storeKey } }));
  signedIn(token);
  const { id } = await insist(() => client.mutate(OPEN_CONVERSATION, { input: {} }));
  return { client, token, conversationId: id };
}

export async function shopper(url: string, storeKey: string, label: string): Promise<Writer> {
  const { client, conversationId } = await newChat(url, storeKey);
  return { conversationId, label, acknowledged: [], client, feed: feedOf(client, conversationId) };
}

/** Takes a conversation and writes into it too. */
export async function replier({ client }: Person, conversationId: string, label: string): Promise<Writer> {
  await insist(
    () => client.mutate(TAKE, { input: { id: conversationId } }),
    ['VALIDATION_FAILED', 'FORBIDDEN', 'NOT_FOUND', 'INVALID_TRANSITION'],
  ).catch((error: unknown) => {
    // The desk was killed after it had given the conversation and before it could say so.
    if (!(error instanceof DeskError && ['CONFLICT', 'INVALID_TRANSITION'].includes(error.code))) throw error;
  });
  return { conversationId, label, acknowledged: [], client, feed: feedOf(client, conversationId) };
}

const feedOf = (client: DeskClient, conversationId: string) =>
  createConversationFeed({ client, conversationId, after: 0, onChange: () => {} });

/** Writes one message after the other until told to stop. */
export async function write(
  { client, conversationId, label, acknowledged }: Writer,
  running: () => boolean,
): Promise<void> {
  for (let n = 1; running(); n += 1) {
    const text = `${label}-${n}`;
    await insist(() => client.mutate(SEND_MESSAGE, { input: { conversationId, clientMsgId: `chaos-${text}`, text } }));
    acknowledged.push(text);
    await sleep(Math.random() * 20);
  }
}

/** Everything that a conversation holds, page by page. */
export async function readAll({ client, conversationId }: Writer): Promise<DeskMessage[]> {
  const all: DeskMessage[] = [];
  for (;;) {
    const { nodes: page } = await insist(() =>
      client.query(MESSAGES, { conversationId, afterSeq: all.at(-1)?.seq ?? 0, first: 100 }),
    );
    all.push(...page);
    if (page.length < 100) return all;
  }
}
