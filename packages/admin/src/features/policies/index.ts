/**
 * @module Policies: what rules in each store, the tables as a grid, trying and replaying them, and the way from draft
 * to effect.
 */
import { defineAdminFeature } from '../../desk/feature.ts';

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
      nav: { order: 45, icon: 'scales' },
    },
    {
      path: 'policies/:version/:section?',
      title,
      tag: 'desk-admin-policy',
      load: () => import('./policy-page.ts'),
      allow,
    },
  ],
  rows: { PolicyVersion: '/policies' },
});
