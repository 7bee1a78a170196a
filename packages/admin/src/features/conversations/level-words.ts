import type { Texts } from '../../kit/language.ts';

type Level = 1 | 2 | 3 | 4;
type Names = Readonly<Record<Level, string>>;

const en = {
  escalate: 'Escalate',
  lower: 'Lower the level',
  levels: { 1: 'L1 – front line', 2: 'L2 – back office', 3: 'L3 – supervisor', 4: 'L4 – manager' } as Names,
  has: (level: string) => `Level ${level}`,
  asked: (level: string) => `Escalation to ${level} is waiting`,
  short: (level: number) => `L${level}`,
  title: 'Escalate conversation',
  lowerTitle: 'Lower the level',
  text: 'The conversation stays with its owner until somebody of that level accepts.',
  to: 'To',
  newLevel: 'New level',
  reason: 'Reason',
  summary: 'Summary',
  summaryHint: 'What the next level must know, so that the customer need not repeat it.',
  escalated: (level: string) => `Escalated to ${level}.`,
  lowered: (level: string) => `The level is now ${level}.`,
};

const zh: typeof en = {
  escalate: '升级',
  lower: '降低级别',
  levels: { 1: 'L1 一线', 2: 'L2 后台', 3: 'L3 主管', 4: 'L4 经理' },
  has: (level) => `级别 ${level}`,
  asked: (level) => `已申请升级至 ${level}，等待接受`,
  short: (level) => `L${level}`,
  title: '升级会话',
  lowerTitle: '降低级别',
  text: '上级接受之前，会话仍由当前负责人处理。',
  to: '升级至',
  newLevel: '新级别',
  reason: '原因',
  summary: '情况摘要',
  summaryHint: '请写明上级需要了解的情况，避免顾客重复说明。',
  escalated: (level) => `已申请升级至 ${level}。`,
  lowered: (level) => `级别已改为 ${level}。`,
};

export const levelWords: Texts<typeof en> = { key: 'level', en, zh };
export const levelOf = (level: number): Level => Math.min(4, Math.max(1, level)) as Level;
