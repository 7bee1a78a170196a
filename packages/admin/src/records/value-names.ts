import type { Texts } from '../kit/language.ts';

type Names = Readonly<Record<string, string>>;

const en: Names = {
  'zh-CN': '简体中文',
  en: 'English',
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
  CU: 'Customer',
  SYSTEM: 'System',
  ANONYMOUS: 'Not signed in',
  GENERIC: 'Own shop',
  TMALL: 'Tmall',
  AMAZON: 'Amazon',
  ALIBABA_B2B: 'Alibaba B2B',
  CN: 'China',
  EU: 'European Union',
  SHOP: 'Shop account',
  start: 'At the start',
  end: 'At the end',
  AGENT: 'Agent',
  CUSTOMER: 'Customer',
};

const zh: Names = {
  'zh-CN': '简体中文',
  en: 'English',
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
  CU: '顾客',
  SYSTEM: '系统',
  ANONYMOUS: '未登录',
  GENERIC: '自营商城',
  TMALL: '天猫',
  AMAZON: '亚马逊',
  ALIBABA_B2B: '阿里巴巴 B2B',
  CN: '中国',
  EU: '欧盟',
  SHOP: '商城账户',
  start: '起始侧',
  end: '末尾侧',
  AGENT: '客服',
  CUSTOMER: '顾客',
};

/** Names of codes that only generic pages show; those of conversations are in the domain's terms. */
export const valueNames: Texts<Names> = { en, zh };

const presences = {
  OFFLINE: 'Offline',
  ONLINE: 'Online',
  BUSY: 'Busy',
  AWAY: 'Away',
  BREAK: 'On a break',
  TRAINING: 'In training',
  COOL_DOWN: 'Cooling down',
};
const presencesZh = {
  OFFLINE: '离线',
  ONLINE: '在线',
  BUSY: '忙碌',
  AWAY: '挂起',
  BREAK: '小休',
  TRAINING: '培训中',
  COOL_DOWN: '冷静期',
};

/** Codes whose meaning depends on the field. */
export const namesByField: Texts<Readonly<Record<string, Names>>> = {
  en: { presence: presences },
  zh: { presence: presencesZh },
};
