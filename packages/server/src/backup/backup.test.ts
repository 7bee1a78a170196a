import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type DatabaseKind } from 'shopdesk-test/database';
import { afterEach, describe, expect, test } from 'vitest';
import { sealAudit } from '../audit/seal.ts';
import { verifyAudit } from '../audit/verify.ts';
import type { Database } from '../database/database.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { openRuntime, type Runtime } from '../runtime.ts';
import { takeBackup } from './backup.ts';
import { restoreBackup } from './restore.ts';

const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const act of cleanUp.splice(0).toReversed()) await act();
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shopdesk-backup-'));
  cleanUp.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function database(kind: DatabaseKind) {
  const made = await createTestDatabase(kind, { tables: true });
  cleanUp.push(() => made.remove());
  return made.options;
}

/** A desk with conversations, a file, sealed and unsealed audit entries, a timer. */
async function filledDesk(kind: DatabaseKind): Promise<TestServer> {
  const desk = await createTestServer({ database: await database(kind), filesFolder: await newFolder() });
  cleanUp.push(() => desk.close());
  const agent = await desk.staff('PA1', ['PA']);
  for (const text of ['退货 🙂 "x" \\', '<b>\u202e</b>']) {
    const { token } = await desk.shopper(`customer ${text}`);
    const { data } = await desk.gql<{ r: { id: string } }>(
      'mutation { r: openConversation(input: {}) { conversation { id } } }',
      {},
      { token },
    );
    const { id } = data.r;
    await desk.post(`/attachments?conversationId=${id}&name=a.png`, PNG, { token });
    const send = 'mutation ($i: SendMessageInput!) { sendMessage(input: $i) { denied { __typename code } } }';
    await desk.gql(send, { i: { conversationId: id, clientMsgId: `client-${id}`, text } }, { token });
    await desk.gql(
      'mutation ($i: TakeConversationInput!) { takeConversation(input: $i) { denied { __typename code } } }',
      { i: { id } },
      { token: agent.token },
    );
    await sealAudit(desk.server.database as Database);
    await desk.gql(send, { i: { conversationId: id, clientMsgId: `agent-${id}`, text } }, { token: agent.token });
  }
  return desk;
}

async function everything({ store, desk, blobs }: Pick<Runtime, 'store' | 'desk' | 'blobs'>) {
  const rows = await Promise.all(
    desk.entities.map(async (entity) => [entity.name, await store.find({ entity, where: [], limit: 10_000 })] as const),
  );
  const files = await Array.fromAsync(blobs.list());
  const contents = await Promise.all(
    files.map(async ({ key }) => [key, await new Response(await blobs.open(key)).text()]),
  );
  return {
    rows: Object.fromEntries(rows),
    files: files.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    contents: Object.fromEntries(contents) as object,
  };
}

const take = ({ runtime }: TestServer['server']['internals'], folder: string) =>
  takeBackup({
    database: runtime.database as Database,
    entities: runtime.desk.entities,
    blobs: runtime.blobs,
    folder,
    now: new Date(),
  });

async function emptyRuntime(kind: DatabaseKind): Promise<Runtime> {
  const runtime = await openRuntime({ database: await database(kind), filesFolder: await newFolder() });
  cleanUp.push(() => runtime.close());
  return runtime;
}

const restore = (runtime: Runtime, folder: string) =>
  restoreBackup({
    database: runtime.database as Database,
    entities: runtime.desk.entities,
    blobs: runtime.blobs,
    folder,
  });

describe.each<[DatabaseKind, DatabaseKind]>([
  ['pglite', 'postgres'],
  ['postgres', 'pglite'],
])('a backup taken on %s and restored on %s', (from, to) => {
  test('is the same in every row and file, its audit chain is whole and goes on', async () => {
    const desk = await filledDesk(from);
    const folder = join(await newFolder(), 'copy');
    const manifest = await take(desk.server.internals, folder);
    expect(manifest).toMatchObject({ files: 2, auditHeads: 1, tables: { Conversation: 2, Attachment: 2 } });
    const target = await emptyRuntime(to);
    await restore(target, folder);
    expect(await everything(target)).toEqual(await everything(desk.server.internals.runtime));
    const before = (await verifyAudit(target.database as Database))[0];
    expect(before).toMatchObject({ tenantId: 'tenant-1', broken: undefined });
    await sealAudit(target.database as Database);
    expect(await verifyAudit(target.database as Database)).toMatchObject([
      { sealed: (before?.sealed ?? 0) + (before?.unsealed ?? 0), unsealed: 0, broken: undefined },
    ]);
  });
});

describe('a restore', () => {
  async function copied() {
    const desk = await filledDesk('pglite');
    const folder = join(await newFolder(), 'copy');
    await take(desk.server.internals, folder);
    return { desk, folder };
  }

  test('leaves nothing behind when the backup is damaged', async () => {
    const { folder } = await copied();
    const file = join(folder, 'tables', 'Message.jsonl');
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    await writeFile(file, `${lines.slice(1).join('\n')}\n`);
    const target = await emptyRuntime('postgres');
    await expect(restore(target, folder)).rejects.toThrow(/rows of Message were backed up/);
    const { rows } = await everything(target);
    expect(Object.values(rows).flat()).toEqual([]);
  });

  test('takes no file whose content has changed', async () => {
    const { folder } = await copied();
    const [key = ''] = await readdir(join(folder, 'files'));
    await writeFile(join(folder, 'files', key), 'something else');
    await expect(restore(await emptyRuntime('postgres'), folder)).rejects.toThrow('is damaged');
  });

  test('does not mix with what is there', async () => {
    const { desk, folder } = await copied();
    await expect(restore(desk.server.internals.runtime, folder)).rejects.toThrow('the database is not empty');
  });
});
