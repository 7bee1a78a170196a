import type { Texts } from '../../kit/language.ts';

const en = {
  risk: 'Time limit',
  risks: { AT_RISK: 'At risk', OVERDUE: 'Overdue' },
  order: 'Order',
  orders: { DUE: 'Due first', WAITING: 'Longest waiting first', NEWEST: 'Newest first' },
  targets: { FIRST_REPLY: 'First reply', NEXT_REPLY: 'Reply', RESOLUTION: 'Resolution' },
  levels: { 1: 'in good time', 2: 'soon due', 3: 'urgent', 4: 'overdue' },
  left: (target: string, time: string, level: string) => `${target} due in ${time}, ${level}`,
  over: (target: string, time: string) => `${target} overdue by ${time}`,
};

const zh: typeof en = {
  risk: '时效',
  risks: { AT_RISK: '即将超时', OVERDUE: '已超时' },
  order: '排序',
  orders: { DUE: '最先到时优先', WAITING: '等待最久优先', NEWEST: '最新优先' },
  targets: { FIRST_REPLY: '首次响应', NEXT_REPLY: '响应', RESOLUTION: '解决' },
  levels: { 1: '时间充裕', 2: '即将到时', 3: '紧急', 4: '已超时' },
  left: (target, time, level) => `${target}剩余 ${time}，${level}`,
  over: (target, time) => `${target}已超时 ${time}`,
};

export const slaWords: Texts<typeof en> = { key: 'sla', en, zh };
