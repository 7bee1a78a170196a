/**
 * @module The default permission matrix of the domain model (3.13). Titles differ between shops; capabilities attach to these codes.
 */

/** Role codes with their names. */
export const ROLES = {
  PA: { en: 'Pre-sale agent', zh: '售前客服' },
  AA: { en: 'After-sale agent', zh: '售后客服' },
  CO: { en: 'Complaint officer', zh: '投诉专员' },
  SM: { en: 'Social-media agent', zh: '社交媒体客服' },
  TS: { en: 'Technical support', zh: '技术支持' },
  FC: { en: 'Fulfilment clerk', zh: '综合客服' },
  TL: { en: 'Shift lead', zh: '班长' },
  SV: { en: 'Supervisor', zh: '客服主管' },
  MG: { en: 'Manager', zh: '客服经理' },
  OD: { en: 'Operations director', zh: '运营总监' },
  AN: { en: 'Analyst', zh: '客服分析师' },
  QI: { en: 'Quality inspector', zh: '质检员' },
  TR: { en: 'Trainer', zh: '培训师' },
  FN: { en: 'Finance', zh: '财务' },
  WH: { en: 'Warehouse', zh: '仓库' },
  DL: { en: 'Department liaison', zh: '部门对接人' },
  AD: { en: 'Administrator', zh: '系统管理员' },
} as const;

export type RoleCode = keyof typeof ROLES;
export const ROLE_CODES = Object.keys(ROLES) as readonly RoleCode[];

const FRONT = ['PA', 'AA', 'CO', 'SM', 'TS', 'TL', 'SV', 'MG'] as const;
const LEADS = ['TL', 'SV', 'MG'] as const;

/** Which roles have a permission by default; every other role is denied. */
export const ACCESS_PERMISSIONS = {
  'staff.read': ROLE_CODES,
  'staff.manage': ['AD'],
  'store.read': ROLE_CODES,
  'store.configure': ['AD'],
  'audit.read': ['AD', 'SV', 'MG', 'OD', 'QI'],
  'presence.override': LEADS,
  'onboarding.record': ['TR', 'SV', 'MG'],
} as const satisfies Record<string, readonly RoleCode[]>;

export const CUSTOMER_PERMISSIONS = {
  'customer.read': ROLE_CODES.filter((role) => role !== 'WH' && role !== 'OD'),
  'customer.edit': FRONT,
  /** E-mail and phone masked, ways to pay, the page somebody wrote from: those who serve customers or send their parcels. */
  'contact.read': [...FRONT, 'FC'],
  /** Postal addresses: those who serve, and those who ship. */
  'address.read': [...FRONT, 'FC', 'WH'],
  'data.reveal': ['CO', 'TL', 'SV', 'MG'],
} as const satisfies Record<string, readonly RoleCode[]>;

export const CONVERSATION_PERMISSIONS = {
  'conversation.read': [...FRONT, 'QI', 'AN', 'TR', 'FC', 'DL'],
  'customer.reply': FRONT,
  'conversation.note': [...FRONT, 'QI', 'FC', 'DL', 'TR'],
  'conversation.assign': LEADS,
  'conversation.transferOutsideWhitelist': LEADS,
  'conversation.closeOthers': LEADS,
} as const satisfies Record<string, readonly RoleCode[]>;

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
