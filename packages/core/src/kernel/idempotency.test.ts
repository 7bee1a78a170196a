import { describe, expect, test } from 'vitest';
import { createTestDesk, MemoryStore } from '../testing/index.ts';
import { Customer } from '../features/customers/entities.ts';
import { Shift } from '../features/shifts/entities.ts';
import { AuditEvent } from './audit.ts';
import type { StaffActor } from './actor.ts';
import { IdempotencyKey } from './idempotency.ts';
import type { BaseRow } from './entity.ts';

const DAY = { type: 'DAY', startAt: '2025-03-12T01:00:00.000Z', endAt: '2025-03-12T09:00:00.000Z' } as const;
const denied = (code: string, more: object = {}) => ({ denial: { code, ...more } });

async function scene() {
  const deskStore = new MemoryStore();
  const setup = await createTestDesk({ store: deskStore });
  const lead = await setup.staff('MG1', ['MG'], { storeIds: [setup.store.id] });
  const { customerId } = await setup.shopper('lily');
  const kept = async () =>
    deskStore.find({ entity: IdempotencyKey, where: [], limit: 1000 }) as Promise<
      (BaseRow & { answer: object; inputHash: string | null })[]
    >;
  return { ...setup, deskStore, lead, customerId, kept };
}

describe('an answer that is kept for a repeated call', () => {
  test('is seen with the eyes that the caller has by then, and not at all by one who has lost the store', async () => {
    const { desk, lead, customerId } = await scene();
    const change = (actor: StaffActor) =>
      desk.as(actor).customers.updateCustomer({ id: customerId, tier: 'VIP' }, { idempotencyKey: 'tier' });
    await change(lead);
    const { storeIds: _, ...everywhere } = lead;
    await desk.as(everywhere).customers.updateCustomer({ id: customerId, riskNote: 'written after access was lost' });
    expect(await change(lead)).toMatchObject({ tier: 'VIP', riskNote: 'written after access was lost' });
    await expect(change({ ...lead, storeIds: ['another-store'] })).rejects.toMatchObject(denied('NOT_FOUND'));
    expect(await change(lead)).toMatchObject({ tier: 'VIP' });
  });

  test('is not given to somebody who may no longer read such rows, whatever the answer is', async () => {
    const { desk, lead, customerId } = await scene();
    const change = (actor: StaffActor) =>
      desk.as(actor).customers.updateCustomer({ id: customerId, tier: 'VIP' }, { idempotencyKey: 'tier' });
    await change(lead);
    const permissions = new Set([...lead.permissions].filter((permission) => permission !== 'customer.read'));
    await expect(change({ ...lead, permissions })).rejects.toMatchObject(denied('NOT_FOUND'));
  });

  test('also stands when the first call has removed the row', async () => {
    const { desk, staff, store, system } = await scene();
    const planner = await staff('MG2', ['MG']);
    const { id } = await desk.as(planner).shifts.planShift({ userId: planner.userId, storeIds: [store.id], ...DAY });
    const remove = () => desk.as(planner).shifts.removeShift({ id }, { idempotencyKey: 'gone' });
    expect(await remove()).toMatchObject({ id });
    expect(await remove()).toMatchObject({ id });
    expect(await desk.read(system).maybe(Shift, id)).toBeUndefined();
  });

  test('of several rows is a list again, of each as it is by then and of those that one may still see', async () => {
    const deskStore = new MemoryStore();
    const { desk, staff, shopper, store } = await createTestDesk({ store: deskStore });
    for (const name of ['ben', 'cara']) {
      const guest = await shopper(name);
      const { id: conversationId } = await desk.as(guest).conversations.openConversation({});
      await desk.as(guest).conversations.sendMessage({ conversationId, text: 'Later', clientMsgId: `later-${name}` });
    }
    const lead = await staff('SV1', ['SV', 'PA'], { storeIds: [store.id] });
    const start = (actor: StaffActor) =>
      desk.as(actor).conversations.startService({ storeId: store.id }, { idempotencyKey: 'start' });
    const [first, second] = await start(lead);
    expect([first, second]).toMatchObject([{ state: 'QUEUED' }, { state: 'QUEUED' }]);
    const [kept] = await deskStore.find({ entity: IdempotencyKey, where: [], limit: 1 });
    expect((kept as unknown as { answer: unknown }).answer).toHaveLength(2);
    await desk.as(lead).conversations.takeConversation({ id: first?.id ?? '' });
    expect(await start(lead)).toMatchObject([
      { id: first?.id, state: 'ASSIGNED' },
      { id: second?.id, state: 'QUEUED' },
    ]);
    const permissions = new Set([...lead.permissions].filter((permission) => permission !== 'conversation.read'));
    expect(await start({ ...lead, permissions })).toEqual([]);
  });

  test('holds no hash of a password', async () => {
    const { desk, staff, kept } = await scene();
    const admin = await staff('AD1', ['AD']);
    const person = {
      name: 'New',
      agentNo: 'N1',
      email: 'n1@example.com',
      roles: ['PA' as const],
      password: 'a secret of theirs',
    };
    await desk.as(admin).access.addStaff(person, { idempotencyKey: 'new' });
    expect(JSON.stringify(await kept())).not.toContain('a secret of theirs');
    expect(Object.keys((await kept())[0]?.answer ?? {})).not.toContain('passwordHash');
  });
});

