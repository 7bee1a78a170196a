/** @module Rules: their list in the order in which they are done, the editor of one, and what they did. */
import { defineAdminFeature } from '../../desk/feature.ts';
import { record } from '../../desk/record.ts';

const title = { en: 'Rules', zh: '自动规则' };
const allow = 'rule.read';

export const rules = defineAdminFeature({
  name: 'rules',
  records: [
    record('Rule', {
      path: 'rules',
      title,
      allow,
      nav: { order: 40, icon: 'bolt', area: 'service' },
      page: { tag: 'desk-admin-rule', load: () => import('./rule-page.ts') },
      details: async () => ({ details: (await import('./details.ts')).ruleDetails }),
    }),
    record('RuleRun', {
      path: 'rules/runs',
      title,
      allow,
      details: async () => ({ details: (await import('./details.ts')).runDetails }),
    }),
  ],
});
