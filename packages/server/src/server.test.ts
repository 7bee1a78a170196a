import { StoreUnavailableError, type Actor, type DeskStore, type Query } from '@shopdesk/core';
import { MemoryStore } from '@shopdesk/core/testing';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { purgeOrphans } from './blobs/purge.ts';
import { LINK_MS } from './blobs/signed-link.ts';
import type { DeskServerOptions } from './options.ts';
import { createDeskServer } from './server.ts';
import { createTestServer, TEST_PASSWORD, type TestServer } from './testing/test-server.ts';

const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);
const PDF = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF');

class SwitchedStore extends MemoryStore {
  away = false;
  override find(query: Query): ReturnType<DeskStore['find']> {
    return this.away ? Promise.reject(new StoreUnavailableError()) : super.find(query);
  }
}

let desk: TestServer;
afterEach(() => desk.close());
const start = async (options: DeskServerOptions = {}) =>
  (desk = await createTestServer({ store: new MemoryStore(), ...options }));

describe('the server', () => {
  test('lives, and is ready while its database answers and nobody has asked it to stop', async () => {
    const store = new SwitchedStore();
    await start({ store });
    const ready = async () => {
      const response = await desk.get('/readyz');
      return [response.status, await response.json()];
    };
    expect(await ready()).toEqual([200, { status: 'ready' }]);
    store.away = true;
    expect(await ready()).toEqual([503, { status: 'not ready', problems: ['the database does not answer'] }]);
    expect((await desk.get('/healthz')).status).toBe(200);
    store.away = false;
    await desk.server.drain();
    expect(await ready()).toEqual([503, { status: 'not ready', problems: ['the server is stopping'] }]);
  });

  test('tells what is missing before it starts', async () => {
    await start();
    await expect(createDeskServer({})).rejects.toThrow('there is no database');
    await expect(createDeskServer({ store: new MemoryStore(), secret: 'short' })).rejects.toThrow(
      'fewer than 32 characters',
    );
  });

  test('names no stranger’s request and keeps its own id', async () => {
    await start();
    const { headers } = await desk.gql('{ __typename }', {}, { headers: { 'x-request-id': 'trace-0001' } });
    expect(headers.get('x-request-id')).toBe('trace-0001');
    expect(desk.log).toContainEqual(
      expect.objectContaining({ requestId: 'trace-0001', route: 'graphql', status: 200, msg: 'request' }),
    );
  });

  test('lets nothing of an answer be sniffed, framed, kept or referred to', async () => {
    await start({ publicUrl: 'https://desk.example' });
    for (const response of [await desk.get('/nowhere'), await desk.gql('{ __typename }'), await desk.get('/healthz')])
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'strict-transport-security': 'max-age=31536000',
      });
    expect((await desk.get('/nowhere')).status).toBe(404);
  });

  test('shows its figures to whoever has the token, by names of ours only', async () => {
    await start({ metricsToken: 'figures please' });
    await desk.gql('query Secret123 { __typename }');
    await desk.shopper();
    expect((await desk.get('/metrics')).status).toBe(404);
    expect((await desk.get('/metrics', { authorization: 'Bearer figures pleasE' })).status).toBe(404);
    const text = await (await desk.get('/metrics', { authorization: 'Bearer figures please' })).text();
    expect(text).toMatch(/shopdesk_http_request_seconds_count\{route="graphql",status="200"\} \d/);
    expect(text).toMatch(/shopdesk_action_seconds_count\{action="startShopperSession",outcome="ok"\} 1/);
    expect(text).toContain('shopdesk_streams 0');
    expect(text).not.toContain('Secret123');
  });
});

