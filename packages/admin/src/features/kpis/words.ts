import type { Texts } from '../../kit/language.ts';

const en = {
  label: 'My figures of today',
  replyRate: 'Replied',
  replyRateTitle: 'Conversations with a reply on the same day (K-03)',
  threeMinute: '3 min',
  threeMinuteTitle: 'Questions answered within three minutes (K-05)',
  satisfaction: 'Satisfied',
  satisfactionTitle: (ratings: number) => `Ratings of four stars or more (K-14), of ${ratings}`,
};

const zh: typeof en = {
  label: '我的今日指标',
  replyRate: '回复率',
  replyRateTitle: '当天有人工回复的会话占比（K-03）',
  threeMinute: '3分钟回复率',
  threeMinuteTitle: '三分钟内回复的提问占比（K-05）',
  satisfaction: '满意度',
  satisfactionTitle: (ratings) => `四星及以上评价占比（K-14），共 ${ratings} 条评价`,
};

export const kpiWords: Texts<typeof en> = { key: 'kpi', en, zh };
