/**
 * @module What the roles are called.
 */
import type { RoleCode } from '@shopdesk/core';
import type { Language, Texts } from '../kit/language.ts';

type Names = Readonly<Record<RoleCode, string>>;

const en: Names = {
  PA: 'Pre-sale agent',
  AA: 'After-sale agent',
  CO: 'Complaint officer',
  SM: 'Social-media agent',
  TS: 'Technical support',
  FC: 'Fulfilment clerk',
  TL: 'Shift lead',
  SV: 'Supervisor',
  MG: 'Manager',
  OD: 'Operations director',
  AN: 'Analyst',
  QI: 'Quality inspector',
  TR: 'Trainer',
  FN: 'Finance',
  WH: 'Warehouse',
  DL: 'Department liaison',
  AD: 'Administrator',
};
const zh: Names = {
  PA: '售前客服',
  AA: '售后客服',
  CO: '投诉专员',
  SM: '社交媒体客服',
  TS: '技术支持',
  FC: '综合客服',
  TL: '班长',
  SV: '客服主管',
  MG: '客服经理',
  OD: '运营总监',
  AN: '客服分析师',
  QI: '质检员',
  TR: '培训师',
  FN: '财务',
  WH: '仓库',
  DL: '部门对接人',
  AD: '系统管理员',
};

const roleTexts: Texts<Names> = { en, zh };

export const ROLES = Object.keys(en) as readonly RoleCode[];
export const roleName = (role: RoleCode, language: Language): string => language.words(roleTexts)[role] ?? role;
