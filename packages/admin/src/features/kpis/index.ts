/** @module An agent's figures of today, where he works (R-PRE-26). */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { inboxAbove } from '../../desk/slots.ts';

export const kpis = defineAdminFeature({
  name: 'kpis',
  panels: [
    panel(inboxAbove, {
      tag: 'desk-admin-my-figures',
      load: () => import('./my-figures.ts'),
      title: { en: 'My figures of today', zh: '我的今日指标' },
      allow: 'customer.reply',
    }),
  ],
});
