import type { Texts } from '../../kit/language.ts';

const en = {
  intent: 'Asks about',
  priority: 'Priority',
  emotion: 'Mood',
  notYet: 'Not clear yet',
  because: (words: string) => `Because of: ${words}`,
  sure: (percent: number) => `${percent} % sure`,
  maybe: 'Or is it',
  setByPeople: 'Set by a colleague',
  nothing: 'The customer has not written anything yet.',
  learnt: 'Noted. The desk learns from it.',
  urgent: 'In a hurry',
  choose: (name: string) => `Set to ${name}`,
};

const zh: typeof en = {
  intent: '咨询意图',
  priority: '优先级',
  emotion: '情绪',
  notYet: '尚不明确',
  because: (words) => `依据：${words}`,
  sure: (percent) => `把握 ${percent}%`,
  maybe: '也可能是',
  setByPeople: '由同事设定',
  nothing: '顾客还没有发送文字。',
  learnt: '已记录，系统会据此学习。',
  urgent: '着急',
  choose: (name) => `改为${name}`,
};

export const readingWords: Texts<typeof en> = { key: 'reading', en, zh };
