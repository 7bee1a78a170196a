/**
 * @module Figures of service that conversations give: speed, replies, satisfaction (K-01 to K-06, K-14, K-20, K-23).
 */
import { defineFeature } from '../../kernel/feature.ts';
import { whenDue } from '../../kernel/timer.ts';
import { access } from '../access/index.ts';
import { calendar } from '../calendar/index.ts';
import { conversations } from '../conversations/index.ts';
import { knownMetrics, metrics } from '../metrics/index.ts';
import { serviceLevelsFeature } from '../service-levels/index.ts';
import { AttemptFact, RatingFact, Round, ServedConversation } from './facts.ts';
import { keepMoments, keepRounds, keepTalks, servedBySending } from './keep.ts';
import { limitsKept, ServiceMetrics, serviceMetrics } from './metrics.ts';
import { noteSilence, silenceTimer } from './silence.ts';
import { kpisWords } from './words.ts';

export const kpis = defineFeature({
  name: 'kpis',
  words: kpisWords,
  requires: [access, calendar, conversations, metrics, serviceLevelsFeature],
  entities: [ServedConversation],
  extensions: [Round, RatingFact, AttemptFact],
  members: [ServiceMetrics],
  actions: { noteSilence },
  timers: [whenDue(silenceTimer, noteSilence)],
  changes: [keepRounds, keepTalks, keepMoments],
  expects: [servedBySending],
  answers: [knownMetrics(...serviceMetrics)],
});

export { limitsKept };
