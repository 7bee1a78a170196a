import {
  ConfigError,
  createDesk,
  defineAction,
  defineEntity,
  defineFeature,
  defineFile,
  one,
  ref,
  refuse,
  secret,
  standardFeatures,
  type Actor,
} from '@shopdesk/core';
import { anyWords, MemoryStore, testPorts } from '@shopdesk/core/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { DiskBlobStore } from './blobs/disk-blob-store.ts';
import { purgeOrphans } from './blobs/purge.ts';
import { createTestServer, type TestServer } from './testing/test-server.ts';

const mayRead = (actor: Actor) =>
  actor.kind === 'staff' && actor.permissions.has('warranty.read') ? ('all' as const) : ('none' as const);

/** A record of a call about a warranty: no file that the desk itself knows. */
const WarrantyCall = defineEntity({
  name: 'WarrantyCall',
  title: { en: 'Recorded call', zh: '通话录音' },
  schema: z.object({
    storeId: ref('Store'),
    name: z.string(),
    contentType: z.string(),
    size: z.int(),
    blobKey: secret(z.string()),
  }),
  visible: mayRead,
});
const addWarrantyCall = defineAction({
  title: { en: 'Keep a call', zh: '保存录音' },
  allow: { staff: 'warranty.read' },
  input: z.object({ storeId: z.string(), blobKey: z.string(), name: z.string() }),
  output: one(WarrantyCall),
  run: async (ctx, { storeId, blobKey, name }) => {
    const { contentType, size } = (await ctx.ports.blobs.describe(blobKey)) ?? refuse('NOT_FOUND');
    return ctx.insert(WarrantyCall, { storeId, name, blobKey, contentType, size });
  },
});
const warrantyCall = defineFile(WarrantyCall, { add: addWarrantyCall, place: 'storeId', types: ['audio/mpeg'] });
const warranty = defineFeature({
  words: anyWords,
  name: 'warranty',
  entities: [WarrantyCall],
  actions: { addWarrantyCall },
  files: [warrantyCall],
  permissions: { 'warranty.read': { roles: ['WH'], en: 'See warranties', zh: '查看保修单' } },
});

const MP3 = new Uint8Array([0xff, 0xfb, 0x90, 0x00, ...Array.from({ length: 64 }, () => 0)]);

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
});

async function start(features: readonly (typeof warranty)[]): Promise<{ desk: TestServer; blobs: DiskBlobStore }> {
  const folder = await mkdtemp(join(tmpdir(), 'shopdesk-kinds-'));
  const blobs = new DiskBlobStore({ folder });
  const desk = await createTestServer({
    store: new MemoryStore(),
    blobs,
    features: [...standardFeatures, ...features],
  });
  cleanUp.push(
    () => rm(folder, { recursive: true, force: true }),
    () => desk.close(),
  );
  return { desk, blobs };
}

test('a feature that the desk does not know adds a kind of file, which goes up, comes down and is kept', async () => {
  const { desk, blobs } = await start([warranty]);
  const [keeper, reader] = [await desk.staff('WH1', ['WH']), await desk.staff('PA1', ['PA'])];
  const upload = (token: string, bytes = MP3) =>
    desk.post(`/attachments?kind=WarrantyCall&storeId=${desk.store.id}&name=call.mp3`, bytes, { token });
  expect((await upload(reader.token)).status).toBe(403);
  expect((await upload(keeper.token, new TextEncoder().encode('no call at all'))).status).toBe(400);
  const answer = await upload(keeper.token);
  const { id, contentType } = (await answer.json()) as { id: string; contentType: string };
  expect([answer.status, contentType]).toEqual([201, 'audio/mpeg']);
  const link = async (token: string) => desk.post(`/attachments/${id}/link`, '', { token });
  expect((await link(reader.token)).status).toBe(404);
  const { url } = (await (await link(keeper.token)).json()) as { url: string };
  const down = await desk.get(url);
  expect([down.status, down.headers.get('content-type')]).toEqual([200, 'audio/mpeg']);
  const later = new Date(Date.now() + 48 * 3600_000);
  expect(await purgeOrphans(blobs, desk.server.desk, later)).toBe(0);
});

test('a kind of file that no feature of the desk has is not found, and the known kinds go on', async () => {
  const { desk } = await start([]);
  const { token } = await desk.staff('WH1', ['WH']);
  const upload = (query: string) =>
    desk.post(`/attachments?${query}&storeId=${desk.store.id}&name=call.mp3`, MP3, { token });
  const refused = await upload('kind=WarrantyCall');
  expect([refused.status, await refused.json()]).toMatchObject([404, { code: 'NOT_FOUND' }]);
  // A call is no picture: without the feature its type is refused, as it always was.
  expect((await upload('kind=CasePhoto')).status).toBe(400);
});

test('a kind of file that nothing takes in is refused at the start, by its name', () => {
  const start = () =>
    createDesk({
      features: [...standardFeatures, defineFeature({ words: anyWords, name: 'half', files: [warrantyCall] })],
      store: new MemoryStore(),
      clock: () => new Date(0),
      newId: () => '',
      ports: testPorts(),
    });
  expect(start).toThrow(ConfigError);
  expect(start).toThrow(/WarrantyCall comes in by an action that no feature lists/);
});
