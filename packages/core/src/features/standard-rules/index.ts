/** @module What Shopdesk's own features give to rules: events, steps, and rules to begin with as drafts. */
import { defineFeature } from '../../kernel/feature.ts';
import { answer } from '../../kernel/point.ts';
import { aftersales } from '../aftersales/index.ts';
import { complaints } from '../complaints/index.ts';
import { conversations } from '../conversations/index.ts';
import { escalations } from '../escalations/index.ts';
import { notices } from '../notices/index.ts';
import { orders } from '../orders/index.ts';
import { knownRuleEvents, knownRuleSteps, rules, shippedRules, startsRules } from '../rules/index.ts';
import { serviceLevelsFeature } from '../service-levels/index.ts';
import { tasks } from '../tasks/index.ts';
import { understanding } from '../understanding/index.ts';
import { StandardEvents, standardEvents } from './events.ts';
import { SHIPPED_RULES } from './shipped.ts';
import { standardSteps } from './steps.ts';

export const standardRules = defineFeature({
  name: 'standardRules',
  requires: [
    rules,
    aftersales,
    complaints,
    conversations,
    escalations,
    notices,
    orders,
    serviceLevelsFeature,
    tasks,
    understanding,
  ],
  members: [StandardEvents],
  changes: [startsRules(...standardEvents)],
  answers: [
    knownRuleEvents(...standardEvents),
    knownRuleSteps(...standardSteps),
    answer(shippedRules, () => SHIPPED_RULES),
  ],
});
