import type { Texts } from '../kit/language.ts';

const en = {
  bell: 'Alerts',
  news: (count: string) => `Alerts: ${count} new`,
  nothing: 'Nothing new',
  nothingText: 'What needs your attention appears here.',
  open: 'Open',
  seen: 'Mark as seen',
  allSeen: 'Mark all as seen',
  many: (count: number) => `${count} new alerts`,
};

export const bellWords: Texts<typeof en> = {
  key: 'bell',
  en,
  zh: {
    bell: '提醒',
    news: (count) => `提醒：${count} 条未读`,
    nothing: '暂无提醒',
    nothingText: '需要您处理的事项会显示在这里。',
    open: '查看',
    seen: '标为已读',
    allSeen: '全部标为已读',
    many: (count) => `${count} 条新提醒`,
  },
};
