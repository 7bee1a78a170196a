import { createDeskServer, defineServerFeature, standardServerFeatures, type DeskServer } from '@shopdesk/server';
import { defineShopAdapter, textSetting, type RowOf, type Shop, type Store, type SystemActor } from '@shopdesk/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const SYSTEM: SystemActor = { kind: 'system', tenantId: 'tenant-1', name: 'test' };
const KEPT_SECRET = 's'.repeat(40);
const none = () => Promise.reject(new Error('not asked for in this test'));

/** A shop that answers with the name that it was connected by. */
const named = defineShopAdapter({
  code: 'NAMED',
  words: { en: 'Named', zh: '命名' },
  settings: { name: textSetting({ en: 'Name', zh: '名称' }) },
  connect: ({ name }): Shop => ({
    capabilities: { changes: [] },
    searchProducts: async () => ({ items: [{ id: 'p', title: name, variants: [] }] }),
    customer: none,
    customerByEmail: none,
    customersByName: none,
    order: none,
    ordersOf: none,
    product: none,
    variant: none,
  }),
});

let database: TestDatabase;
let [here, there]: DeskServer[] = [];
const start = () =>
  createDeskServer({
    database: database.options,
    secret: KEPT_SECRET,
    background: false,
    assets: false,
    serverFeatures: [...standardServerFeatures, defineServerFeature({ name: 'named', shopAdapters: [named] })],
  }) as Promise<DeskServer>;
beforeAll(async () => {
  database = await createTestDatabase('postgres', { tables: true });
  here = await start();
  there = await start();
});
afterAll(async () => {
  await Promise.all([here?.close(), there?.close()]);
  await database.remove();
});

test('a shop that is connected in one server process is there in the other without a restart, changed and taken away too', async () => {
  const deskHere = (here as DeskServer).desk;
  await deskHere.perform(SYSTEM, 'createTenant', { name: 'Test', slug: 'test' });
  const { id: storeId } = (await deskHere.perform(SYSTEM, 'createStore', { name: 'S1', key: 'store-1' })) as RowOf<
    typeof Store
  >;
  const titleIn = async (server: DeskServer | undefined) => {
    const shop = server?.internals.runtime.ports.shop(storeId);
    return shop && (await shop.searchProducts({ text: '' })).items[0]?.title;
  };
  const connect = (name: string) =>
    deskHere.perform(SYSTEM, 'connectShop', { storeId, adapter: 'NAMED', settings: [{ name: 'name', value: name }] });
  expect(await titleIn(there)).toBeUndefined();
  await connect('first');
  expect(await titleIn(here)).toBe('first');
  // Far below the half minute after which it would be looked for anyway.
  await expect.poll(() => titleIn(there), { timeout: 10_000 }).toBe('first');
  await connect('second');
  await expect.poll(() => titleIn(there), { timeout: 10_000 }).toBe('second');
  const later = await start();
  expect(await titleIn(later)).toBe('second');
  await later.close();
});
