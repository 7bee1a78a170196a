/**
 * @module The demo's staff: one person for each role, and sign-ins that everybody may know.
 */
import { ROLES, type RoleCode } from '@shopdesk/core';

/** Of every demo person; the demo refuses to run in production. */
export const DEMO_PASSWORD = 'demo-shopdesk';

export interface DemoPerson {
  readonly role: RoleCode;
  readonly name: string;
  readonly email: string;
}

const NAMES: Readonly<Record<RoleCode, string>> = {
  PA: 'Lin Xiao',
  AA: 'Chen Mei',
  CO: 'Zhao Rui',
  SM: 'Anna Berg',
  TS: 'Wu Hao',
  FC: 'Sun Li',
  TL: 'Ma Jun',
  SV: 'Grace Hill',
  MG: 'Huang Ying',
  OD: 'Daniel Ross',
  AN: 'Xu Fei',
  QI: 'Maria Costa',
  TR: 'Guo Lan',
  FN: 'Tom Baker',
  WH: 'Hu Bo',
  DL: 'Liu Yan',
  AD: 'Sam Carter',
};

export const DEMO_PEOPLE: readonly DemoPerson[] = (Object.keys(ROLES) as RoleCode[]).map((role) => ({
  role,
  name: NAMES[role],
  email: `${role.toLowerCase()}@demo.shopdesk.example`,
}));
