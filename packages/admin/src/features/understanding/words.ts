import type { ConversationReading } from '@shopdesk/core';
import type { Texts } from '../../kit/language.ts';
import type { Emotion } from './data.ts';

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
  emotions: { ANGRY: 'Angry', NEGATIVE: 'Dissatisfied', NEUTRAL: 'Neutral', POSITIVE: 'Pleased' } as Readonly<
    Record<Emotion, string>
  >,
  trends: { WORSE: 'getting worse', STEADY: 'steady', BETTER: 'getting better' } as Readonly<
    Record<ConversationReading['trend'], string>
  >,
  reasons: {
    INTENT: 'what is asked',
    SAFETY: 'danger to health',
    MEDIA_OR_AUTHORITY: 'press or authorities',
    PRIVACY_LEAK: 'leaked data',
    MASS_FAULT: 'many report it',
    ANGRY_VIP: 'angry VIP',
  } as Readonly<Record<ConversationReading['priorityReasons'][number], string>>,
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
  emotions: { ANGRY: '愤怒', NEGATIVE: '不满', NEUTRAL: '平静', POSITIVE: '满意' },
  trends: { WORSE: '趋于恶化', STEADY: '平稳', BETTER: '有所缓和' },
  reasons: {
    INTENT: '咨询内容',
    SAFETY: '人身安全',
    MEDIA_OR_AUTHORITY: '涉及媒体或监管',
    PRIVACY_LEAK: '信息泄露',
    MASS_FAULT: '多人反馈',
    ANGRY_VIP: 'VIP 情绪激动',
  },
};

export const readingWords: Texts<typeof en> = { en, zh };
