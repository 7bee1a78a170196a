import { MemoryStore } from '@shopdesk/core/testing';
import { serve } from '@hono/node-server';
import express from 'express';
import { fastify } from 'fastify';
import { Hono } from 'hono';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { nodeListener } from './node.ts';
import type { DeskServerOptions } from './options.ts';
import type { DeskServer } from './server.ts';
import { createTestServer, type TestServer } from './testing/test-server.ts';

const express4 = createRequire(import.meta.url)('express4') as typeof express;
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);

let folder: string;
let desk: TestServer;
const closers: (() => unknown)[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopdesk-mounts-'));
  for (const [file, text] of [
    ['widget/widget.js', '// widget'],
    ['widget/widget/chat-Bx12ab.js', 'export {}'],
    ['admin/index.html', '<script src="./assets/a.js"></script>'],
    ['admin/assets/a.js', '// panel'],
  ] as const) {
    await mkdir(join(folder, file, '..'), { recursive: true });
    await writeFile(join(folder, file), text);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
  await desk.close();
});

async function start(options: DeskServerOptions = {}): Promise<DeskServer> {
  desk = await createTestServer({
    store: new MemoryStore(),
    assets: { widget: join(folder, 'widget'), admin: join(folder, 'admin') },
    ...options,
  });
  return desk.server;
}

async function listening(server: Server): Promise<string> {
  if (!server.listening) await once(server.listen(0, '127.0.0.1'), 'listening');
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

type Framework = (path: string) => Promise<string>;
const ofExpress =
  (make: typeof express): Framework =>
  async (path) =>
    listening(createServer(make().use(path || '/', nodeListener(await start()))));

async function ofFastify(path: string, parsers: 'its own' | 'none'): Promise<string> {
  const server = await start({ basePath: path });
  const app = fastify({ forceCloseConnections: true });
  await app.register(
    async (scope) => {
      if (parsers === 'none') {
        scope.removeAllContentTypeParsers();
        scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
      }
      const listener = nodeListener(server);
      scope.all('/*', (request, reply) => {
        reply.hijack();
        listener(request.raw, reply.raw);
      });
    },
    { prefix: path },
  );
  await app.ready();
  const url = await listening(app.server);
  // Without the wait of Fastify for streams that it does not know of.
  closers.push(() => void app.close());
  return url;
}

async function ofHono(make: (server: DeskServer) => Hono, basePath = ''): Promise<string> {
  const app = make(await start({ basePath }));
  return listening(serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server);
}

const FRAMEWORKS: readonly (readonly [string, Framework])[] = [
  ['Node', async (path) => listening(createServer(nodeListener(await start({ basePath: path }))))],
  ['Express 5', ofExpress(express)],
  ['Express 4', ofExpress(express4)],
  ['Fastify 5', (path) => ofFastify(path, 'none')],
  [
    'Hono’s route',
    (path) =>
      ofHono(
        (server) =>
          new Hono().route(
            path || '/',
            new Hono().all('*', (c) => server.fetch(c.req.raw)),
          ),
        path,
      ),
  ],
  [
    'Hono’s mount',
    (path) => ofHono((server) => new Hono().mount(path || '/', (request: Request) => server.fetch(request))),
  ],
];
const PLACES = FRAMEWORKS.flatMap(([name, mount]) => [
  ['', mount, name] as const,
  ['/desk', mount, name] as const,
  ['/help/desk', mount, name] as const,
]);

const json = { 'content-type': 'application/json' };
const query = (text: string) => JSON.stringify({ query: text });

describe.each(PLACES)('mounted at “%s”', (path, mount, name) => {
  test(`in ${name}, every path means the same`, async () => {
    const url = (await mount(path)) + path;
    const ask = (at: string, init?: RequestInit) => fetch(url + at, init);
    const { token } = await desk.shopper();
    const bearer = { authorization: `Bearer ${token}` };
    for (const at of ['/healthz', '/readyz', '/widget.js', '/widget/chat-Bx12ab.js', '/admin/assets/a.js'])
      expect([at, (await ask(at)).status]).toEqual([at, 200]);
    expect(
      await (await ask('/graphql', { method: 'POST', headers: json, body: query('{ __typename }') })).json(),
    ).toEqual({ data: { __typename: 'Query' } });
    expect(await (await ask('/graphql?query=%7B__typename%7D', { headers: json })).json()).toEqual({
      data: { __typename: 'Query' },
    });
    // The panel: every page of it finds its files, wherever it is mounted.
    expect((await ask('/admin')).url).toBe(`${url}/admin/`);
    for (const at of ['/admin/', '/admin/inbox/1']) {
      const source = /src="([^"]+)"/.exec(await (await ask(at)).text())?.[1] ?? '';
      expect(await (await fetch(new URL(source, url + at))).text()).toBe('// panel');
    }
    // A file goes up, and down by its link.
    const { data } = await desk.gql<{ r: { id: string } }>(
      'mutation { r: openConversation(input: {}) { conversation { id } } }',
      {},
      { token },
    );
    const sent = await ask(`/attachments?conversationId=${data.r.id}&name=a.png`, {
      method: 'POST',
      headers: { ...bearer, 'content-type': 'application/octet-stream' },
      body: PNG,
    });
    expect(sent.status).toBe(201);
    const { id } = (await sent.json()) as { id: string };
    const link = (await (await ask(`/attachments/${id}/link`, { method: 'POST', headers: bearer })).json()) as {
      url: string;
    };
    expect(new Uint8Array(await (await ask(link.url)).arrayBuffer())).toEqual(PNG);
    // A stream.
    const stream = await ask('/shopper', {
      method: 'POST',
      headers: { ...json, ...bearer, accept: 'text/event-stream' },
      body: query(`subscription { conversationEvents(conversationId: "${data.r.id}") { __typename } }`),
    });
    expect(stream.headers.get('content-type')).toMatch('text/event-stream');
    await stream.body?.cancel();
    expect((await ask('/nothing')).status).toBe(404);
  });
});

