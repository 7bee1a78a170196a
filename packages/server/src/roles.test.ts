import { addTo, aftersales, conversations, customers, defineFeature, Role, standardFeatures } from '@shopdesk/core';
import { MemoryStore } from '@shopdesk/core/testing';
import { afterEach, describe, expect, test } from 'vitest';
import { createDeskServer } from './server.ts';
import { createTestServer, PLAIN_PASSWORDS, TestServer } from './testing/test-server.ts';

/**
 * What a third party would write: a role of its own, which reads conversations and has a permission of this feature.
 */
const coaching = defineFeature({
  name: 'coaching',
  requires: [...conversations.requires, conversations, customers],
  members: [addTo(Role, { COACH: { en: 'Coach', zh: '教练' } })],
  permissions: { 'coaching.lead': { roles: ['COACH', 'SV'], en: 'Lead coachings', zh: '主持辅导' } },
  grants: { 'conversation.read': ['COACH'], 'staff.read': ['COACH'] },
});
const features = [...standardFeatures, coaching];

const ADD = 'mutation ($i: AddStaffInput!) { a: addStaff(input: $i) { user { id roles } denied { code } } }';
const newcomer = {
  name: 'Cora',
  agentNo: 'C1',
  email: 'cora@example.com',
  roles: ['COACH', 'TR'],
  password: 'a long enough password',
};
const SIGN_IN = 'mutation ($i: SignInInput!) { s: signIn(input: $i) { signedIn { token } } }';
const ME = '{ me: currentUser { permissions } }';
const OWN = 'a password of their own';

/** What the newcomer may do; at the first sign-in they choose a password. */
async function permissionsIn(desk: TestServer, again = false): Promise<string[]> {
  const { email, password } = newcomer;
  const input = again ? { email, password: OWN } : { email, password, newPassword: OWN };
  const { data } = await desk.gql<{ s: { token: string } }>(SIGN_IN, { i: input });
  return (await desk.gql<{ me: { permissions: string[] } }>(ME, {}, data.s)).data.me.permissions.toSorted();
}

describe('a role that a feature adds', () => {
  let desk: TestServer | undefined;
  afterEach(() => desk?.close());

  test('is given to people, has what its feature grants it and nothing else, and carries its title', async () => {
    desk = await createTestServer({ store: new MemoryStore(), features });
    const admin = await desk.staff('AD1', ['AD']);
    const only = { ...newcomer, roles: ['COACH'] };
    expect((await desk.gql(ADD, { i: only }, admin)).data).toMatchObject({ a: { roles: ['COACH'] } });
    const own = await permissionsIn(desk);
    expect(own).toEqual(['coaching.lead', 'conversation.read', 'staff.read']);
    const matrix = '{ m: permissionMatrix { rows { permission roles } } }';
    const { m } = (await desk.gql<{ m: { rows: { permission: string; roles: string[] }[] } }>(matrix, {}, admin)).data;
    expect(
      m.rows
        .filter(({ roles }) => roles.includes('COACH'))
        .map(({ permission }) => permission)
        .toSorted(),
    ).toEqual(own);
    const names = '{ n: codeNames }';
    const { n } = (await desk.gql<{ n: Record<string, object> }>(names, {}, admin)).data;
    expect(n['Role']).toMatchObject({ COACH: 'Coach', AD: 'Administrator' });
  });

  test('is refused on a desk without its feature; who has it keeps the other roles and is listed', async () => {
    const store = new MemoryStore();
    desk = await createTestServer({ store, features });
    const admin = await desk.staff('AD1', ['AD']);
    await desk.gql(ADD, { i: newcomer }, admin);
    expect(await permissionsIn(desk)).toContain('coaching.lead');
    const server = await createDeskServer({
      store,
      clock: desk.clock.now,
      passwords: PLAIN_PASSWORDS,
      development: false,
      background: false,
      assets: false,
    });
    const without = new TestServer(server, desk.clock, desk.store, []);
    try {
      const again = { ...newcomer, agentNo: 'C2', email: 'c2@example.com' };
      const { data, errors } = await without.gql(ADD, { i: again }, admin);
      expect([data, errors[0]?.message]).toEqual([undefined, expect.stringContaining('"COACH"')]);
      const list = '{ users(first: 5) { nodes { name roles } } }';
      const { nodes } = (await without.gql<{ users: { nodes: object[] } }>(list, {}, admin)).data.users;
      expect(nodes).toContainEqual({ name: 'Cora', roles: ['TR'] });
      const own = await permissionsIn(without, true);
      expect(own).toContain('onboarding.record');
      expect(own).not.toContain('coaching.lead');
    } finally {
      await without.close();
    }
  });

  test('cannot be granted what nobody declares, or what a feature that is not required declares', async () => {
    const start = (grants: Record<string, string[]>) =>
      createTestServer({
        store: new MemoryStore(),
        features: [...standardFeatures, defineFeature({ name: 'rival', requires: [customers], grants })],
      });
    await expect(start({ 'moon.visit': ['COACH'] })).rejects.toThrow(
      'rival grants the permission moon.visit, which nobody declares',
    );
    await expect(start({ 'case.read': ['COACH'] })).rejects.toThrow(
      `rival grants the permission case.read, but does not require ${aftersales.name}, which declares it`,
    );
  });
});