describe('an idempotency key', () => {
  test('that comes with another input is a conflict, and the same input in another order is the same', async () => {
    const { desk, lead, customerId, system } = await scene();
    const options = { idempotencyKey: 'one' };
    const api = desk.as(lead).customers;
    await api.updateCustomer({ id: customerId, tier: 'VIP', nick: 'lil' }, options);
    await expect(api.updateCustomer({ id: customerId, tier: 'GOLD' }, options)).rejects.toMatchObject(
      denied('CONFLICT'),
    );
    await expect(api.updateCustomer({ nick: 'lil', tier: 'VIP', id: customerId }, options)).resolves.toMatchObject({
      tier: 'VIP',
    });
    expect(await desk.read(system).get(Customer, customerId)).toMatchObject({ tier: 'VIP', nick: 'lil' });
  });

  test('kept by an earlier version, which had no hash of the input, still gives its answer', async () => {
    const { desk, lead, customerId, deskStore, kept } = await scene();
    const change = (tier: string) =>
      desk.as(lead).customers.updateCustomer({ id: customerId, tier }, { idempotencyKey: 'old' });
    await change('VIP');
    const [row] = await kept();
    if (row)
      await deskStore.commit([
        {
          kind: 'update',
          entity: IdempotencyKey,
          tenantId: row.tenantId,
          id: row.id,
          expectedVersion: row.version,
          changes: { inputHash: null },
        },
      ]);
    expect(await change('VIP')).toMatchObject({ tier: 'VIP' });
  });

  test.each([
    ['of more than 200 characters', 'k'.repeat(201)],
    ['with a NUL character', 'a\u0000'],
    ['with half of a surrogate pair', 'a\ud800'],
  ])('%s is refused as a field of the call', async (_title, idempotencyKey) => {
    const { desk, lead, customerId } = await scene();
    const call = desk.as(lead).customers.updateCustomer({ id: customerId, tier: 'VIP' }, { idempotencyKey });
    await expect(call).rejects.toMatchObject(denied('VALIDATION_FAILED', { fields: [{ path: 'idempotencyKey' }] }));
  });

  test('of 200 characters in any script works', async () => {
    const { desk, lead, customerId } = await scene();
    expect(
      await desk
        .as(lead)
        .customers.updateCustomer({ id: customerId, tier: 'VIP' }, { idempotencyKey: '鍵'.repeat(200) }),
    ).toMatchObject({ tier: 'VIP' });
  });

  test('is not taken where each look must leave a trace, so that nobody looks at contact data unseen', async () => {
    const { desk, lead, customerId, system, kept } = await scene();
    const look = (options = {}) =>
      desk.as(lead).customers.revealContact({ id: customerId, reason: 'call back' }, options);
    await expect(look({ idempotencyKey: 'again' })).rejects.toMatchObject(
      denied('VALIDATION_FAILED', { fields: [{ path: 'idempotencyKey' }] }),
    );
    await look();
    await look();
    expect(await desk.read(system).count(AuditEvent, { action: 'revealContact' })).toBe(2);
    expect(await kept()).toEqual([]);
  });
});
