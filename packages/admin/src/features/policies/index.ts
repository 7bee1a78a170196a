/**
 * @module Policies: what rules in each store, the tables as a grid, trying and replaying them, and the way from draft
 * to effect.
 */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { reportAbove } from '../../desk/slots.ts';

const title = { en: 'Policies', zh: '政策' };
const allow = 'policy.read';

export const policies = defineAdminFeature({
  name: 'policies',
  pages: [
    {
      path: 'policies',
      title,
      tag: 'desk-admin-policies',
      load: () => import('./policies-page.ts'),
      allow,
      nav: { order: 10, icon: 'scales', area: 'policies' },
    },
    {
      path: 'policies/:version/:section?',
      title,
      tag: 'desk-admin-policy',
      load: () => import('./policy-page.ts'),
      allow,
      wide: true,
    },
  ],
  panels: [
    panel(reportAbove, {
      tag: 'desk-admin-waiting-policies',
      load: () => import('./waiting-policies.ts'),
      title: { en: 'Policies waiting for approval', zh: '待审批的政策' },
      allow: 'policy.approve',
    }),
  ],
  rows: { PolicyVersion: '/policies' },
});
