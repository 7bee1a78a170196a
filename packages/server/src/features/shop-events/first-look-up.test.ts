import type { Desk, RowOf, Shop, Store, SystemActor } from '@shopdesk/core';
import { pino } from 'pino';
import { createTestDatabase, DATABASE_KINDS } from 'shopdesk-test/database';
import { describe, expect, test } from 'vitest';
import { createDeskServer } from '../../server.ts';
import { PLAIN_PASSWORDS } from '../../testing/test-server.ts';

const SYSTEM: SystemActor = { kind: 'system', tenantId: 'tenant-1', name: 'test' };
const none = () => Promise.reject(new Error('not asked for in this test'));
const shop: Shop = {
  capabilities: { changes: [] },
  searchProducts: async () => ({ items: [] }),
  order: none,
  customer: none,
  customerByEmail: none,
  customersByName: none,
  ordersOf: none,
  product: none,
  variant: none,
};
const staff = {
  kind: 'staff',
  tenantId: 'tenant-1',
  userId: 'u',
  name: 'A',
  agentNo: 'A1',
  roles: ['PA'],
  permissions: new Set(['order.read']),
} as const;

describe.each(DATABASE_KINDS)('the first look-up on %s', (kind) => {
  test('finds the shop, right after a restart and right after the store was made', { timeout: 60_000 }, async () => {
    const database = await createTestDatabase(kind, { tables: true });
    const start = () =>
      createDeskServer({
        database: database.options,
        shops: { 'store-1': shop, 'store-2': shop },
        passwords: PLAIN_PASSWORDS,
        logger: pino({ level: 'error' }),
        development: false,
        background: false,
      });
    const search = (desk: Desk, { id: storeId }: { id: string }) =>
      desk.show(staff as never, 'searchProducts', { storeId, text: '' });
    const create = async (desk: Desk, key: string) =>
      (await desk.perform(SYSTEM, 'createStore', { name: key, key })) as RowOf<typeof Store>;

    const before = await start();
    await before.desk.perform(SYSTEM, 'createTenant', { name: 'Test', slug: 'test' });
    const first = await create(before.desk, 'store-1');
    expect(await search(before.desk, first)).toMatchObject({ items: [] });
    await before.close();

    const after = await start();
    expect(await search(after.desk, first)).toMatchObject({ items: [] });
    expect(await search(after.desk, await create(after.desk, 'store-2'))).toMatchObject({ items: [] });
    await after.close();
    await database.remove();
  });
});
