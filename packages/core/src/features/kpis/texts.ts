import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const kpiTexts = texts('kpis', {
  endsBeforeBeginning: { en: 'The end must be after the beginning.', zh: '结束时间必须晚于开始时间。' },
  shorterPeriod: { en: 'Choose a shorter period.', zh: '请缩短统计时段。' },
});
