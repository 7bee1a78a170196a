import { describe, expect, test } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import type { RowOf } from '../../kernel/entity.ts';
import type { Desk } from '../../kernel/desk.ts';
import { createTestDesk } from '../../testing/index.ts';
import { AuditEvent } from '../../kernel/audit.ts';
import { Store, Tenant, User } from './entities.ts';
import { permissionsOf } from './permission.ts';
import { accessTexts } from './texts.ts';
import { IdentityKey } from '../customers/session-entities.ts';

const denied = (code: string, more: object = {}) => ({ denial: { code, ...more } });

/** A tenant with two stores, an administrator of everything and one of the second store only. */
async function scene() {
  const setup = await createTestDesk();
  const loose = setup.desk as unknown as Desk;
  const second = (await loose.perform(setup.system, 'createStore', { name: 'S2', key: 'store-2' })) as RowOf<
    typeof Store
  >;
  const admin = await setup.staff('AD1', ['AD']);
  const scoped = await setup.staff('AD2', ['AD'], { storeIds: [second.id] });
  const here = await setup.staff('PA2', ['PA'], { storeIds: [second.id] });
  const elsewhere = await setup.staff('PA1', ['PA'], { storeIds: [setup.store.id] });
  const everywhere = await setup.staff('DL1', ['DL']);
  const both = await setup.staff('PA3', ['PA'], { storeIds: [setup.store.id, second.id] });
  const as = (actor: StaffActor) => setup.desk.as(actor).access;
  const personOf = (actor: StaffActor) => setup.desk.read(setup.system).get(User, actor.userId);
  const newcomer = {
    name: 'New',
    agentNo: 'N1',
    email: 'n1@example.com',
    roles: ['PA' as const],
    password: 'long enough',
  };
  const told: { permissions: readonly string[] }[] = [];
  setup.desk.onCommitted(({ events }) =>
    told.push(
      ...events.filter(({ name }) => name === 'staff.authority_widened').map(({ payload }) => payload as never),
    ),
  );
  return { ...setup, loose, second, admin, scoped, here, elsewhere, everywhere, both, as, personOf, newcomer, told };
}

describe('an administrator of one store', () => {
  test('cannot widen their own reach', async () => {
    const { as, scoped, store, second, personOf } = await scene();
    const { userId: id } = scoped;
    for (const storeIds of [[], [store.id], [second.id, store.id]])
      await expect(as(scoped).updateStaff({ id, storeIds })).rejects.toMatchObject({
        denial: { code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/) },
      });
    expect((await personOf(scoped)).storeIds).toEqual([second.id]);
    expect(await as(scoped).updateStaff({ id, storeIds: [second.id], name: 'Same stores' })).toMatchObject({
      name: 'Same stores',
    });
  });

  test('touches only people who work for no other store', async () => {
    const { as, scoped, here, elsewhere, everywhere, both, admin, personOf } = await scene();
    for (const other of [elsewhere, everywhere, both, admin]) {
      const before = await personOf(other);
      const attempts = [
        as(scoped).updateStaff({ id: other.userId, active: false }),
        as(scoped).updateStaff({ id: other.userId, email: 'taken@example.com' }),
        as(scoped).setStaffPassword({ id: other.userId, password: 'mine from now on' }),
      ];
      for (const attempt of attempts) await expect(attempt).rejects.toMatchObject(denied('FORBIDDEN'));
      expect(await personOf(other)).toEqual(before);
    }
    expect(await as(scoped).updateStaff({ id: here.userId, capacity: 3 })).toMatchObject({ capacity: 3 });
    expect(await as(scoped).setStaffPassword({ id: here.userId, password: 'a new one for them' })).toMatchObject({
      id: here.userId,
    });
  });

  test('adds people to their own store only', async () => {
    const { as, scoped, store, second, newcomer } = await scene();
    await expect(as(scoped).addStaff(newcomer)).rejects.toMatchObject(denied('FORBIDDEN'));
    await expect(as(scoped).addStaff({ ...newcomer, storeIds: [store.id] })).rejects.toMatchObject(denied('NOT_FOUND'));
    await expect(as(scoped).updateStaff({ id: scoped.userId, storeIds: [] })).rejects.toMatchObject(
      denied('FORBIDDEN'),
    );
    expect(await as(scoped).addStaff({ ...newcomer, storeIds: [second.id] })).toMatchObject({ storeIds: [second.id] });
  });

  test('neither sees nor revokes the identity keys of another store', async () => {
    const { admin, scoped, store, second, desk } = await scene();
    const key = (storeId: string) => ({
      storeId,
      kid: 'k1',
      algorithm: 'HS256' as const,
      material: 'an identity secret of thirty-two bytes',
    });
    const [theirs, own] = [
      await desk.as(admin).customers.addIdentityKey(key(store.id)),
      await desk.as(scoped).customers.addIdentityKey(key(second.id)),
    ];
    expect((await desk.read(scoped).all(IdentityKey)).map(({ id }) => id)).toEqual([own.id]);
    await expect(desk.as(scoped).customers.revokeIdentityKey({ id: theirs.id })).rejects.toMatchObject(
      denied('NOT_FOUND'),
    );
    await expect(desk.as(scoped).customers.addIdentityKey({ ...key(store.id), kid: 'k2' })).rejects.toMatchObject(
      denied('NOT_FOUND'),
    );
    expect((await desk.as(scoped).customers.revokeIdentityKey({ id: own.id })).revokedAt).not.toBeNull();
    expect((await desk.read(admin).get(IdentityKey, theirs.id)).revokedAt).toBeNull();
  });

  test('changes neither the permissions of the whole tenant nor founds stores', async () => {
    const { as, scoped, admin, desk, system } = await scene();
    const before = await desk.read(system).first(Tenant, {});
    await expect(as(scoped).setPermissionRoles({ permission: 'staff.read', roles: ['AD'] })).rejects.toMatchObject(
      denied('FORBIDDEN'),
    );
    await expect(as(scoped).createStore({ name: 'S3', key: 'store-3' })).rejects.toMatchObject(denied('FORBIDDEN'));
    expect(await desk.read(system).first(Tenant, {})).toEqual(before);
    expect(await as(admin).createStore({ name: 'S3', key: 'store-3' })).toMatchObject({ key: 'store-3' });
  });

  test('reads in the audit trail what was done in their store and by themselves', async () => {
    const { as, scoped, store, second, admin, desk } = await scene();
    await desk.as(admin).customers.addIdentityKey({
      storeId: store.id,
      kid: 'k1',
      algorithm: 'HS256',
      material: 'an identity secret of thirty-two bytes',
    });
    await as(scoped).updateStore({ id: second.id, name: 'Renamed' });
    const seen = await desk
      .read({ ...scoped, permissions: new Set([...scoped.permissions, 'audit.read']) })
      .all(AuditEvent);
    expect(seen.map(({ action }) => action)).toContain('updateStore');
    expect(seen.every(({ storeId, actor }) => storeId === second.id || actor === `staff:${scoped.userId}`)).toBe(true);
  });
});

