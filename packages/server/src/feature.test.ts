import { ConfigError, conversations, DeniedError, deny, standardFeatures, type Ports } from '@shopdesk/core';
import { MemoryStore } from '@shopdesk/core/testing';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createTestServer, type TestServer } from './testing/test-server.ts';
import {
  createDeskServer,
  defineServerFeature,
  standardServerFeatures,
  startServer,
  type ServerFeature,
  type Visit,
} from './index.ts';

let desk: TestServer;
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function start(...features: readonly ServerFeature[]) {
  desk = await createTestServer({
    store: new MemoryStore(),
    background: true,
    serverFeatures: [...standardServerFeatures, ...features],
  });
  ends.push(() => desk.close());
}

/** Answers what it was asked. */
const echo = (handle: (visit: Visit) => Promise<unknown>) =>
  defineServerFeature({
    name: 'echo',
    routes: [
      {
        method: 'POST',
        path: '/echo/:name/:part',
        maxBytes: 100,
        handle: async (_server, visit) => Response.json(await handle(visit)),
      },
    ],
  });

describe('a route of a feature', () => {
  test('gets the parts of its path, the query and the body as it was sent', async () => {
    await start(
      echo(async (visit) => ({
        ...visit.params,
        q: visit.query.get('q'),
        text: await visit.text(),
        json: await visit.json(),
      })),
    );
    const response = await desk.post('/echo/a%20b/%E4%BF%9D?q=1', ' {"a": 1}\n');
    expect(await response.json()).toEqual({ name: 'a b', part: '保', q: '1', text: ' {"a": 1}\n', json: { a: 1 } });
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('reads no body that is too large, not UTF-8 or not JSON, and says so as the desk does', async () => {
    await start(echo((visit) => visit.json()));
    const refused = async (body: BodyInit, zh = false) => {
      const response = await desk.post('/echo/a/b', body, { headers: zh ? { 'x-desk-locale': 'zh-CN' } : {} });
      const { code } = (await response.json()) as { code: string };
      return [response.status, code];
    };
    expect(await refused(`"${'x'.repeat(99)}"`)).toEqual([413, 'LIMIT_EXCEEDED']);
    expect(await refused(new Uint8Array([0x22, 0xff, 0x22]))).toEqual([400, 'VALIDATION_FAILED']);
    expect(await refused('{', true)).toEqual([400, 'VALIDATION_FAILED']);
    expect((await desk.post('/echo/a/b', '"x"')).status).toBe(200);
  });

  test('is refused by another method, and with broken escapes nothing is found', async () => {
    await start(echo(async () => 'ok'));
    const got = await desk.get('/echo/a/b');
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await desk.post('/echo/a/%E4%A', '')).status).toBe(404);
    expect((await desk.post('/echo/a', '')).status).toBe(404);
  });

  test('knows who asks, and tells a denial in their language', async () => {
    await start(
      echo(async (visit) => {
        const { actor } = await visit.viewer();
        if (actor.kind === 'anonymous') throw new DeniedError(deny('UNAUTHENTICATED'));
        return { kind: actor.kind };
      }),
    );
    const { token } = await desk.shopper();
    expect(await (await desk.post('/echo/a/b', '', { token })).json()).toEqual({ kind: 'shopper' });
    const stranger = await desk.post('/echo/a/b', '', { headers: { 'x-desk-locale': 'zh-CN' } });
    expect(stranger.status).toBe(401);
    expect(((await stranger.json()) as { message: string }).message).toMatch(/[\u4e00-\u9fff]/);
    expect((await desk.post('/echo/a/b', '', { token: 'made up' })).status).toBe(401);
  });

  test('that fails is told without its reason, which is in the log', async () => {
    await start(echo(() => Promise.reject(new Error('the reason'))));
    const response = await desk.post('/echo/a/b', '');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('the reason');
    expect(JSON.stringify(desk.log)).toContain('the reason');
  });

  test('that reads a body by itself is not hurried on Node, and every other one is', async () => {
    const slow = (streams: boolean) =>
      defineServerFeature({
        name: streams ? 'streaming' : 'plain',
        routes: [
          {
            method: 'POST',
            path: streams ? '/slow' : '/quick',
            ...(streams ? { streams: true as const } : {}),
            handle: async (_server, { request }) => Response.json({ size: (await request.arrayBuffer()).byteLength }),
          },
        ],
      });
    await start(slow(true), slow(false));
    const started = await startServer(desk.server, { bodyMs: 50 });
    ends.push(() => started.stop());
    const dribble = (path: string) =>
      fetch(`${started.url}${path}`, {
        method: 'POST',
        duplex: 'half',
        body: new ReadableStream({
          async start(controller) {
            controller.enqueue(new TextEncoder().encode('a'));
            await new Promise((resolve) => setTimeout(resolve, 300));
            controller.enqueue(new TextEncoder().encode('b'));
            controller.close();
          },
        }),
      } as RequestInit).then(
        ({ status }) => status,
        () => 408,
      );
    expect(await dribble('/slow')).toBe(200);
    expect(await dribble('/quick')).toBe(408);
  });

  test('is counted by the name of its feature', async () => {
    await start(echo(async () => 'ok'));
    await desk.post('/echo/a/b', '');
    expect(await desk.server.internals.metrics.text()).toMatch(/_count\{route="echo",status="200"\} 1/);
  });
});

