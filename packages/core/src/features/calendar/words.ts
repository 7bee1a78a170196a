/**
 * @module What the fields of calendar are called.
 */
import type { WordList } from '../../kernel/words.ts';

export const calendarWords: WordList = {
  asOf: { en: 'As of', zh: '截至日期' },
  days: { en: 'Days', zh: '日期' },
  hours: {
    en: 'Hours',
    zh: '营业时段',
    note: '`SERVICE` counts the hours of chat, `OFFICE` those of e-mail and tickets.',
  },
  lists: { en: 'Lists', zh: '假日表' },
  nextOpening: { en: 'Next opening', zh: '下次开始服务' },
  reachedAt: { en: 'Reached', zh: '到达时间', note: 'When so much service time has passed.' },
  seconds: { en: 'Service time', zh: '服务时长', note: 'In seconds.' },
};
