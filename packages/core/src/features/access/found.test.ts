import { describe, expect, test } from 'vitest';
import { createDesk } from '../../kernel/desk.ts';
import { MemoryStore } from '../../testing/memory-store.ts';
import { testPorts } from '../../testing/test-desk.ts';
import { standardFeatures } from '../index.ts';
import { Store, Tenant, User } from './entities.ts';
import { permissionsOf } from './permission.ts';
import { presetOf } from './role.ts';

const SET_UP = { kind: 'system', tenantId: '', name: 'set-up' } as const;
const COMPANY = {
  tenant: { name: 'My company', slug: 'my-company' },
  store: { name: 'My shop', key: 'my-shop' },
  administrator: { name: 'Ada', agentNo: 'A1', email: 'Ada@shop.example', password: 'a long enough password' },
};

function newDesk() {
  const store = new MemoryStore();
  let ids = 0;
  const desk = createDesk({
    features: standardFeatures,
    store,
    clock: () => new Date('2025-03-10T01:00:00Z'),
    newId: () => `id-${(ids += 1)}`,
    ports: testPorts(),
  });
  const found = (input: unknown) => desk.as(SET_UP).access.foundDesk(input as never);
  const counts = async () =>
    Promise.all(
      [Tenant, Store, User].map(async (entity) => (await store.find({ entity, where: [], limit: 1000 })).length),
    );
  return { desk, found, counts };
}

describe('founding a desk', () => {
  test('makes the tenant, its store and its administrator in one commit, and a second time nothing', async () => {
    const { desk, found, counts } = newDesk();
    const commits: number[] = [];
    desk.onCommitted(({ rows }) => void commits.push(rows.length));
    const first = await found(COMPANY);
    expect(first.added).toEqual(['TENANT', 'STORE', 'ADMINISTRATOR']);
    expect(commits).toHaveLength(1);
    expect(await found(COMPANY)).toEqual({ ...first, added: [] });
    expect(await counts()).toEqual([1, 1, 1]);
    const { token } = await desk
      .as({ kind: 'anonymous', tenantId: '' })
      .access.signIn({ email: 'ada@shop.example', password: 'a long enough password' });
    expect(token).toBeTruthy();
  });

  test('gives the first person every permission and lets them serve, so that a shop of one needs no other', async () => {
    const { desk, found } = newDesk();
    const { userId, tenantId } = await found({ ...COMPANY, store: { ...COMPANY.store, locale: 'en' } });
    const owner = await desk.read({ ...SET_UP, tenantId }).get(User, userId);
    expect(presetOf(owner.roles)).toBe('OWNER');
    expect([...desk.permissions].filter(([, by]) => !by.some((role) => owner.roles.includes(role)))).toEqual([]);
    expect([owner.skills, owner.languages]).toEqual([['LIVE'], ['en']]);
  });

  test('adds what is missing of a half-made one', async () => {
    const { desk, found, counts } = newDesk();
    await desk.perform(SET_UP, 'createTenant', COMPANY.tenant);
    expect((await found(COMPANY)).added).toEqual(['STORE', 'ADMINISTRATOR']);
    expect((await found({ ...COMPANY, store: { name: 'Second', key: 'second' } })).added).toEqual(['STORE']);
    expect(await counts()).toEqual([1, 2, 1]);
  });

  test.each([
    [
      'a store key of another company',
      { store: { name: 'X', key: 'my-shop' } },
      { code: 'DUPLICATE', details: { field: 'store.key' } },
    ],
    [
      'a password that is too short',
      { administrator: { ...COMPANY.administrator, email: 'b@x.example', password: 'short' } },
      { code: 'VALIDATION_FAILED', fields: [{ path: 'administrator.password' }] },
    ],
    [
      'a key that is none',
      { store: { name: 'X', key: 'My Shop' } },
      { code: 'VALIDATION_FAILED', fields: [{ path: 'store.key' }] },
    ],
  ])('leaves nothing half done for %s', async (_, wrong, denial) => {
    const { found, counts } = newDesk();
    await found(COMPANY);
    const other = {
      tenant: { name: 'Other', slug: 'other' },
      store: { name: 'Other', key: 'other' },
      administrator: { ...COMPANY.administrator, email: 'bob@other.example' },
    };
    await expect(found({ ...other, ...wrong })).rejects.toMatchObject({ denial });
    expect(await counts()).toEqual([1, 1, 1]);
  });

  test('takes for its administrator whoever manages staff there, by whatever role', async () => {
    const { desk, found } = newDesk();
    const { tenantId, userId } = await found(COMPANY);
    const system = { ...SET_UP, tenantId };
    const { id } = (await desk.perform(system, 'addStaff', {
      name: 'Dora',
      agentNo: 'D1',
      email: 'dora@shop.example',
      password: 'a long enough password',
      roles: ['OD'],
    })) as { id: string };
    const again = { ...COMPANY, administrator: { ...COMPANY.administrator, email: 'dora@shop.example' } };
    await expect(found(again)).rejects.toMatchObject({ denial: { code: 'CONFLICT' } });
    const { name, agentNo, roles } = await desk.read(system).get(User, userId);
    const permissions = permissionsOf(roles, desk.permissions, {});
    const owner = { kind: 'staff', tenantId, userId, name, agentNo, roles, permissions } as const;
    await desk.perform(owner, 'setPermissionRoles', { permission: 'staff.manage', roles: ['AD', 'OD'] });
    expect(await found(again)).toMatchObject({ userId: id, added: [] });
  });

  test('makes nobody an administrator who is somebody else already', async () => {
    const { desk, found } = newDesk();
    const { tenantId } = await found(COMPANY);
    await desk.perform({ ...SET_UP, tenantId }, 'addStaff', {
      name: 'Ben',
      agentNo: 'B1',
      email: 'ben@shop.example',
      password: 'a long enough password',
      roles: ['PA'],
    });
    await expect(
      found({ ...COMPANY, administrator: { ...COMPANY.administrator, email: 'ben@shop.example' } }),
    ).rejects.toMatchObject({ denial: { code: 'CONFLICT' } });
    await expect(
      found({ ...COMPANY, administrator: { ...COMPANY.administrator, email: 'new@shop.example' } }),
    ).rejects.toMatchObject({ denial: { code: 'DUPLICATE', details: { field: 'administrator.agentNo' } } });
  });
});
