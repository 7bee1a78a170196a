import { MemoryStore } from '@shopdesk/core/testing';
import { afterEach, expect, test, vi } from 'vitest';
import { createDeskServer } from '../../server.ts';
import { createTestServer, PLAIN_PASSWORDS, type TestServer } from '../../testing/test-server.ts';
import { standardServerFeatures } from '../index.ts';

let desk: TestServer | undefined;
afterEach(() => desk?.close());

/** A conversation that was opened while nobody was there. */
async function waiting() {
  const { token } = await (desk as TestServer).shopper();
  const { data } = await (desk as TestServer).gql<{ r: { id: string } }>(
    'mutation { r: openConversation(input: {}) { conversation { id } } }',
    {},
    { token },
  );
  const { id } = data.r;
  const input = { conversationId: id, text: 'anybody?', clientMsgId: 'client-0001' };
  await (desk as TestServer).gql(
    'mutation ($i: SendMessageInput!) { sendMessage(input: $i) { denied { __typename code } } }',
    { i: input },
    { token },
  );
  const state = async () =>
    (
      await (desk as TestServer).gql<{ c: { state: string } }>(
        'query ($id: ID!) { c: conversation(id: $id) { state } }',
        { id },
        { token },
      )
    ).data.c.state;
  return { state };
}

test('somebody who comes online takes the conversations that waited into the queue', async () => {
  desk = await createTestServer({ store: new MemoryStore() });
  const { state } = await waiting();
  expect(await state()).toBe('OFFLINE');
  await desk.staff('PA1', ['PA']);
  await vi.waitFor(async () => expect(await state()).toBe('QUEUED'));
});

test('a server that starts takes those whom a killed one left waiting', async () => {
  const store = new MemoryStore();
  const without = standardServerFeatures.filter(({ name }) => name !== 'conversations');
  desk = await createTestServer({ store, serverFeatures: without });
  const { state } = await waiting();
  await desk.staff('PA1', ['PA']);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await state()).toBe('OFFLINE');
  const next = await createDeskServer({ store, passwords: PLAIN_PASSWORDS, assets: false, background: false });
  await vi.waitFor(async () => expect(await state()).toBe('QUEUED'));
  await next.close();
});
