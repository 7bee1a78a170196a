/**
 * @module The default permission matrix of the domain model (3.13). Titles differ between shops; capabilities attach to
 * these codes.
 */

import type { Permission } from '../../kernel/feature.ts';
import { standardRoles } from './role.ts';

const EVERY_ROLE = standardRoles();
const FRONT = ['PA', 'AA', 'CO', 'SM', 'TS', 'TL', 'SV', 'MG'] as const;
const LEADS = ['TL', 'SV', 'MG'] as const;

/** Which roles have a permission by default; every other role is denied. */
export const ACCESS_PERMISSIONS = {
  'staff.read': { roles: EVERY_ROLE, en: 'See colleagues', zh: '查看同事' },
  'staff.manage': { roles: ['AD'], en: 'Manage staff and permissions', zh: '管理员工与权限' },
  'store.read': { roles: EVERY_ROLE, en: 'See stores', zh: '查看店铺' },
  'store.configure': { roles: ['AD'], en: 'Configure stores', zh: '配置店铺' },
  'audit.read': { roles: ['AD', 'SV', 'MG', 'OD', 'QI'], en: 'Read the audit trail', zh: '查看审计记录' },
  'presence.override': { roles: LEADS, en: 'Set the status of others', zh: '设置他人在线状态' },
  'onboarding.record': { roles: ['TR', 'SV', 'MG'], en: 'Record onboarding results', zh: '登记上岗考核结果' },
} as const satisfies Record<string, Permission>;

export const CUSTOMER_PERMISSIONS = {
  'customer.read': {
    roles: EVERY_ROLE.filter((role) => role !== 'WH' && role !== 'OD'),
    en: 'See customers',
    zh: '查看顾客',
  },
  'customer.edit': { roles: FRONT, en: 'Edit customer files', zh: '编辑顾客档案' },
  /**
   * E-mail and phone masked, ways to pay, the page somebody wrote from: those who serve customers or send their
   * parcels.
   */
  'contact.read': { roles: [...FRONT, 'FC'], en: 'See contact data masked', zh: '查看脱敏的联系方式' },
  /** Postal addresses: those who serve, and those who ship. */
  'address.read': { roles: [...FRONT, 'FC', 'WH'], en: 'See postal addresses', zh: '查看收货地址' },
  'data.reveal': { roles: ['CO', 'TL', 'SV', 'MG'], en: 'See contact data in full', zh: '查看完整联系方式' },
} as const satisfies Record<string, Permission>;

export const CONVERSATION_PERMISSIONS = {
  'conversation.read': { roles: [...FRONT, 'QI', 'AN', 'TR', 'FC', 'DL'], en: 'Read conversations', zh: '查看会话' },
  'customer.reply': { roles: FRONT, en: 'Reply to customers', zh: '回复顾客' },
  'conversation.note': { roles: [...FRONT, 'QI', 'FC', 'DL', 'TR'], en: 'Write notes', zh: '添加备注' },
  'conversation.assign': { roles: LEADS, en: 'Assign conversations', zh: '分配会话' },
  'conversation.transferOutsideWhitelist': {
    roles: LEADS,
    en: 'Approve and make transfers for other reasons',
    zh: '审批及发起白名单外转接',
  },
  'conversation.closeOthers': { roles: LEADS, en: 'Close conversations of others', zh: '结束他人的会话' },
} as const satisfies Record<string, Permission>;

/** The permissions of some roles: the desk's defaults, replaced where the tenant decided otherwise. */
export function permissionsOf(
  roles: readonly string[],
  defaults: ReadonlyMap<string, readonly string[]>,
  overrides: Readonly<Record<string, readonly string[]>>,
): ReadonlySet<string> {
  const granted = [...defaults].filter(([permission, byDefault]) =>
    (overrides[permission] ?? byDefault).some((role) => roles.includes(role)),
  );
  return new Set(granted.map(([permission]) => permission));
}
