import { afterEach, describe, expect, test } from 'vitest';
import { createTestChat, SEND } from './testing/test-chat.ts';
import type { TestServer } from './testing/test-server.ts';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const PNG = Uint8Array.from(atob(PIXEL), (char) => char.charCodeAt(0));

let desk: TestServer;
afterEach(() => desk.close());

async function setUp() {
  const chat = await createTestChat();
  ({ desk } = chat);
  const conversationId = await chat.open(chat.shopper.token);
  await chat.say(conversationId, 'hello', chat.shopper.token);
  await desk.gql(
    'mutation ($i: TakeConversationInput!) { takeConversation(input: $i) { denied { __typename code } } }',
    { i: { id: conversationId } },
    { token: chat.agent.token },
  );
  const upload = async (token: string) =>
    (
      (await (await desk.post(`/attachments?conversationId=${conversationId}&name=a.png`, PNG, { token })).json()) as {
        id: string;
      }
    ).id;
  const link = async (id: string, token: string) => (await desk.post(`/attachments/${id}/link`, '', { token })).status;
  const sendFile = (attachmentId: string, clientMsgId: string, token: string) =>
    desk.gql(SEND, { i: { conversationId, attachmentId, clientMsgId } }, { token });
  return { ...chat, conversationId, upload, link, sendFile };
}

describe('a shopper', () => {
  test('opens a file of staff once it was sent to them, and not before', async () => {
    const { agent, shopper, upload, link, sendFile } = await setUp();
    const id = await upload(agent.token);
    expect([await link(id, shopper.token), await link(id, agent.token)]).toEqual([404, 200]);
    expect((await sendFile(id, 'shopper-0001', shopper.token)).data).toMatchObject({
      r: { code: 'NOT_FOUND', details: null },
    });
    expect((await sendFile(id, 'agent-0001', agent.token)).data).toMatchObject({ r: { __typename: 'Message' } });
    expect(await link(id, shopper.token)).toBe(200);
  });

  test('opens a file that an earlier version sent, which does not say when', async () => {
    const { agent, shopper, upload, link, sendFile, store } = await setUp();
    const id = await upload(agent.token);
    await sendFile(id, 'agent-0001', agent.token);
    const entity = desk.server.desk.entities.find(({ name }) => name === 'Attachment');
    const [file] = entity ? await store.find({ entity, where: [{ id }], limit: 1000 }) : [];
    if (entity && file)
      await store.commit([
        {
          kind: 'update',
          entity,
          tenantId: file.tenantId,
          id,
          expectedVersion: file.version,
          changes: { sentAt: null },
        },
      ]);
    expect(await link(id, shopper.token)).toBe(200);
  });

  test('opens what they uploaded themselves, and a stranger opens neither', async () => {
    const { agent, shopper, upload, link } = await setUp();
    const [mine, theirs] = [await upload(shopper.token), await upload(agent.token)];
    expect(await link(mine, shopper.token)).toBe(200);
    const stranger = await desk.shopper();
    expect([await link(mine, stranger.token), await link(theirs, stranger.token)]).toEqual([404, 404]);
  });

  test('does not learn what others call their messages, and gets their own ids back', async () => {
    const { agent, shopper, conversationId } = await setUp();
    await desk.gql(SEND, { i: { conversationId, text: 'hi', clientMsgId: 'run-0001-0' } }, { token: agent.token });
    const read = async (token: string) => {
      const query = 'query ($id: ID!) { messages(conversationId: $id) { nodes { id clientMsgId sender } } }';
      return (
        await desk.gql<{ messages: { nodes: { id: string; clientMsgId: string; sender: string }[] } }>(
          query,
          { id: conversationId },
          { token },
        )
      ).data.messages.nodes;
    };
    const seen = await read(shopper.token);
    expect(seen.find(({ sender }) => sender === 'CUSTOMER')?.clientMsgId).toBe('client-1');
    for (const { id, clientMsgId } of seen.filter(({ sender }) => sender !== 'CUSTOMER')) expect(clientMsgId).toBe(id);
    expect((await read(agent.token)).map(({ clientMsgId }) => clientMsgId)).toContain('run-0001-0');
  });
});

test('a key of twenty thousand characters, or of characters that cannot be stored, is refused and no bug', async () => {
  const { shopper, conversationId } = await setUp();
  for (const k of ['x'.repeat(20_000), 'a\u0000']) {
    const { data } = await desk.gql(
      SEND,
      { i: { conversationId, text: 'hi', clientMsgId: 'client-9999' }, k },
      { token: shopper.token },
    );
    expect(data).toMatchObject({ r: { code: 'VALIDATION_FAILED', fields: [{ path: 'idempotencyKey' }] } });
  }
});
