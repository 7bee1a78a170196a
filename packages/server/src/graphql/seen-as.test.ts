import { defineEntity, defineFeature, ref, seenAs, standardFeatures } from '@shopdesk/core';
import { anyWords, MemoryStore } from '@shopdesk/core/testing';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

/** A place in a queue that its customer sees as a band, staff to the number. */
const Place = defineEntity({
  name: 'RepairPlace',
  title: { en: 'Place in the queue', zh: '排队位置' },
  schema: z.object({
    storeId: ref('Store'),
    customerId: ref('Customer'),
    place: seenAs(z.int(), (row, actor) =>
      actor.kind === 'shopper' ? Math.ceil(Number(row['place']) / 10) * 10 : row['place'],
    ),
  }),
  visible: (actor) => (actor.kind === 'shopper' ? { customerId: actor.customerId } : 'all'),
  list: { filters: ['place'], orders: [[['createdAt', 'asc']]] },
});
const repairs = defineFeature({ name: 'repairs', words: anyWords, entities: [Place] });

let desk: TestServer;
afterEach(() => desk.close());

test('a feature says what a viewer gets for a field instead of what is stored', async () => {
  const store = new MemoryStore();
  desk = await createTestServer({ store, features: [...standardFeatures, repairs] });
  const shopper = await desk.shopper();
  const staff = await desk.staff('SV1', ['SV']);
  const at = '2025-03-10T01:00:00.000Z';
  const row = { id: 'p1', tenantId: 'tenant-1', version: 1, createdAt: at, updatedAt: at };
  const place = { ...row, storeId: desk.store.id, customerId: shopper.customerId, place: 13 };
  await store.commit([{ kind: 'insert', entity: Place, row: place }]);
  const asked = async (token: string) =>
    (
      await desk.gql<{ repairPlaces: { nodes: { place: number }[] } }>(
        '{ repairPlaces(first: 5) { nodes { place } } }',
        {},
        { token },
      )
    ).data.repairPlaces.nodes;
  expect(await asked(shopper.token)).toEqual([{ place: 20 }]);
  expect(await asked(staff.token)).toEqual([{ place: 13 }]);
});
