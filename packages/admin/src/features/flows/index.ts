/** @module Flows: who does what by when, as a diagram and a list that one edits. */
import { defineAdminFeature } from '../../desk/feature.ts';
import { record } from '../../desk/record.ts';

export const flows = defineAdminFeature({
  name: 'flows',
  records: [
    record('FlowDefinition', {
      path: 'flows',
      title: { en: 'Flows', zh: '流程' },
      allow: 'flow.read',
      nav: { order: 15, icon: 'transfer', area: 'policies' },
      page: { tag: 'desk-admin-flow', load: () => import('./flow-page.ts') },
      details: () => import('./details.ts'),
    }),
  ],
});
