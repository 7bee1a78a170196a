/** @module Figures: all of them, and each by day and by part, down to the rows that made it. */
import { defineAdminFeature } from '../../desk/feature.ts';

const title = { en: 'Figures', zh: '指标' };

export const metrics = defineAdminFeature({
  name: 'metrics',
  pages: [
    { path: 'figures', title, tag: 'desk-admin-figures', load: () => import('./figures-page.ts') },
    { path: 'figures/:metric', title, tag: 'desk-admin-figure', load: () => import('./figure-page.ts') },
  ],
});
