import type { Texts } from '../../kit/language.ts';

const en = {
  label: 'My figures of today',
  replyRate: 'Answered',
  answered: (part: string, whole: string) => `${part} of ${whole}`,
  replyRateTitle: 'Your conversations of today that have a reply of the same day (K-03)',
  threeMinute: 'In time',
  threeMinuteTitle: 'Questions of today that you answered within three minutes (K-05)',
  satisfaction: 'Rating',
  satisfactionTitle: (ratings: number) =>
    ratings === 0
      ? 'Ratings of four stars or more (K-14); nobody has rated today'
      : `Ratings of four stars or more (K-14), of ${ratings === 1 ? '1 rating' : `${ratings} ratings`} today`,
};

const zh: typeof en = {
  label: '我的今日指标',
  replyRate: '已回复',
  answered: (part, whole) => `${part}/${whole}`,
  replyRateTitle: '您今天的会话中，当天有人工回复的数量（K-03）',
  threeMinute: '及时率',
  threeMinuteTitle: '您今天三分钟内回复的提问占比（K-05）',
  satisfaction: '好评率',
  satisfactionTitle: (ratings) =>
    ratings === 0
      ? '四星及以上评价占比（K-14），今天还没有评价'
      : `四星及以上评价占比（K-14），今天共 ${ratings} 条评价`,
};

export const kpiWords: Texts<typeof en> = { key: 'kpi', en, zh };
