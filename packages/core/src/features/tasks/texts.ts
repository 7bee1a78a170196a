import { texts } from '../../kernel/said.ts';

/** What this feature says in denials. */
export const taskTexts = texts('tasks', {
  aDayAtMost: { en: 'Put it off for a day at most.', zh: '每次最多延后一天。' },
  dueHasPassed: { en: 'Choose a time that is still to come.', zh: '请选择将来的时间。' },
  noSuchOutcome: { en: 'A task of this kind does not end like that.', zh: '此类任务没有这种结果。' },
  notYours: { en: 'This task is not in your hands.', zh: '这项任务不在您手上。' },
});
