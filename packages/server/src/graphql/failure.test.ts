import { AuditEvent } from '@shopdesk/core';
import { afterEach, describe, expect, test } from 'vitest';
import { createTestChat, SEND } from '../testing/test-chat.ts';
import type { TestServer } from '../testing/test-server.ts';

let desk: TestServer;
afterEach(() => desk.close());

async function setUp() {
  const chat = await createTestChat();
  desk = chat.desk;
  return chat;
}

describe('a failure', () => {
  test('of the database is told as "try again", 503', async () => {
    const { store, agent } = await setUp();
    store.away = true;
    const { status, headers, errors } = await desk.gql(
      '{ stores { nodes { id } } }',
      {},
      { token: agent.token, headers: { 'x-desk-locale': 'zh-CN' } },
    );
    expect([status, headers.get('retry-after'), errors]).toMatchObject([
      503,
      '2',
      [{ message: '服务暂时不可用。', extensions: { code: 'SERVICE_UNAVAILABLE' } }],
    ]);
    store.away = false;
    expect((await desk.gql('{ stores { nodes { id } } }', {}, { token: agent.token })).errors).toEqual([]);
  });

  test('of a token’s look-up while the database is away is no sign-out', async () => {
    const { store } = await setUp();
    store.away = true;
    const { status, errors } = await desk.gql('{ stores { nodes { id } } }', {}, { token: 'not-known-yet' });
    expect([status, errors]).toMatchObject([503, [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }]]);
  });

  test('nobody expected is masked, logged with its cause and counted', async () => {
    const { store, agent } = await setUp();
    await desk.gql('{ currentUser { id } }', {}, { token: agent.token });
    store.broken = true;
    const { data, errors } = await desk.gql(
      '{ stores { nodes { id } } }',
      {},
      { token: agent.token, headers: { 'x-request-id': 'trace-42' } },
    );
    store.broken = false;
    expect([data, errors]).toMatchObject([null, [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL' } }]]);
    expect(JSON.stringify(errors)).not.toContain('secret table name');
    expect(desk.log.find(({ where }) => where === 'request trace-42')).toMatchObject({
      msg: 'unexpected error',
      err: { message: 'secret table name' },
    });
  });

  test('leaves neither texts nor addresses nor tokens in the log', async () => {
    const { shopper, open } = await setUp();
    const conversationId = await open(shopper.token);
    await desk.gql(
      SEND,
      { i: { conversationId, text: 'my card is a-secret-number', clientMsgId: 'client-log' } },
      { token: shopper.token, address: '203.0.113.9' },
    );
    const log = JSON.stringify(desk.log);
    for (const personal of ['a-secret-number', '203.0.113.9', shopper.token]) expect(log).not.toContain(personal);
    const entries = await desk.server.store.find({ entity: AuditEvent, where: [], limit: 1000 });
    expect(JSON.stringify(entries)).not.toContain('203.0.113.9');
  });
});
