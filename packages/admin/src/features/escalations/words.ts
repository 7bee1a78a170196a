import type { Texts } from '../../kit/language.ts';

const en = {
  label: 'Escalations',
  levels: { 1: 'L1 – front line', 2: 'L2 – back office', 3: 'L3 – supervisor', 4: 'L4 – manager' },
  offer: (name: string, level: string, from: string) => `${name}: escalated to ${level} by ${from}`,
  left: (time: string) => `accept within ${time}`,
  overdue: 'overdue',
  raised: 'nobody accepted before',
  view: 'Open',
  accept: 'Accept',
  decline: 'Decline',
  accepted: 'The conversation is yours.',
  declined: 'The escalation was given back.',
  declineTitle: 'Decline the escalation',
  reason: 'Reason',
  from: 'Asked by',
  level: 'Level',
  state: 'State',
  summary: 'Summary',
  answer: 'Answer',
  empty: 'No escalations.',
};

const zh: typeof en = {
  label: '升级',
  levels: { 1: 'L1 一线', 2: 'L2 后台', 3: 'L3 主管', 4: 'L4 经理' },
  offer: (name, level, from) => `${name}：${from} 申请升级至 ${level}`,
  left: (time) => `请在 ${time} 内接受`,
  overdue: '已超时',
  raised: '前一级无人接受',
  view: '打开',
  accept: '接受',
  decline: '拒绝',
  accepted: '会话已由您负责。',
  declined: '已退回升级申请。',
  declineTitle: '拒绝升级',
  reason: '原因',
  from: '申请人',
  level: '级别',
  state: '状态',
  summary: '情况摘要',
  answer: '答复',
  empty: '暂无升级记录。',
};

export const escalationWords: Texts<typeof en> = { key: 'escalation', en, zh };
