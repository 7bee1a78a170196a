import { MemoryStore } from '@shopdesk/core/testing';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startServer, type StartedServer } from './node.ts';
import type { DeskServerOptions } from './options.ts';
import { createTestServer, TEST_PASSWORD, type TestServer } from './testing/test-server.ts';

let desk: TestServer;
let started: StartedServer;
afterEach(() => started.stop());

async function start(options: DeskServerOptions = {}, graceMs = 2000) {
  desk = await createTestServer({ store: new MemoryStore(), ...options });
  started = await startServer(desk.server, { graceMs });
  return started.url;
}

const json = { 'content-type': 'application/json' };
/** The short way, and the long way that any other form of the same request takes. */
const WAYS = { short: '/graphql', long: '/graphql?' } as const;

interface Sent {
  readonly body?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function post(way: keyof typeof WAYS, { query, body = JSON.stringify({ query }), headers = {} }: Sent) {
  const response = await fetch(started.url + WAYS[way], {
    method: 'POST',
    headers: { ...json, 'x-request-id': 'the-same-id', ...headers },
    body,
  });
  const {
    date: _,
    'keep-alive': _k,
    'content-length': _l,
    'transfer-encoding': _t,
    ...kept
  } = Object.fromEntries(response.headers);
  return { status: response.status, headers: kept, answer: await response.text() };
}

describe('over Node’s server', () => {
  test.each<[string, Sent]>([
    ['a query', { query: '{ widgetSettings(storeKey: "store-1") { name } }' }],
    [
      'a query for the newer media type',
      { query: '{ __typename }', headers: { accept: 'application/graphql-response+json' } },
    ],
    [
      'a denied mutation',
      {
        query: `mutation { signIn(input: { email: "a@b.co", password: "${TEST_PASSWORD}" }) { denied { __typename code message } } }`,
        headers: { 'x-desk-locale': 'zh-CN' },
      },
    ],
    ['a denied query', { query: '{ currentUser { id } }' }],
    ['a bad token', { query: '{ currentUser { id } }', headers: { authorization: 'Bearer nope' } }],
    ['a document that is not valid', { query: '{ nothing }' }],
    [
      'the same for the newer media type',
      { query: '{ nothing }', headers: { accept: 'application/graphql-response+json' } },
    ],
    ['a document that is none', { query: '{ {' }],
    ['a document without end', { query: `{ ${Array.from({ length: 2100 }, () => 'a').join(' ')} }` }],
    ['a batch', { body: '[{"query":"{ __typename }"},{"query":"{ __typename }"}]' }],
    ['no JSON', { body: '{"query"' }],
    [
      'no JSON for the newer media type',
      { body: '{"query"', headers: { accept: 'application/graphql-response+json' } },
    ],
    ['no query', { body: '{}' }],
    [
      'a body of 1.2 MB',
      { body: JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(1_200_000) } }) },
    ],
    ['a subscription without a stream', { query: 'subscription { inboxEvents { __typename } }' }],
    ['a foreign page', { query: '{ __typename }', headers: { origin: 'https://evil.example' } }],
    ['a page of the desk', { query: '{ __typename }', headers: { origin: 'https://desk.example' } }],
    ['a form’s content type', { query: '{ __typename }', headers: { 'content-type': 'text/plain' } }],
  ])('%s is answered the same both ways', async (_, sent) => {
    await start({ publicUrl: 'https://desk.example' });
    expect(await post('short', sent)).toEqual(await post('long', sent));
  });

  test('a host’s own sign-in gets a real request both ways', async () => {
    const seen: unknown[] = [];
    await start({
      authenticate: (request) =>
        void seen.push([request instanceof Request, request.headers.get('cookie'), request.method]),
    });
    await post('short', { query: '{ __typename }', headers: { cookie: 'a=b' } });
    expect(seen).toEqual([[true, 'a=b', 'POST']]);
  });

  test('a file of 12 MiB is refused with an answer, not with a broken line', async () => {
    await start();
    const { token } = await desk.shopper();
    const { data } = await desk.gql<{ r: { id: string } }>(
      'mutation { r: openConversation(input: {}) { conversation { id } } }',
      {},
      { token },
    );
    const large = new Uint8Array(12 * 1024 * 1024);
    large.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    for (const body of [large, new Blob([large]).stream()]) {
      const response = await fetch(`${started.url}/attachments?conversationId=${data.r.id}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body,
        duplex: 'half',
      } as RequestInit);
      expect([response.status, await response.json()]).toMatchObject([413, { code: 'LIMIT_EXCEEDED' }]);
    }
  });

  test('a request that breaks off in the middle harms nobody', async () => {
    await start();
    const socket = connect(started.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"query":',
    );
    await sleep(20);
    socket.destroy();
    await sleep(20);
    expect((await post('short', { query: '{ __typename }' })).status).toBe(200);
    expect(desk.log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });
});

const INBOX = 'subscription { inboxEvents { __typename ... on ConversationChanged { conversation { id state } } } }';

async function follow(token: string) {
  const response = await fetch(`${started.url}/graphql`, {
    method: 'POST',
    headers: { ...json, accept: 'text/event-stream', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: INBOX }),
  });
  let text = '';
  const ended = (async () => {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body as AsyncIterable<Uint8Array>)
        text += decoder.decode(chunk, { stream: true });
      return 'ended';
    } catch {
      return 'cut';
    }
  })();
  return { response, ended, text: () => text };
}

describe('a stream', () => {
  test('carries what is committed, and is completed by sign-out', async () => {
    await start();
    const agent = await desk.staff('PA1', ['PA']);
    const stream = await follow(agent.token);
    expect(stream.response.headers.get('content-type')).toMatch('text/event-stream');
    expect(stream.response.headers.get('x-content-type-options')).toBe('nosniff');
    const { token } = await desk.shopper();
    await desk.gql('mutation { openConversation(input: {}) { denied { __typename code } } }', {}, { token });
    await vi.waitFor(() => expect(stream.text()).toContain('"state":"QUEUED"'));
    await desk.gql('mutation { signOut { denied { __typename code } } }', {}, { token: agent.token });
    expect(await stream.ended).toBe('ended');
    expect(stream.text()).toContain('event: complete');
  });

  test('is not given to a shopper who asks for the inbox', async () => {
    await start();
    const { token } = await desk.shopper();
    const stream = await follow(token);
    await stream.ended;
    expect(stream.text() + (await stream.response.status)).toContain('FORBIDDEN');
  });

  test('is sent away when the server stops, which waits for what is under way', async () => {
    const asked = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const passwords = {
      hash: async (password: string) => password,
      verify: async () => (asked.resolve(), await gate.promise, false),
    };
    await start({ passwords });
    const system = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
    const { id } = (await desk.server.desk.perform(system, 'addStaff', {
      name: 'A',
      agentNo: 'A1',
      email: 'a1@example.com',
      roles: ['PA'],
      password: TEST_PASSWORD,
    })) as { id: string };
    expect(id).toBeTruthy();
    const underWay = post('short', {
      query: 'mutation { signIn(input: { email: "a1@example.com", password: "wrong password" }) { denied { code } } }',
    });
    await asked.promise;
    const stopped = started.stop();
    await sleep(30);
    await expect(fetch(started.url)).rejects.toThrow();
    gate.resolve();
    expect(await underWay).toMatchObject({
      status: 200,
      answer: expect.stringMatching(/^\{"data":\{"signIn":\{"denied":\{"code":"UNAUTHENTICATED"\}\}\}/) as string,
    });
    await stopped;
  });

  test('does not keep the server from stopping', async () => {
    await start();
    const agent = await desk.staff('PA1', ['PA']);
    const stream = await follow(agent.token);
    const begun = Date.now();
    await started.stop();
    expect(await stream.ended).toBe('cut');
    expect(Date.now() - begun).toBeLessThan(1500);
  });
});

describe('a client that holds a connection for nothing', () => {
  const dribble = async (first: string) => {
    const { hostname, port } = new URL(started.url);
    const socket = connect(Number(port), hostname);
    const received: Buffer[] = [];
    socket.on('data', (part: Buffer) => received.push(part)).on('error', () => {});
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await once(socket, 'connect');
    socket.write(first);
    const timer = setInterval(() => socket.writable && socket.write('x'), 50);
    await closed;
    clearInterval(timer);
    return Buffer.concat(received).toString();
  };

  test.each([
    ['headers', 'POST /graphql HTTP/1.1\r\nHost: desk\r\nX-Slow: '],
    [
      'a query',
      'POST /graphql HTTP/1.1\r\nHost: desk\r\nContent-Type: application/json\r\nContent-Length: 90000\r\n\r\n{',
    ],
    [
      'a subscription',
      'POST /graphql HTTP/1.1\r\nHost: desk\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: 90000\r\n\r\n{',
    ],
    [
      'an event',
      'POST /shops/store-1/events HTTP/1.1\r\nHost: desk\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{',
    ],
  ])('is cut off when %s never end', async (_, first) => {
    desk = await createTestServer({ store: new MemoryStore() });
    started = await startServer(desk.server, { graceMs: 500, headersMs: 400, bodyMs: 400 });
    expect(await dribble(first)).toContain('HTTP/1.1 408');
  });

  test('is one of so many at once', async () => {
    desk = await createTestServer({ store: new MemoryStore() });
    started = await startServer(desk.server, { graceMs: 500, maxConnections: 2 });
    const { hostname, port } = new URL(started.url);
    const sockets = [1, 2, 3].map(() => connect(Number(port), hostname).on('error', () => {}));
    await once(sockets[2] as (typeof sockets)[0], 'close');
    expect(sockets.slice(0, 2).map(({ destroyed }) => destroyed)).toEqual([false, false]);
    for (const socket of sockets) socket.destroy();
  });
});

describe('an event of a shop', () => {
  test.each([[21_000], [200_000], [5_000_000]])(
    'of %d bytes is answered that it is too large, whether its length is said or not',
    async (size) => {
      await start();
      const body = JSON.stringify({ type: 'order.changed', data: { orderId: 'x'.repeat(size) } });
      const send = (content: BodyInit) =>
        fetch(`${started.url}/shops/store-1/events`, {
          method: 'POST',
          headers: json,
          body: content,
          duplex: 'half',
        } as RequestInit);
      expect((await send(body)).status).toBe(413);
      const chunked = new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < body.length; at += 16_384)
            controller.enqueue(new TextEncoder().encode(body.slice(at, at + 16_384)));
          controller.close();
        },
      });
      expect((await send(chunked)).status).toBe(413);
    },
  );
});
