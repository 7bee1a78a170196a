/**
 * @module Rules: an event of the desk, a condition on its frozen facts, steps that are the desk's own actions. A feature
 * adds events (`addTo(RuleEvent, …)`, `ruleEvent`, `knownRuleEvents`, `startsRules`) and steps (`knownRuleSteps`).
 */
import { whenChanged } from '../../kernel/changes.ts';
import type { SystemActor } from '../../kernel/actor.ts';
import type { Desk } from '../../kernel/desk.ts';
import { defineFeature } from '../../kernel/feature.ts';
import { whenDue } from '../../kernel/timer.ts';
import { access, Tenant } from '../access/index.ts';
import { customers } from '../customers/index.ts';
import { knownNotices, notices } from '../notices/index.ts';
import { work } from '../work/index.ts';
import {
  addShipped,
  addShippedRules,
  createRule,
  editRule,
  pauseRule,
  placeRule,
  publishRule,
  resumeRule,
  retireRule,
} from './actions.ts';
import { ruleDemo } from './demo.ts';
import { dryRunRule } from './dry-run.ts';
import { Rule, RuleRun, RuleTrigger, RuleVersion } from './entities.ts';
import { RuleEvent } from './events.ts';
import { RuleNotices, rulePaused, ruleStopped } from './notices.ts';
import { runRules } from './run.ts';
import { ruleTexts } from './texts.ts';
import { RuleEntry, runsOfCustomer } from './timeline.ts';
import { triggerTimer } from './timers.ts';
import { judgeRuleDraft, ruleKit } from './views.ts';
import { ruleWords } from './words.ts';

const LEADS = ['SV', 'MG', 'OD'];
const MOST_TENANTS = 10_000;

/** A new tenant finds the shipped rules as drafts. */
const draftsForNew = whenChanged(
  ({ name }) => name === Tenant.name,
  async (ctx, { before, row }) => {
    if (!before && row) await addShipped(ctx, row.id);
  },
);

async function draftsForOlder(desk: Desk): Promise<void> {
  const anybody: SystemActor = { kind: 'system', tenantId: '', name: 'rules' };
  for (const { id: tenantId } of await desk.read(anybody).lookupAll(Tenant, {}, MOST_TENANTS))
    await desk.perform({ ...anybody, tenantId }, 'addShippedRules', {});
}

export const rules = defineFeature({
  name: 'rules',
  words: ruleWords,
  requires: [access, customers, notices, work],
  entities: [Rule, RuleVersion, RuleTrigger, RuleRun],
  vocabularies: [RuleEvent],
  members: [RuleNotices, RuleEntry],
  actions: {
    createRule,
    editRule,
    placeRule,
    publishRule,
    pauseRule,
    resumeRule,
    retireRule,
    runRules,
    addShippedRules,
  },
  views: { ruleKit, judgeRuleDraft, dryRunRule },
  permissions: {
    'rule.read': { roles: ['TL', 'AN', 'AD', ...LEADS], en: 'See rules and what they did', zh: '查看规则及执行记录' },
    'rule.write': { roles: LEADS, en: 'Write drafts of rules', zh: '编写规则草稿' },
    'rule.publish': { roles: LEADS, en: 'Publish, pause and order rules', zh: '发布、暂停规则及调整顺序' },
  },
  answers: [runsOfCustomer, knownNotices(rulePaused, ruleStopped)],
  changes: [draftsForNew],
  timers: [whenDue(triggerTimer, runRules)],
  upgraded: draftsForOlder,
  texts: ruleTexts,
  demo: ruleDemo,
});

export { Rule, RuleRun, RuleTrigger, RuleVersion } from './entities.ts';
export { knownRuleEvents, ruleEvent, RuleEvent, shippedRules, type RuleEventRule, type ShippedRule } from './events.ts';
export { startsRules } from './start.ts';
export { knownRuleSteps, type RuleStepRule } from './steps.ts';
