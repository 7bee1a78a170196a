/**
 * @module The roles of the staff. Titles differ between shops and are labels only; capabilities attach to the codes
 * (domain model 3.13). A feature adds a role of its own with `addTo(Role, …)` and says in `grants` which permissions of
 * the features below it has by default.
 */
import { codes } from '../../kernel/codes.ts';
import { vocabulary } from '../../kernel/vocabulary.ts';

/** The roles that every desk has, with their names. */
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

/** One of the roles that every desk has. A person may have others, which features of the desk add. */
export type RoleCode = keyof typeof ROLES;

/** Every role of a desk. */
export const Role = vocabulary('Role', ROLES);

/** So many roles one list may name. */
export const MOST_ROLES = 100;

/** The roles that every desk has, in the order of the domain model. */
export const standardRoles = (): RoleCode[] => Object.keys(ROLES) as RoleCode[];

/** What most shops tell apart; each is some of the roles together. */
export const staffPreset = codes('StaffPreset', {
  AGENT: { en: 'Agent', zh: '客服', note: 'Serves customers before and after a sale.' },
  LEAD: { en: 'Lead', zh: '班长', note: 'Serves customers and leads those who do.' },
  MANAGER: { en: 'Manager', zh: '经理', note: 'Decides what others may not: exceptions, prices, policies.' },
  OWNER: { en: 'Owner', zh: '店主', note: 'Sees and does everything: a shop of one person needs no other sign-in.' },
});
export type StaffPreset = (typeof staffPreset.options)[number];

/** The roles of each preset; those of an owner hold every permission of the desk. */
export const PRESET_ROLES: Readonly<Record<StaffPreset, readonly RoleCode[]>> = {
  AGENT: ['PA', 'AA'],
  LEAD: ['TL'],
  MANAGER: ['MG'],
  OWNER: ['AD', 'MG', 'SV', 'TL', 'AA', 'PA', 'FN', 'WH', 'DL'],
};

/** The preset whose roles these are, in whatever order; undefined where they are a choice of their own. */
export const presetOf = (roles: readonly string[]): StaffPreset | undefined =>
  staffPreset.options.find(
    (preset) =>
      PRESET_ROLES[preset].length === roles.length && PRESET_ROLES[preset].every((role) => roles.includes(role)),
  );
