import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { Role } from './role.ts';
import { tenantOf } from './settings.ts';

const roles = z.array(memberOf(Role));
const Row = z.object({ permission: z.string(), byDefault: roles, roles });

/** Every permission of the desk with the roles that have it here, and those that have it by default (3.13). */
export const permissionMatrix = defineView({
  title: { en: 'Permission matrix', zh: '权限矩阵' },
  allow: { staff: 'staff.read' },
  input: z.object({}),
  output: value('PermissionMatrix', z.object({ rows: z.array(Row) })),
  run: async (ctx) => {
    const overrides = (await tenantOf(ctx))?.permissionOverrides ?? {};
    const rows = [...ctx.permissions].map(([permission, byDefault]) => ({
      permission,
      byDefault: [...byDefault],
      roles: [...(overrides[permission] ?? byDefault)],
    }));
    return { rows };
  },
});
