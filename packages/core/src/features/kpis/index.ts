/**
 * @module Figures of service that conversations give: speed, replies, satisfaction (K-01 to K-06, K-14, K-20, K-23).
 */
import { defineFeature } from '../../kernel/feature.ts';
import { serviceLevelsFeature } from '../service-levels/index.ts';
import { conversations } from '../conversations/index.ts';
import { calendar } from '../calendar/index.ts';
import { access } from '../access/index.ts';
import { FigureKind, FigureUnit } from './points.ts';
import { myServiceFigures, serviceKpis } from './views.ts';
import { kpiTexts } from './texts.ts';
import { kpisWords } from './words.ts';

export const kpis = defineFeature({
  name: 'kpis',
  words: kpisWords,
  requires: [access, calendar, conversations, serviceLevelsFeature],
  vocabularies: [FigureKind, FigureUnit],
  views: { serviceKpis, myServiceFigures },
  // Domain model 3.13: all figures; without it one sees one's own.
  permissions: {
    'kpi.read': {
      roles: ['TL', 'SV', 'MG', 'AN', 'QI', 'TR', 'OD'],
      en: 'See everybody’s figures',
      zh: '查看全部人员指标',
    },
  },
  texts: kpiTexts,
});

export { figuresOf, type FigureInput, type Figures } from './figures.ts';
export {
  FigureKind,
  FigureUnit,
  keptLimits,
  kpiFigures,
  type FigureFact,
  type FigureFacts,
  type FigurePeriod,
} from './points.ts';
export { everyPage } from './read.ts';