type Read = (app: express.Express) => unknown;
const ANY = { type: () => true };
const READERS: readonly (readonly [string, Read])[] = [
  ['json', (app) => app.use(express.json())],
  ['json and urlencoded', (app) => app.use(express.json(), express.urlencoded({ extended: true }))],
  ['text of everything', (app) => app.use(express.text(ANY))],
  ['raw of everything', (app) => app.use(express.raw(ANY))],
  [
    'a reader that keeps the bytes',
    (app) =>
      app.use(express.json({ verify: (request, _response, bytes) => void Object.assign(request, { rawBody: bytes }) })),
  ],
];

describe('a body that was read before the desk gets the request', () => {
  const behind = async (read: Read, make: typeof express) => {
    const app = make();
    read(app);
    const url = await listening(createServer(app.use('/desk', nodeListener(await start()))));
    return (at: string, init: RequestInit) => fetch(`${url}/desk${at}`, { ...init, signal: AbortSignal.timeout(3000) });
  };
  const MAKERS = [
    ['Express 5', express],
    ['Express 4', express4],
  ] as const;

  test.each(READERS.flatMap(([reader, read]) => MAKERS.map(([name, make]) => [reader, name, read, make] as const)))(
    'by %s in %s is used',
    async (_, _name, read, make) => {
      const ask = await behind(read, make);
      const { token } = await desk.shopper();
      const bearer = { authorization: `Bearer ${token}` };
      for (const at of ['/graphql', '/graphql?', '/shopper', '/shopper?'])
        expect(await (await ask(at, { method: 'POST', headers: json, body: query('{ __typename }') })).json()).toEqual({
          data: { __typename: 'Query' },
        });
      const { data } = await desk.gql<{ r: { id: string } }>(
        'mutation { r: openConversation(input: {}) { conversation { id } } }',
        {},
        { token },
      );
      const stream = await ask('/shopper', {
        method: 'POST',
        headers: { ...json, ...bearer, accept: 'text/event-stream' },
        body: query(`subscription { conversationEvents(conversationId: "${data.r.id}") { __typename } }`),
      });
      expect(stream.headers.get('content-type')).toMatch('text/event-stream');
      await stream.body?.cancel();
      expect(
        (
          await ask('/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: 'query=%7B__typename%7D',
          })
        ).status,
      ).toBe(415);
      expect((await ask('/attachments/none/link', { method: 'POST', headers: { ...json, ...bearer } })).status).toBe(
        404,
      );
    },
  );

  test.each(MAKERS)(
    'as bytes is a file as good as any in %s, and one that is not bytes any more is none',
    async (_, make) => {
      const upload = async (read: Read, type: string) => {
        const ask = await behind(read, make);
        const { token } = await desk.shopper();
        const { data } = await desk.gql<{ r: { id: string } }>(
          'mutation { r: openConversation(input: {}) { conversation { id } } }',
          {},
          { token },
        );
        return ask(`/attachments?conversationId=${data.r.id}&name=a.png`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': type },
          body: type.includes('json') ? '{"a":1}' : PNG,
        });
      };
      expect((await upload((app) => app.use(express.raw(ANY)), 'image/png')).status).toBe(201);
      const refused = await upload((app) => app.use(express.json()), 'application/json');
      expect([refused.status, await refused.json()]).toMatchObject([
        500,
        { code: 'INTERNAL', message: expect.stringContaining('was read before') as string },
      ]);
      expect(desk.log.filter(({ level }) => level === 50)).toMatchObject([
        { msg: expect.stringContaining('express.json()') as string, path: '/attachments' },
      ]);
    },
  );

  test('by Fastify’s own parsers is said in the log, with what to do, and nothing hangs', async () => {
    const url = await ofFastify('/desk', 'its own');
    for (const accept of ['application/json', 'text/event-stream']) {
      const refused = await fetch(`${url}/desk/graphql`, {
        method: 'POST',
        headers: { ...json, accept },
        body: query('{ __typename }'),
        signal: AbortSignal.timeout(3000),
      });
      expect([refused.status, await refused.json()]).toMatchObject([
        500,
        { errors: [{ extensions: { code: 'INTERNAL' } }] },
      ]);
    }
    expect(desk.log.filter(({ level }) => level === 50)).toMatchObject([
      { msg: expect.stringContaining('removeAllContentTypeParsers') as string },
      {},
    ]);
    expect((await fetch(`${url}/desk/healthz`)).status).toBe(200);
  });

  test('of a shop’s event is asked for as the bytes that were signed', async () => {
    const event = { method: 'POST', headers: json, body: '{"type":"order.changed"}' };
    expect(
      (await (await behind((app) => app.use(express.json()), express))('/shops/store-1/events', event)).status,
    ).toBe(500);
    const [, keepBytes] = READERS.at(-1) as readonly [string, Read];
    expect((await (await behind(keepBytes, express))('/shops/store-1/events', event)).status).toBe(401);
  });
});
