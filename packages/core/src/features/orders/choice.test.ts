import { expect, test } from 'vitest';
import { createTestDesk, MemoryStore } from '../../testing/index.ts';
import type { Desk } from '../../kernel/desk.ts';
import { Consent, ConsentEvent } from '../outreach/index.ts';
import { moveChoices } from './choice.ts';
import { OrderNewsChoice } from './entities.ts';

test('choices about order messages that an older desk kept become the customers’ words, once, and hold', async () => {
  const store = new MemoryStore();
  const { desk, system, shopper } = await createTestDesk({ store });
  const [lily, bob] = [await shopper('lily'), await shopper('bob')];
  const choice = (customerId: string, wanted: boolean) => ({
    id: `choice-${customerId}`,
    tenantId: lily.tenantId,
    version: 1,
    createdAt: '2025-01-01T00:00:00.000Z',
    updatedAt: '2025-01-02T00:00:00.000Z',
    storeId: lily.storeId,
    customerId,
    wanted,
  });
  await store.commit(
    [choice(lily.customerId, false), choice(bob.customerId, true)].map((row) => ({
      kind: 'insert' as const,
      entity: OrderNewsChoice,
      row,
    })),
  );
  await moveChoices(desk as unknown as Desk);
  await moveChoices(desk as unknown as Desk);
  await desk.runTimers();
  const said = await desk.read(system).all(Consent, { where: { purpose: 'ORDER_NEWS' } });
  expect(said.map(({ customerId, given, at }) => [customerId, given, at]).toSorted()).toEqual(
    [
      [lily.customerId, false, '2025-01-02T00:00:00.000Z'],
      [bob.customerId, true, '2025-01-02T00:00:00.000Z'],
    ].toSorted(),
  );
  expect(await desk.read(system).all(ConsentEvent)).toHaveLength(2);
  const { purposes } = await desk.as(lily).outreach.consentChoices({});
  expect(purposes.find(({ purpose }) => purpose === 'ORDER_NEWS')).toMatchObject({ given: false, basis: 'OPT_OUT' });
});
