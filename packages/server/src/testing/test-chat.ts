/**
 * @module A conversation's first steps over GraphQL, on a store that can be watched and be away: for tests.
 */
import { StoreUnavailableError, type DeskStore, type Query } from '@shopdesk/core';
import { MemoryStore } from '@shopdesk/core/testing';
import { createTestServer, type TestServer } from './test-server.ts';

/** Counts what is asked, and can be away or broken. */
export class WatchedStore extends MemoryStore {
  readonly queries: Query[] = [];
  away = false;
  broken = false;
  override find(query: Query): ReturnType<DeskStore['find']> {
    this.queries.push(query);
    if (this.away) return Promise.reject(new StoreUnavailableError());
    if (this.broken) return Promise.reject(new Error('secret table name'));
    return super.find(query);
  }
}

export const OPEN =
  'mutation ($i: OpenConversationInput!) { r: openConversation(input: $i) { conversation { __typename id version state } denied { __typename code } } }';
export const SEND =
  'mutation ($i: SendMessageInput!, $k: String) { r: sendMessage(input: $i, idempotencyKey: $k) { message { __typename id seq publicSeq body } denied { __typename code message fields { path message } details } } }';
export const TAKE =
  'mutation ($i: TakeConversationInput!, $v: Int) { r: takeConversation(input: $i, expectedVersion: $v) { conversation { __typename id version state ownerId } denied { __typename code message details } } }';

/** A server with an agent, a shopper, and short ways to let them act. */
export async function createTestChat() {
  const store = new WatchedStore();
  const desk: TestServer = await createTestServer({ store });
  const agent = await desk.staff('PA1', ['PA']);
  const shopper = await desk.shopper();
  let sent = 0;
  const nextId = () => `client-${(sent += 1)}`;
  const open = async (token: string) => (await desk.gql<{ r: { id: string } }>(OPEN, { i: {} }, { token })).data.r.id;
  const say = (conversationId: string, text: string, token: string) =>
    desk.gql(SEND, { i: { conversationId, text, clientMsgId: nextId() } }, { token });
  return { desk, store, agent, shopper, nextId, open, say };
}
