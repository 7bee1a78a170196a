import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const metricTexts = texts('metrics', {
  noDay: { en: 'Say a day as YYYY-MM-DD.', zh: '日期格式为 YYYY-MM-DD。' },
  endsBeforeBeginning: { en: 'The last day must not be before the first.', zh: '结束日期不能早于开始日期。' },
  shorterPeriod: { en: 'Choose a shorter period.', zh: '请缩短统计时段。' },
  noSuchFigure: { en: 'There is no such figure.', zh: '没有该指标。' },
  tooManyFacts: {
    en: 'On this day there is more than can be counted at once.',
    zh: '该日数据过多，无法一次重算。',
  },
  formulaFails: {
    en: 'The formula still fails, so the day cannot be recounted.',
    zh: '公式仍然出错，无法重算该日。',
  },
  onlySums: { en: 'Such a figure is worked out anew each time it is read.', zh: '该指标每次查看时都会重新计算。' },
});
