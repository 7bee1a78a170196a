/**
 * @module Figures (domain part 4): a registry from code to a pure formula over rows, counted in the commit. A feature
 * adds its figures (`addTo(MetricCode, …)`, `metric`, `countedIn`, `knownMetrics`) and gets cells, pages, rows behind
 * each number, fixing and recounts.
 */
import { defineFeature } from '../../kernel/feature.ts';
import { whenDue } from '../../kernel/timer.ts';
import { access } from '../access/index.ts';
import { customers } from '../customers/index.ts';
import { knownNotices, notices } from '../notices/index.ts';
import { countFacts } from './count.ts';
import { FigureRecount, FrozenFigure, MetricCell, MetricDay, MetricState, READ_ALL } from './entities.ts';
import { begins, fillAll, fillFigures } from './fill.ts';
import { fixedFigureToday, fixFigure } from './freeze.ts';
import { MetricCode } from './metric.ts';
import { figureFails, MetricNotices } from './notices.ts';
import { recountDay } from './recount.ts';
import { metricTexts } from './texts.ts';
import { fillTimer, recountTimer } from './timers.ts';
import { figureDrift, figureList, figureRows, figures, myFigures } from './views.ts';
import { metricWords } from './words.ts';

export const metrics = defineFeature({
  name: 'metrics',
  words: metricWords,
  requires: [access, customers, notices],
  entities: [MetricCell, MetricDay, MetricState, FigureRecount, FrozenFigure],
  vocabularies: [MetricCode],
  members: [MetricNotices],
  actions: { recountDay, fillFigures, fixFigure },
  views: { figures, myFigures, figureList, figureRows, figureDrift, fixedFigureToday },
  permissions: {
    // Domain model 3.13: all figures; without it one sees one's own.
    [READ_ALL]: {
      roles: ['TL', 'SV', 'MG', 'AN', 'QI', 'TR', 'OD'],
      en: 'See everybody’s figures',
      zh: '查看全部人员指标',
    },
    'metric.fix': { roles: ['SV', 'MG'], en: 'Fix figures', zh: '定版指标' },
    'metric.recount': { roles: ['MG', 'AD'], en: 'Recount figures', zh: '重算指标' },
  },
  answers: [knownNotices(figureFails)],
  changes: [begins, countFacts],
  timers: [whenDue(recountTimer, recountDay), whenDue(fillTimer, fillFigures)],
  upgraded: fillAll,
  texts: metricTexts,
});

export { localDay } from './days.ts';
export { FigureRecount, FrozenFigure, MetricCell } from './entities.ts';
export {
  alsoCounted,
  countedIn,
  knownMetrics,
  metric,
  MetricCode,
  metricDimension,
  metricUnit,
  type Amount,
  type FactFields,
  type Metric,
  type MetricDimension,
  type MetricSource,
  type MetricUnit,
  type OwnAmount,
} from './metric.ts';
export type { FigureRowOf } from './rows.ts';
