/**
 * @module A desk on a database for the figures of the knowledge base, here and in a process of its own.
 */
import type { BaseRow, Entity, ShopperActor, StaffActor, SystemActor, Write } from '@shopdesk/core';
import { createDeskServer, type DeskServer } from '@shopdesk/server';
import { pino } from 'pino';
import type { BenchDatabase } from './databases.ts';
import { corpus } from './search-corpus.ts';

const TENANT = 'tenant-1';
export const SYSTEM: SystemActor = { kind: 'system', tenantId: TENANT, name: 'bench' };
const AT_ONCE = 500;

export type Found = { readonly hits: readonly { readonly articleId: string }[] };

/** Opens a desk without background work: nothing but the measured runs. */
export const openDesk = (options: BenchDatabase['options']): Promise<DeskServer> =>
  createDeskServer({ database: options, background: false, logger: pino({ level: 'silent' }) });

export const shopper = (storeId: string): ShopperActor => ({
  kind: 'shopper',
  tenantId: TENANT,
  storeId,
  customerId: 'c',
  sessionId: 's',
  verified: false,
});
export const agent: StaffActor = {
  kind: 'staff',
  tenantId: TENANT,
  userId: 'u',
  name: 'Bench',
  agentNo: 'B1',
  roles: ['PA'],
  permissions: new Set(['article.read']),
};

/** Publishes an article as people do. */
export async function publish({ desk }: DeskServer, title: string, body: string): Promise<BaseRow> {
  const { id } = (await desk.perform(SYSTEM, 'createArticle', {
    title: { zh: title, en: '' },
    body: { zh: body, en: '' },
    audience: 'PUBLIC',
  })) as BaseRow;
  await desk.perform(SYSTEM, 'submitArticle', { id });
  return (await desk.perform(SYSTEM, 'publishArticle', { id })) as BaseRow;
}

/** Fills an empty desk with a store and the corpus, as an import in large commits; answers the store's id. */
export async function fill(server: DeskServer): Promise<string> {
  const { desk } = server;
  await desk.perform(SYSTEM, 'createTenant', { name: 'Bench', slug: 'bench' });
  const store = (await desk.perform(SYSTEM, 'createStore', { name: 'Bench', key: 'bench' })) as BaseRow;
  const template = await publish(server, '范本', '范本');
  const entity = (name: string) => desk.entities.find((candidate) => candidate.name === name) as Entity;
  const [revision] = (await server.store.find({
    entity: entity('ContentRevision'),
    tenantId: TENANT,
    where: [{ subject: 'KNOWLEDGE' }],
    limit: 1000,
  })) as (BaseRow & { number: number })[];
  if (!revision) throw new Error('No article was published.');
  const number = revision.number + 1;
  const rows = corpus.map(({ id, language, title, body }) => {
    const both = (text: string) => (language === 'en' ? { zh: '', en: text } : { zh: text, en: '' });
    return { ...template, id, version: 1, revision: number, title: both(title), body: both(body) };
  });
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const writes: Write[] = rows
      .slice(from, from + AT_ONCE)
      .map((row) => ({ kind: 'insert', entity: entity('Article'), row }));
    await server.store.commit(writes);
  }
  const { tenantId, id, version: expectedVersion } = revision;
  await server.store.commit([
    { kind: 'update', entity: entity('ContentRevision'), tenantId, id, expectedVersion, changes: { number } },
  ]);
  return store.id;
}