describe('a session', () => {
  const me = (token: string) =>
    desk.gql<{ currentUser: { name: string; permissions: string[] } }>(
      '{ currentUser { name permissions } }',
      {},
      { token },
    );

  test('ends with sign-out, at once', async () => {
    await start();
    const { token } = await desk.staff('PA1', ['PA']);
    expect((await me(token)).data).toMatchObject({ currentUser: { name: 'PA1' } });
    expect((await desk.gql('mutation { signOut { signedOut { ok } } }', {}, { token })).data).toEqual({
      signOut: { ok: true },
    });
    const { status, headers, errors } = await me(token);
    expect([status, headers.get('www-authenticate'), errors]).toMatchObject([
      401,
      'Bearer',
      [{ extensions: { code: 'UNAUTHENTICATED' } }],
    ]);
  });

  test('has changed rights at once, and ends when its person is deactivated', async () => {
    await start();
    const [admin, agent] = [await desk.staff('AD1', ['AD']), await desk.staff('PA1', ['PA'])];
    expect((await me(agent.token)).data.currentUser.permissions).not.toContain('conversation.assign');
    const update = (i: object) =>
      desk.gql(
        'mutation ($i: UpdateStaffInput!) { updateStaff(input: $i) { denied { __typename code } } }',
        { i: { id: agent.id, ...i } },
        { token: admin.token },
      );
    await update({ roles: ['TL'] });
    expect((await me(agent.token)).data.currentUser.permissions).toContain('conversation.assign');
    const grant =
      'mutation { setPermissionRoles(input: { permission: "data.reveal", roles: [MG] }) { denied { __typename code } } }';
    await desk.gql(grant, {}, { token: admin.token });
    expect((await me(agent.token)).data.currentUser.permissions).not.toContain('data.reveal');
    await update({ active: false });
    expect((await me(agent.token)).status).toBe(401);
  });

  test.each([
    ['Bearer', 'no token'],
    ['Basic dXNlcjpwdw==', 'another scheme'],
    ['Bearer a b', 'two words'],
    [`Bearer ${'x'.repeat(5000)}`, 'too long a token'],
  ])('with the header %s (%s) is refused and not taken for nobody’s', async (authorization) => {
    await start();
    expect((await desk.gql('{ __typename }', {}, { headers: { authorization } })).status).toBe(401);
  });

  test('is the host’s own where he has one', async () => {
    const actor: Actor = {
      kind: 'staff',
      tenantId: 'tenant-1',
      userId: 'host-user',
      name: 'Host',
      agentNo: 'H1',
      roles: ['AD'],
      permissions: new Set(['store.read']),
    };
    await start({ authenticate: (request) => (request.headers.get('x-host-session') === 'good' ? actor : undefined) });
    expect((await desk.gql('{ currentUser { name } }', {}, { headers: { 'x-host-session': 'good' } })).data).toEqual({
      currentUser: { name: 'Host' },
    });
    expect(
      (await desk.gql('{ currentUser { name } }', {}, { headers: { 'x-host-session': 'bad' } })).errors,
    ).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    const { token } = await desk.staff('PA1', ['PA']);
    expect((await me(token)).data).toMatchObject({ currentUser: { name: 'PA1' } });
  });

  test('signs in with argon2id by default', async () => {
    const store = new MemoryStore();
    await start({ store });
    const real = await createDeskServer({ store, background: false });
    await real.desk.perform({ kind: 'system', tenantId: 'tenant-1', name: 'test' }, 'addStaff', {
      name: 'A',
      agentNo: 'A2',
      email: 'a2@example.com',
      roles: ['AD'],
      password: TEST_PASSWORD,
    });
    const users = (await store.find({
      entity: real.desk.entities.find(({ name }) => name === 'User') as never,
      where: [],
      limit: 1000,
    })) as unknown as { passwordHash: string }[];
    expect(users[0]?.passwordHash).toMatch(/^\$argon2id\$/);
    await real.close();
  });
});

