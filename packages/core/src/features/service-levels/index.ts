/**
 * @module Service levels: how soon a reply and a resolution are owed, and who hears when they are late (R-CH-04,
 * R-CH-19).
 */
import { defineFeature } from '../../kernel/feature.ts';
import { understanding } from '../understanding/index.ts';
import { customers } from '../customers/index.ts';
import { conversations } from '../conversations/index.ts';
import { calendar } from '../calendar/index.ts';
import { access } from '../access/index.ts';
import { SlaClock, SlaPolicy } from './entities.ts';
import { Sla } from './fields.ts';
import { previewServiceLevel, resetSlaPolicy, serviceLevels, setSlaPolicy } from './policies.ts';
import { reactions } from './reactions.ts';
import { runSlaClock } from './run-clock.ts';
import { serviceLevelTexts } from './texts.ts';
import { whenDue } from '../../kernel/timer.ts';
import { slaTimer } from './timers.ts';
import { serviceLevelsWords } from './words.ts';

export const serviceLevelsFeature = defineFeature({
  name: 'serviceLevels',
  words: serviceLevelsWords,
  requires: [access, calendar, conversations, customers, understanding],
  entities: [SlaPolicy, SlaClock],
  extensions: [Sla],
  actions: { setSlaPolicy, resetSlaPolicy, runSlaClock },
  views: { serviceLevels, previewServiceLevel },
  inCommit: reactions,
  timers: [whenDue(slaTimer, runSlaClock)],
  permissions: {
    'sla.read': {
      roles: ['PA', 'AA', 'CO', 'SM', 'TS', 'FC', 'TL', 'SV', 'MG', 'OD', 'AN', 'QI', 'TR', 'AD'],
      en: 'See service levels',
      zh: '查看服务水平',
    },
    'sla.hearBreach': { roles: ['TL'], en: 'Is told when a customer waits too long', zh: '接收超时提醒' },
    'sla.hearEscalation': {
      roles: ['SV', 'MG'],
      en: 'Is told when a late conversation is escalated',
      zh: '接收超时升级提醒',
    },
    'sla.manage': { roles: ['SV', 'MG'], en: 'Set service levels', zh: '设置服务水平' },
  },
  texts: serviceLevelTexts,
});

export { DEFAULT_POLICIES } from './default-policies.ts';
export { policiesFor, scopeKey, type Policy, type PolicyTargets, type Scope } from './choose.ts';
export { SlaClock, SlaPolicy, SlaTarget } from './entities.ts';
export { Sla } from './fields.ts';
export { slaBreached, slaEscalated, slaWarned } from './events.ts';
export { isFarewell } from './farewell.ts';
export { SLA_LEVELS, SLA_TARGETS, type SlaLevel, type SlaTargetName } from './fields.ts';
export { slaSettingOf } from './facts.ts';