test('a feature is started before the first request and stopped before the store is closed, also its repeated work', async () => {
  const told: string[] = [];
  await start(
    defineServerFeature({
      name: 'worker',
      start: ({ desk: inner }) => {
        const unfollow = inner.onCommitted(({ rows }) => told.push(...rows.map(({ entity }) => entity.name)));
        return async () => {
          unfollow();
          told.push('stopped');
        };
      },
      background: [{ name: 'rounds', everyMs: 5, work: async () => (told.push('round'), false) }],
    }),
  );
  expect(told).toContain('Store');
  await vi.waitFor(() => expect(told).toContain('round'));
  await desk.close();
  const after = told.length;
  expect(told).toContain('stopped');
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(told.length).toBe(after);
});

test('a round that fails is reported under its name and is done again', async () => {
  let rounds = 0;
  await start(
    defineServerFeature({
      name: 'worker',
      background: [
        {
          name: 'stumbling',
          everyMs: 5,
          work: async () => {
            rounds += 1;
            if (rounds === 1) throw new Error('once');
            return false;
          },
        },
      ],
    }),
  );
  await vi.waitFor(() => expect(rounds).toBeGreaterThan(1));
  expect(desk.log).toContainEqual(expect.objectContaining({ where: 'stumbling' }));
});

test('a port of a feature is there for actions and effects', async () => {
  const courier = { book: () => 'booked' };
  await start(defineServerFeature({ name: 'courier', ports: { courier } as Partial<Ports> }));
  expect(desk.server.internals.runtime.ports).toMatchObject({ courier });
});

describe('features of the server that cannot run together', () => {
  const route = (path: string) => ({ method: 'GET' as const, path, handle: async () => new Response() });
  const refusal = (serverFeatures: readonly ServerFeature[], features = standardFeatures.slice()) =>
    createTestServer({ store: new MemoryStore(), serverFeatures, features }).then(
      async (started) => (await started.close(), 'started'),
      (error: unknown) => (error instanceof ConfigError ? error.message : String(error)),
    );

  test('are named: one path twice, a path of the desk, one that would take all', async () => {
    const two = [
      defineServerFeature({ name: 'one', routes: [route('/things/:a')] }),
      defineServerFeature({ name: 'two', routes: [route('/things/:b'), route('/admin/x'), route('/:x'), route('x')] }),
    ];
    const message = await refusal(two);
    expect(message).toContain('the route GET /things/: is declared by one and by two');
    expect(message).toContain('/admin/x of two begins with /admin');
    expect(message).toContain('/:x of two begins with a part that varies');
    expect(message).toContain('x of two does not begin with a slash');
  });

  test('are named when the desk lacks what they require; by default they are left out', async () => {
    const features = standardFeatures.filter(({ name }) => name === 'access' || name === 'effects') as never;
    const needy = defineServerFeature({ name: 'needy', requires: [conversations] });
    expect(await refusal([needy], features)).toContain('needy requires conversations, which is not in `features`');
    const small = await createDeskServer({ store: new MemoryStore(), features, assets: false, background: false });
    ends.push(() => small.close());
    const post = (path: string) => small.fetch(new Request(`http://desk.test${path}`, { method: 'POST', body: '{}' }));
    expect((await post('/shops/store-1/events')).status).toBe(404);
    expect((await post('/attachments')).status).toBe(401);
  });
});