test('a lead sets the presence of people with whom they share a store, and of nobody else', async () => {
  const { as, staff, second, elsewhere, here, everywhere, personOf } = await scene();
  const lead = await staff('TL1', ['TL'], { storeIds: [second.id] });
  const offline = (actor: StaffActor) =>
    as(lead).setPresence({ id: actor.userId, presence: 'OFFLINE', reason: 'went home' });
  await expect(offline(elsewhere)).rejects.toMatchObject(denied('FORBIDDEN'));
  expect((await personOf(elsewhere)).presence).toBe('ONLINE');
  expect([(await offline(here)).presence, (await offline(everywhere)).presence]).toEqual(['OFFLINE', 'OFFLINE']);
});

test('a lead of some stores lends neither themselves nor people of other stores', async () => {
  const { desk, loose, system, staff, store, second, elsewhere, here, personOf } = await scene();
  const third = (await loose.perform(system, 'createStore', { name: 'S3', key: 'store-3' })) as RowOf<typeof Store>;
  const lead = await staff('TL1', ['TL'], { storeIds: [second.id, third.id] });
  const all = await staff('TL2', ['TL'], { storeIds: [store.id] });
  const lend = (id: string, storeId = third.id) =>
    desk.as(lead).routing.lendAgent({ id, storeId, until: '2025-03-10T09:00:00.000Z', reason: 'rush' });
  await expect(lend(elsewhere.userId)).rejects.toMatchObject(denied('FORBIDDEN'));
  await expect(lend(here.userId, store.id)).rejects.toMatchObject(denied('NOT_FOUND'));
  await expect(
    desk
      .as({ ...all, storeIds: undefined as never })
      .routing.lendAgent({ id: all.userId, storeId: second.id, until: '2025-03-10T09:00:00.000Z', reason: 'rush' }),
  ).rejects.toMatchObject(denied('FORBIDDEN'));
  await lend(here.userId);
  expect((await personOf(here)).storeIds).toEqual([second.id, third.id]);
});

