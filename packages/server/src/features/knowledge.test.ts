import { Article, type BaseRow, type DeskStore, type Entity, type RowOf, type Write } from '@shopdesk/core';
import { createTestDatabase, DATABASE_KINDS, type TestDatabase } from 'shopdesk-test/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDeskServer, type DeskServer } from '../server.ts';
import { createTestServer, PLAIN_PASSWORDS, type TestServer } from '../testing/test-server.ts';

const SYSTEM = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
const SEARCH =
  'query ($text: String!) { r: searchHelp(text: $text, first: 20) { hits { articleId title { zh } excerpt stale } } }';
/** More than one page of the catching up. */
const COPIES = 1100;

describe.each(DATABASE_KINDS)('articles on %s', (kind) => {
  let database: TestDatabase;
  let desk: TestServer;
  /** Another process on the same database; the embedded one has only one. */
  let other: DeskServer | undefined;
  let token: string;

  beforeAll(async () => {
    database = await createTestDatabase(kind, { tables: true });
    desk = await createTestServer({ database: database.options });
    if (kind === 'postgres')
      other = await createDeskServer({
        database: database.options,
        clock: desk.clock.now,
        passwords: PLAIN_PASSWORDS,
        background: false,
      });
    ({ token } = await desk.shopper());
  });
  afterAll(async () => {
    await other?.close();
    await desk.close();
    await database.remove();
  });

  const perform = <R>(name: string, input: object) => desk.server.desk.perform(SYSTEM, name, input) as Promise<R>;
  const help = async (text: string) =>
    (await desk.gql<{ r: { hits: { articleId: string; title: { zh: string } }[] } }>(SEARCH, { text }, { token })).data
      .r.hits;
  const elsewhere = async (text: string) => {
    const answer = (await other?.desk.show(SYSTEM, 'searchArticles', { text })) as
      | { hits: { articleId: string }[] }
      | undefined;
    return answer?.hits.map(({ articleId }) => articleId);
  };

  async function publish(zh: string, body: string): Promise<RowOf<typeof Article>> {
    const { id } = await perform<BaseRow>('createArticle', {
      title: { zh, en: '' },
      body: { zh: body, en: '' },
      audience: 'PUBLIC',
    });
    await perform('submitArticle', { id });
    return perform('publishArticle', { id });
  }

  const entity = (name: string) => desk.server.desk.entities.find((candidate) => candidate.name === name) as Entity;

  /** Many published articles in one commit, as a seed would write them. */
  async function copy(store: DeskStore, template: BaseRow, count: number): Promise<void> {
    const [revision] = (await store.find({
      entity: entity('ContentRevision'),
      tenantId: 'tenant-1',
      where: [{ subject: 'KNOWLEDGE' }],
      limit: 1000,
    })) as (BaseRow & { number: number })[];
    if (!revision) throw new Error('No article was published.');
    const number = revision.number + 1;
    const copies = Array.from({ length: count }, (_, n) => ({
      ...template,
      id: `copy-${String(n).padStart(5, '0')}`,
      version: 1,
      revision: number,
      title: { zh: `型号${n}说明书`, en: '' },
    }));
    const writes: Write[] = copies.map((row) => ({ kind: 'insert', entity: Article, row }));
    const { tenantId, id, version: expectedVersion } = revision;
    await store.commit([
      ...writes,
      { kind: 'update', entity: entity('ContentRevision'), tenantId, id, expectedVersion, changes: { number } },
    ]);
  }

  test('are found as soon as they are published, and in another process as soon as that is told', async () => {
    expect(await help('退货运费')).toEqual([]);
    expect(await elsewhere('退货运费')).toEqual(other ? [] : undefined);
    const { id } = await publish('退货运费由谁承担', '质量问题由店铺承担。');
    expect(await help('退貨運費')).toMatchObject([{ articleId: id, title: { zh: '退货运费由谁承担' } }]);
    await expect.poll(() => elsewhere('退货运费'), { interval: 10, timeout: 1000 }).toEqual(other ? [id] : undefined);
  });

  test('are all found when there are more than one page of them, and again when one is gone', async () => {
    const template = await publish('说明书', '如何安装。');
    await copy(desk.server.store, template, COPIES);
    for (const n of [0, 499, 500, COPIES - 1])
      expect((await help(`型号${n}说明书`))[0]?.articleId).toBe(`copy-${String(n).padStart(5, '0')}`);
    await perform('archiveArticle', { id: 'copy-00500' });
    const found = await help('型号500说明书');
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ articleId }) => articleId)).not.toContain('copy-00500');
  });
});
