import { expect, test } from 'vitest';
import { createTestDesk } from '../../testing/index.ts';

const rowsFor = async (change?: { permission: string; roles: ('AD' | 'MG')[] }) => {
  const { desk, staff } = await createTestDesk();
  const admin = await staff('A1', ['AD']);
  if (change) await desk.as(admin).access.setPermissionRoles(change);
  const { rows } = await desk.as(admin).access.permissionMatrix({});
  return new Map(rows.map((row) => [row.permission, row]));
};

test('shows every permission of every feature with its default roles', async () => {
  const rows = await rowsFor();
  expect(rows.get('staff.manage')).toEqual({ permission: 'staff.manage', byDefault: ['AD'], roles: ['AD'] });
  expect(rows.has('customer.reply')).toBe(true);
  expect(rows.has('data.reveal')).toBe(true);
});

test('shows what the tenant decided beside the default', async () => {
  const rows = await rowsFor({ permission: 'store.configure', roles: ['AD', 'MG'] });
  expect(rows.get('store.configure')).toEqual({
    permission: 'store.configure',
    byDefault: ['AD'],
    roles: ['AD', 'MG'],
  });
});
