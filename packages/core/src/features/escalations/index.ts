/** @module Escalation from the front line to back office, supervisor and manager (R-CH-05, domain model 3.3). */
import { inCommit } from '../../kernel/event.ts';
import { defineFeature } from '../../kernel/feature.ts';
import { organisation } from '../organisation/index.ts';
import { work } from '../work/index.ts';
import { serviceLevelsFeature } from '../service-levels/index.ts';
import { customers } from '../customers/index.ts';
import { conversationClosed, conversations } from '../conversations/index.ts';
import {
  acceptEscalation,
  askOn,
  cancelFor,
  declineEscalation,
  escalateConversation,
  escalationsToTeam,
  lowerEscalation,
  raiseEscalation,
} from './actions.ts';
import { Escalation } from './entities.ts';
import { Escalated } from './fields.ts';
import { escalationTexts } from './texts.ts';
import { whenDue } from '../../kernel/timer.ts';
import { escalationTimer } from './timers.ts';
import { escalationsWords } from './words.ts';

export const escalations = defineFeature({
  name: 'escalations',
  words: escalationsWords,
  requires: [conversations, customers, organisation, serviceLevelsFeature, work],
  entities: [Escalation],
  extensions: [Escalated],
  actions: { escalateConversation, acceptEscalation, declineEscalation, raiseEscalation, lowerEscalation },
  inCommit: [inCommit(conversationClosed, cancelFor), askOn],
  answers: [escalationsToTeam],
  timers: [whenDue(escalationTimer, raiseEscalation)],
  permissions: {
    'escalation.level2': {
      roles: ['AA', 'CO', 'TS'],
      en: 'Accept escalations to the back office (L2)',
      zh: '接受升级至后台（L2）',
    },
    'escalation.level3': { roles: ['SV'], en: 'Accept escalations to the supervisor (L3)', zh: '接受升级至主管（L3）' },
    'escalation.level4': { roles: ['MG'], en: 'Accept escalations to the manager (L4)', zh: '接受升级至经理（L4）' },
    'escalation.lower': { roles: ['SV'], en: 'Lower the level of a conversation', zh: '降低会话级别' },
  },
  texts: escalationTexts,
});

export { escalateConversation } from './actions.ts';
export { Escalation } from './entities.ts';
export { escalationChanged } from './events.ts';
export { Escalated, HIGHEST, LEVELS } from './fields.ts';
