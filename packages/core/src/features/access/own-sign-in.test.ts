import { describe, expect, test } from 'vitest';
import { createTestDesk } from '../../testing/test-desk.ts';
import { actorOfUser } from './index.ts';

describe('the actor of somebody whom a host has signed in itself', () => {
  test('is the same as that of their session: roles, permissions and stores as they are now', async () => {
    const test = await createTestDesk();
    const staff = await test.staff('TL1', ['TL']);
    const { sessionId: _, ...expected } = staff;
    const actor = await actorOfUser(test.desk, { userId: staff.userId });
    expect(actor).toMatchObject({ kind: 'staff', userId: expected.userId, tenantId: expected.tenantId, roles: ['TL'] });
    expect([...(actor?.permissions ?? [])].toSorted()).toEqual([...expected.permissions].toSorted());
  });

  test('is nobody for an unknown name', async () => {
    const { desk } = await createTestDesk();
    expect(await actorOfUser(desk, { userId: 'nobody' })).toBeUndefined();
    expect(await actorOfUser(desk, { company: 'nobody', email: 'nobody@example.com' })).toBeUndefined();
  });

  test('is nobody any more once they are deactivated', async () => {
    const test = await createTestDesk();
    const [admin, staff] = [await test.staff('AD1', ['AD']), await test.staff('PA1', ['PA'])];
    expect(await actorOfUser(test.desk, { userId: staff.userId })).toBeDefined();
    await test.desk.as(admin).access.updateStaff({ id: staff.userId, active: false });
    expect(await actorOfUser(test.desk, { userId: staff.userId })).toBeUndefined();
  });
});
