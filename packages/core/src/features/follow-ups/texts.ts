import { texts } from '../../kernel/said.ts';

/** What this feature says in denials. */
export const followUpTexts = texts('followUps', {
  promiseFirst: {
    en: 'The customer was promised a word: settle that task with its outcome first.',
    zh: '对顾客仍有未兑现的承诺：请先处理该任务并填写结果。',
  },
});