describe('a photo of a case', () => {
  test('goes up for a store and down by a link for those who may read its cases', async () => {
    await start();
    const [warehouse, analyst] = [await desk.staff('WH1', ['WH']), await desk.staff('TR1', ['TR'])];
    const { data } = await desk.gql<{ stores: { nodes: { id: string }[] } }>(
      '{ stores { nodes { id } } }',
      {},
      { token: warehouse.token },
    );
    const storeId = data.stores.nodes[0]?.id ?? '';
    const upload = (token: string, bytes = PNG) =>
      desk.post(`/attachments?storeId=${storeId}&name=a.png`, bytes, { token });
    expect((await upload(analyst.token)).status).toBe(403);
    expect((await upload((await desk.shopper()).token)).status).toBe(403);
    expect((await upload(warehouse.token, new TextEncoder().encode('%PDF-1.7 no picture'))).status).toBe(400);
    const response = await upload(warehouse.token);
    const { id } = (await response.json()) as { id: string };
    expect(response.status).toBe(201);
    expect((await desk.post(`/attachments/${id}/link`, '', { token: (await desk.shopper()).token })).status).toBe(404);
    const { url } = (await (await desk.post(`/attachments/${id}/link`, '', { token: warehouse.token })).json()) as {
      url: string;
    };
    expect((await desk.get(url)).headers.get('content-type')).toBe('image/png');
  });
});

