import { Message } from '@shopdesk/core';
import { startPostgres, type PostgresServer } from 'shopdesk-test/postgres';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type StartedServer } from './node.ts';
import { createTestServer, type TestServer } from './testing/test-server.ts';

/** How long the database is away in the middle of traffic, in milliseconds. */
const AWAY = 10_000;
const SEND = 'mutation ($i: SendMessageInput!) { r: sendMessage(input: $i) { message { __typename seq } } }';

describe('while PostgreSQL is away for ten seconds in the middle of traffic', { timeout: 60_000 }, () => {
  let postgres: PostgresServer;
  let desk: TestServer;
  let started: StartedServer;

  beforeAll(async () => {
    postgres = await startPostgres({ fsync: true });
    desk = await createTestServer({ database: { url: postgres.url }, limits: { rates: false } });
    started = await startServer(desk.server, { graceMs: 1000 });
  });
  afterAll(async () => {
    await started.stop();
    await postgres.stop();
  });

  /** A client as ours are: the same message again until it is answered. */
  async function sendUntilAnswered(token: string, i: object): Promise<{ status: number; waited: boolean }> {
    for (let waited = false; ; waited = true) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const response = await fetch(`${started.url}/shopper`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query: SEND, variables: { i } }),
      });
      const { data, errors } = (await response.json()) as {
        data?: { r: { message: { __typename: string } | null } };
        errors?: { extensions: { code: string } }[];
      };
      if (data?.r) {
        expect(data.r.message?.__typename).toBe('Message');
        return { status: response.status, waited };
      }
      expect([response.status, response.headers.get('retry-after'), errors?.[0]?.extensions.code]).toEqual([
        503,
        '2',
        'SERVICE_UNAVAILABLE',
      ]);
      await sleep(100);
    }
  }

  test('senders are told to try again, and each message is there once and in order', async () => {
    const shoppers = await Promise.all(Array.from({ length: 5 }, () => desk.shopper()));
    const ids = await Promise.all(
      shoppers.map(
        async ({ token }) =>
          (
            await desk.gql<{ r: { id: string } }>(
              'mutation { r: openConversation(input: {}) { conversation { id } } }',
              {},
              { token },
            )
          ).data.r.id,
      ),
    );
    let away = false;
    let over = false;
    let waited = 0;
    const counts = ids.map(() => 0);
    const traffic = Promise.all(
      ids.map(async (conversationId, who) => {
        while (!over) {
          const n = (counts[who] = (counts[who] ?? 0) + 1);
          const sent = await sendUntilAnswered(shoppers[who]?.token ?? '', {
            conversationId,
            clientMsgId: `client-${who}-${n}-xx`,
            text: String(n),
          });
          if (sent.waited) waited += 1;
        }
      }),
    );
    await sleep(300);
    await postgres.kill();
    away = true;
    await sleep(AWAY / 2);
    expect([(await fetch(`${started.url}/healthz`)).status, (await fetch(`${started.url}/readyz`)).status]).toEqual([
      200, 503,
    ]);
    await sleep(AWAY / 2);
    await postgres.start();
    away = false;
    await sleep(1500);
    over = true;
    await traffic;
    expect([away, waited]).toEqual([false, 5]);
    expect((await fetch(`${started.url}/readyz`)).status).toBe(200);
    for (const [who, conversationId] of ids.entries()) {
      const rows = (await desk.server.store.find({
        entity: Message,
        tenantId: 'tenant-1',
        where: [{ conversationId, sender: 'CUSTOMER' }],
        order: [['seq', 'asc']],
        limit: 10_000,
      })) as unknown as { body: string; seq: number }[];
      expect(rows.map(({ body }) => body)).toEqual(Array.from({ length: counts[who] ?? 0 }, (_, n) => String(n + 1)));
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, n) => n + 1));
    }
  });
});
