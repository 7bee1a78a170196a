import type { BaseRow } from '../../../kernel/entity.ts';
import { Timer } from '../../../kernel/timer.ts';
import { hoursFrom, type Scenes } from '../../testing/scene.ts';
import { ANONYMOUS } from '../../../kernel/actor.ts';
import { PRESENCE_STATES, User } from '../entities.ts';

/** What `createTestDesk` gives everybody. */
const OLD_PASSWORD = 'long enough';
const PASSWORD = 'granite ladder orchid seventeen';

export const accessScenes: Scenes = {
  rows: {
    User: ({ desk, system, somebody }) => desk.read(system).get(User, somebody.userId),
  },
  own: {
    User: async ({ desk, system }, actor) =>
      actor.kind === 'staff' ? desk.read(system).get(User, actor.userId) : undefined,
  },
  kinds: {
    // Who works for every store, for one, and is lent to another.
    User: ({ storeId, otherStoreId }) => [{}, { storeIds: [storeId] }, { storeIds: [storeId, otherStoreId] }],
  },
  beside: {
    User: async ({ put, tenantId, otherStoreId, now }, { id, storeIds }) => {
      if (!(storeIds as string[]).includes(otherStoreId)) return;
      const key = `lent:${id}:${otherStoreId}`;
      await put(Timer, {
        id: `${tenantId}:${key}`,
        tenantId,
        version: 1,
        createdAt: now,
        updatedAt: now,
        key,
        dueAt: hoursFrom(now, 1),
        action: 'takeBackAgent',
        input: { id, storeId: otherStoreId },
      } as BaseRow);
    },
  },
  calls: {
    signIn: () => ({ actor: ANONYMOUS, input: { email: 'aa2@example.com', password: OLD_PASSWORD } }),
    addStaff: ({ staff }) => ({
      actor: staff.AD,
      input: { name: 'New', agentNo: 'N1', email: 'n1@example.com', roles: ['PA'], password: PASSWORD },
    }),
    inviteStaff: ({ staff }) => ({
      actor: staff.AD,
      input: { name: 'Invited', email: 'invited@example.com', roles: ['PA'] },
    }),
    redeemAccountLink: async ({ desk, staff, somebody }) => {
      const made = (await desk.perform(staff.AD, 'makeAccountLink', { id: somebody.userId })) as { token: string };
      return { actor: ANONYMOUS, input: { token: made.token, password: PASSWORD } };
    },
    setPermissionRoles: ({ staff }) => ({ actor: staff.AD, input: { permission: 'kpi.read', roles: ['SV'] } }),
    createTenant: ({ system }) => ({ actor: { ...system, tenantId: 'tenant-9' }, input: { name: 'T', slug: 'nine' } }),
    foundDesk: ({ system }) => ({
      actor: { ...system, tenantId: 'tenant-9' },
      input: {
        tenant: { name: 'Nine', slug: 'nine' },
        store: { name: 'Nine', key: 'store-9' },
        administrator: { name: 'A', agentNo: 'A9', email: 'a9@example.com', password: PASSWORD },
      },
    }),
    updateOwnProfile: ({ somebody }) => ({ actor: somebody, input: { name: 'Lin', languages: ['en'] } }),
    changeOwnPassword: ({ somebody }) => ({
      actor: somebody,
      input: { oldPassword: OLD_PASSWORD, newPassword: PASSWORD },
    }),
  },
  inputs: {
    setPresence: (_world, { presence: present }) =>
      PRESENCE_STATES.filter((presence) => presence !== present).map((presence) => ({
        presence,
        reason: 'asked on the phone',
      })),
    setStaffPassword: () => [{ password: PASSWORD }],
  },
};