describe('an attachment', () => {
  async function uploaded(bytes: Uint8Array<ArrayBuffer>, name: string) {
    await start();
    const { token } = await desk.shopper();
    const { data } = await desk.gql<{ r: { id: string } }>(
      'mutation { r: openConversation(input: {}) { conversation { id } } }',
      {},
      { token },
    );
    const response = await desk.post(
      `/attachments?conversationId=${data.r.id}&name=${encodeURIComponent(name)}`,
      bytes,
      { token },
    );
    const { id } = (await response.json()) as { id: string };
    const link = async (as = token) => desk.post(`/attachments/${id}/link`, '', { token: as });
    const url = ((await (await link()).json()) as { url: string }).url;
    return { token, id, link, url, conversationId: data.r.id };
  }

  test('goes up, into a message, and down by a link that needs no token', async () => {
    const { token, id, url, conversationId } = await uploaded(PNG, '退货 "1".png');
    const send =
      'mutation ($i: SendMessageInput!) { r: sendMessage(input: $i) { message { kind attachment { name contentType size } } } }';
    const { data } = await desk.gql(
      send,
      { i: { conversationId, clientMsgId: 'client-0001', attachmentId: id } },
      { token },
    );
    expect(data).toEqual({
      r: { kind: 'IMAGE', attachment: { name: '退货 "1".png', contentType: 'image/png', size: PNG.length } },
    });
    const file = await desk.get(url);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(PNG.length),
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent('退货 "1".png')}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(PNG);
  });

  test('that is no picture is only saved, never shown', async () => {
    const { url } = await uploaded(PDF, 'invoice.pdf');
    expect((await desk.get(url)).headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''invoice.pdf");
  });

  test('comes in parts for players that ask so', async () => {
    const { url } = await uploaded(PNG, 'a.png');
    const part = await desk.get(url, { range: 'bytes=1-3' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 1-3/${PNG.length}`,
      'PNG',
    ]);
    expect((await desk.get(url, { range: `bytes=${PNG.length}-` })).status).toBe(416);
    expect((await (await desk.get(url, { range: 'bytes=-2' })).arrayBuffer()).byteLength).toBe(2);
  });

  test('is not there for another shopper, nor by a link that was changed or is old', async () => {
    const { url, link, id } = await uploaded(PNG, 'a.png');
    const stranger = await desk.shopper();
    expect((await link(stranger.token)).status).toBe(404);
    for (const changed of [
      url.replace(/s=.{4}/, 's=AAAA'),
      url.replace(/e=\d/, 'e=9'),
      url.replace('t=tenant-1', 't=tenant-2'),
      url.replace(id, 'other'),
      `/attachments/${id}/content`,
      '/attachments/%E0%A4%A/content',
    ])
      expect((await desk.get(changed)).status).toBe(404);
    desk.clock.advance(LINK_MS - 1);
    expect((await desk.get(url)).status).toBe(200);
    desk.clock.advance(1);
    expect((await desk.get(url)).status).toBe(404);
  });

  test('that was never recorded is purged after a day, and no other', async () => {
    await uploaded(PNG, 'a.png');
    const { blobs, desk: inner } = desk.server.internals.runtime;
    const orphan = await blobs.put(
      (async function* () {
        yield PNG;
      })(),
      { tenantId: 'tenant-1', maxBytes: 1000, allowed: ['image/png'] },
    );
    expect(await purgeOrphans(blobs, inner, new Date(Date.now() + 23 * 3600_000))).toBe(0);
    expect(await purgeOrphans(blobs, inner, new Date(Date.now() + 25 * 3600_000))).toBe(1);
    expect(await blobs.describe(orphan.key)).toBeUndefined();
    expect(await Array.fromAsync(blobs.list())).toHaveLength(1);
  });
});

describe('the built widget and panel', () => {
  let folder: string;
  async function startWithAssets() {
    folder = await mkdtemp(join(tmpdir(), 'shopdesk-assets-'));
    const [widget, admin] = [join(folder, 'widget'), join(folder, 'admin')];
    await mkdir(join(widget, 'widget'), { recursive: true });
    await mkdir(admin);
    const script = 'console.log("widget")';
    await writeFile(join(widget, 'widget.js'), script);
    await writeFile(join(widget, 'widget.js.br'), brotliCompressSync(script));
    await writeFile(join(widget, 'widget/chat-Bx12ab.js'), 'export {}');
    await writeFile(join(folder, 'secret.js'), 'secret');
    await writeFile(join(admin, 'index.html'), '<!doctype html>');
    await start({ assets: { widget, admin } });
  }
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('are served with the right type, compressed, and not again when they have not changed', async () => {
    await startWithAssets();
    const script = await desk.get('/widget.js', { 'accept-encoding': 'gzip, br' });
    expect(Object.fromEntries(script.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'br',
      'cache-control': 'public, max-age=0, must-revalidate',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(brotliDecompressSync(await script.arrayBuffer()).toString()).toBe('console.log("widget")');
    expect(await (await desk.get('/widget.js')).text()).toBe('console.log("widget")');
    expect((await desk.get('/widget.js', { 'if-none-match': script.headers.get('etag') ?? '' })).status).toBe(304);
    expect((await desk.get('/widget/chat-Bx12ab.js')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    );
    expect((await desk.get('/widget.js', { origin: 'https://any.example' })).status).toBe(200);
  });

  test('give away nothing outside their folder', async () => {
    await startWithAssets();
    for (const path of [
      '/widget/../secret.js',
      '/widget/%2e%2e/secret.js',
      '/widget/..%2fsecret.js',
      '/widget//etc/passwd',
      '/widget/.hidden.js',
      '/widget/',
      '/widget/chunks',
      '/admin/../secret.js',
    ])
      expect([path, (await desk.get(path)).status]).toEqual([path, 404]);
  });

  test('have the panel’s page under every address of its own, with a strict policy', async () => {
    await startWithAssets();
    for (const path of ['/admin/', '/admin/inbox/1']) {
      const page = await desk.get(path);
      expect([
        page.status,
        page.headers.get('content-security-policy'),
        page.headers.get('cross-origin-opener-policy'),
      ]).toEqual([200, expect.stringContaining("script-src 'self'"), 'same-origin']);
      expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    }
    expect((await desk.get('/admin')).headers.get('location')).toBe('./admin/');
    expect((await desk.get('/admin/missing.js')).status).toBe(404);
  });

  test('answer HEAD as GET, without the body', async () => {
    await startWithAssets();
    for (const path of ['/admin/', '/admin', '/admin/missing.js', '/widget.js']) {
      const [get, head] = [
        await desk.get(path),
        await desk.server.fetch(new Request(`http://desk.test${path}`, { method: 'HEAD' })),
      ];
      expect([path, head.status, head.headers.get('content-length'), await head.text()]).toEqual([
        path,
        get.status,
        get.headers.get('content-length'),
        '',
      ]);
    }
  });
});