describe('an administrator', () => {
  test('does not promote themselves, and another administrator may, which is told and audited', async () => {
    const { as, admin, staff, personOf, told, desk, system } = await scene();
    const { userId: id } = admin;
    await expect(as(admin).updateStaff({ id, roles: ['AD', 'MG'] })).rejects.toMatchObject(denied('FORBIDDEN'));
    expect((await personOf(admin)).roles).toEqual(['AD']);
    const other = await staff('AD3', ['AD']);
    told.length = 0;
    await as(other).updateStaff({ id, roles: ['AD', 'MG'] });
    expect(told).toMatchObject([{ userId: id, permissions: expect.arrayContaining(['data.reveal']) }]);
    const [entry] = await desk.read(system).all(AuditEvent, { where: { action: 'updateStaff' } });
    expect(entry?.changes).toMatchObject([{ before: { roles: ['AD'] }, after: { roles: ['AD', 'MG'] } }]);
    expect((await as(admin).updateStaff({ id, roles: ['AD'] })).roles).toEqual(['AD']);
  });

  test('gives no permission over data, money or rules to a role of their own, and others hear of it for other roles', async () => {
    const { as, admin, told, desk, system } = await scene();
    told.length = 0;
    for (const permission of ['data.reveal', 'refund.confirm', 'policy.approve'])
      await expect(as(admin).setPermissionRoles({ permission, roles: ['MG', 'AD'] })).rejects.toMatchObject(
        denied('FORBIDDEN'),
      );
    expect((await desk.read(system).first(Tenant, {}))?.permissionOverrides).toEqual({});
    expect(told).toEqual([]);
    await as(admin).setPermissionRoles({ permission: 'data.reveal', roles: ['MG', 'PA'] });
    expect(told).toEqual([{ userId: null, roles: ['PA'], permissions: ['data.reveal'] }]);
  });

  test.each(['__proto__', 'constructor', 'toString', 'no.such', ''])(
    'decides nothing about the permission %j, which there is not',
    async (permission) => {
      const { as, admin, desk, system } = await scene();
      const before = await desk.read(system).first(Tenant, {});
      await expect(as(admin).setPermissionRoles({ permission, roles: ['AD'] })).rejects.toMatchObject(
        denied('VALIDATION_FAILED', { fields: [{ path: 'permission' }] }),
      );
      expect(await desk.read(system).first(Tenant, {})).toEqual(before);
    },
  );
});

describe('two tenants', () => {
  async function two() {
    const setup = await scene();
    const beta = { kind: 'system', tenantId: 'tenant-2', name: 'test' } as const;
    await setup.loose.perform(beta, 'createTenant', { name: 'Beta', slug: 'beta' });
    const store = (await setup.loose.perform(beta, 'createStore', { name: 'B', key: 'beta-shop' })) as RowOf<
      typeof Store
    >;
    await setup.loose.perform(beta, 'addStaff', {
      ...setup.newcomer,
      email: 'ad@beta.example',
      password: 'seven amber kettles',
    });
    const signIn = (input: { email: string; password: string; company?: string }) =>
      setup.desk.as({ kind: 'anonymous', tenantId: '' }).access.signIn(input);
    return { ...setup, betaStore: store, signIn };
  }

  test('do not name each other’s stores for their people', async () => {
    const { as, admin, betaStore, newcomer, elsewhere } = await two();
    await expect(as(admin).addStaff({ ...newcomer, storeIds: [betaStore.id] })).rejects.toMatchObject(
      denied('NOT_FOUND'),
    );
    await expect(as(admin).updateStaff({ id: elsewhere.userId, storeIds: [betaStore.id] })).rejects.toMatchObject(
      denied('NOT_FOUND'),
    );
  });

  test('do not learn who works for the other: the same e-mail is free in each, and each signs in to their own', async () => {
    const { as, admin, newcomer, signIn, desk, system } = await two();
    const { id } = await desk
      .as(system)
      .access.addStaff({ ...newcomer, email: 'ad@beta.example', password: 'quiet violet harbour' });
    expect((await signIn({ email: 'AD@beta.example', password: 'quiet violet harbour' })).userId).toBe(id);
    expect((await signIn({ email: 'ad@beta.example', password: 'seven amber kettles' })).userId).not.toBe(id);
    await expect(signIn({ email: 'ad@beta.example', password: 'neither of them' })).rejects.toMatchObject(
      denied('UNAUTHENTICATED'),
    );
    await expect(as(admin).addStaff({ ...newcomer, agentNo: 'N2', email: 'ad@beta.example' })).rejects.toMatchObject(
      denied('DUPLICATE'),
    );
    expect(await desk.read(system).count(User, { email: 'ad@beta.example' })).toBe(1);
  });

  test('with the same e-mail and password ask which is meant', async () => {
    const { newcomer, signIn, desk, system } = await two();
    const { id } = await desk
      .as(system)
      .access.addStaff({ ...newcomer, email: 'ad@beta.example', password: 'seven amber kettles' });
    const both = { email: 'ad@beta.example', password: 'seven amber kettles' };
    await expect(signIn(both)).rejects.toMatchObject(denied('VALIDATION_FAILED', { fields: [{ path: 'company' }] }));
    expect((await signIn({ ...both, company: 'test' })).userId).toBe(id);
    expect((await signIn({ ...both, company: 'beta' })).userId).not.toBe(id);
    await expect(signIn({ ...both, company: 'nobody' })).rejects.toMatchObject(denied('UNAUTHENTICATED'));
  });
});

