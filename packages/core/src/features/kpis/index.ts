/**
 * @module Figures of service that conversations give: speed, replies, satisfaction (K-01 to K-06, K-14, K-20, K-23).
 */
import { defineFeature } from '../../kernel/feature.ts';
import { serviceLevelsFeature } from '../service-levels/index.ts';
import { conversations } from '../conversations/index.ts';
import { calendar } from '../calendar/index.ts';
import { access } from '../access/index.ts';
import { knownMetrics, metrics } from '../metrics/index.ts';
import { whenDue } from '../../kernel/timer.ts';
import { AttemptFact, RatingFact, Round, ServedConversation } from './facts.ts';
import { keepMoments, keepRounds, keepTalks, servedBySending } from './keep.ts';
import { ServiceMetrics, serviceMetrics } from './metrics.ts';
import { noteSilence, silenceTimer } from './silence.ts';
import { FigureKind, FigureUnit } from './points.ts';
import { myServiceFigures, serviceKpis } from './views.ts';
import { kpiTexts } from './texts.ts';
import { kpisWords } from './words.ts';

export const kpis = defineFeature({
  name: 'kpis',
  words: kpisWords,
  requires: [access, calendar, conversations, metrics, serviceLevelsFeature],
  vocabularies: [FigureKind, FigureUnit],
  members: [ServiceMetrics],
  entities: [ServedConversation],
  extensions: [Round, RatingFact, AttemptFact],
  actions: { noteSilence },
  timers: [whenDue(silenceTimer, noteSilence)],
  changes: [keepRounds, keepTalks, keepMoments],
  expects: [servedBySending],
  answers: [knownMetrics(...serviceMetrics)],
  views: { serviceKpis, myServiceFigures },
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
export { limitsKept } from './metrics.ts';
