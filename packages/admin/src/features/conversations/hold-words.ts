import type { Texts } from '../../kit/language.ts';

const en = {
  hold: 'Hold',
  release: 'End hold',
  title: 'Hold the conversation',
  text: 'Until then the customer is not asked whether they are still there, and the conversation does not close by itself. When the time is over, you are reminded that they wait for your word.',
  usual: 'Usual times',
  within: (minutes: number) => (minutes < 60 ? `${minutes} min` : minutes === 60 ? '1 hour' : `${minutes / 60} hours`),
  backAtLabel: 'Back at',
  backAt: (time: string) => `Back at ${time}`,
  asleep: (time: string) => `Asleep until ${time}`,
  backWas: (time: string) => `Back was due at ${time}`,
  held: (time: string) => `On hold. You are back at ${time}.`,
  released: 'The hold has ended.',
  over: (name: string) => `${name} waits for the word you promised for now.`,
};

const zh: typeof en = {
  hold: '保留',
  release: '结束保留',
  title: '保留会话',
  text: '在此之前，系统不会询问顾客是否还在，也不会自动结束会话。到时后，系统会提醒您尽快答复顾客。',
  usual: '常用时间',
  within: (minutes) => (minutes < 60 ? `${minutes} 分钟` : `${minutes / 60} 小时`),
  backAtLabel: '回来时间',
  backAt: (time) => `${time} 回来`,
  asleep: (time) => `休眠至 ${time}`,
  backWas: (time) => `应于 ${time} 回来`,
  held: (time) => `会话已保留，您将于 ${time} 回来。`,
  released: '已结束保留。',
  over: (name) => `您答应的时间已到，${name} 正在等您的答复。`,
};

export const holdWords: Texts<typeof en> = { key: 'hold', en, zh };