describe('the last owner of a desk', () => {
  const owners = async () => {
    const setup = await createTestDesk();
    const first = await setup.staff('AD1', ['AD']);
    const second = await setup.staff('AD2', ['AD']);
    const as = (actor: StaffActor) => setup.desk.as(actor).access;
    const active = async () =>
      (await setup.desk.read(setup.system).all(User, { where: { active: true } })).map(({ agentNo }) => agentNo);
    return { ...setup, first, second, as, active };
  };
  const last = denied('CONFLICT', { text: accessTexts.lastOwner });

  test('is not removed, by whichever way, while one of several may go', async () => {
    const { first, second, as, store, staff } = await owners();
    await as(first).updateStaff({ id: second.userId, active: false });
    const scoped = await staff('AD3', ['AD'], { storeIds: [store.id] });
    await expect(as(first).updateStaff({ id: first.userId, active: false })).rejects.toMatchObject(denied('FORBIDDEN'));
    await expect(as(first).updateStaff({ id: first.userId, storeIds: [store.id] })).rejects.toMatchObject(last);
    await as(first).updateStaff({ id: scoped.userId, active: false });
    await as(first).updateStaff({ id: second.userId, active: true });
    await as(first).updateStaff({ id: first.userId, storeIds: [store.id] });
    await expect(as(first).updateStaff({ id: second.userId, roles: ['PA'] })).rejects.toMatchObject(last);
  });

  test('is whoever manages staff by whatever role, and nobody takes the right to that from all of their own roles', async () => {
    const { first, second, as, store, staff, desk, system } = await owners();
    await as(first).setPermissionRoles({ permission: 'staff.manage', roles: ['AD', 'OD'] });
    const { userId } = await staff('OD1', ['OD']);
    const { permissionOverrides } = await desk.read(system).get(Tenant, system.tenantId);
    const person = await desk.read(system).get(User, userId);
    const director: StaffActor = {
      ...first,
      userId,
      agentNo: person.agentNo,
      roles: person.roles,
      permissions: permissionsOf(person.roles, desk.permissions, permissionOverrides),
    };
    await as(director).updateStaff({ id: second.userId, active: false });
    await as(director).updateStaff({ id: first.userId, roles: ['MG'] });
    await expect(as(director).updateStaff({ id: userId, storeIds: [store.id] })).rejects.toMatchObject(last);
    await expect(
      as(director).setPermissionRoles({ permission: 'staff.manage', roles: ['AD', 'MG'] }),
    ).rejects.toMatchObject(denied('FORBIDDEN', { text: accessTexts.keepOwnAdministration }));
    await as(director).setPermissionRoles({ permission: 'staff.manage', roles: ['OD'] });
    await as(director).updateStaff({ id: first.userId, roles: ['AD'] });
    await expect(as(director).updateStaff({ id: userId, storeIds: [store.id] })).rejects.toMatchObject(last);
  });

  test('is no one who was only invited', async () => {
    const { first, second, as, store, desk } = await owners();
    const { token } = await as(first).inviteStaff({ name: 'C', email: 'c@example.com', preset: 'OWNER' });
    await as(first).updateStaff({ id: second.userId, roles: ['MG'] });
    await expect(as(first).updateStaff({ id: first.userId, storeIds: [store.id] })).rejects.toMatchObject(last);
    const password = 'granite ladder orchid seventeen';
    await desk.as({ kind: 'anonymous', tenantId: '' }).access.redeemAccountLink({ token, password });
    await as(first).updateStaff({ id: first.userId, storeIds: [store.id] });
  });

  test('stays when two owners remove one another at the same moment', async () => {
    const { first, second, as, active } = await owners();
    const answers = await Promise.allSettled([
      as(first).updateStaff({ id: second.userId, active: false }),
      as(second).updateStaff({ id: first.userId, active: false }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refused = answers.find((answer) => answer.status === 'rejected');
    expect(refused?.reason).toMatchObject(last);
    expect(await active()).toHaveLength(1);
  });

  test('stays when two owners take the role from one another at the same moment', async () => {
    const { first, second, as } = await owners();
    const answers = await Promise.allSettled([
      as(first).updateStaff({ id: second.userId, roles: ['MG'] }),
      as(second).updateStaff({ id: first.userId, roles: ['MG'] }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
