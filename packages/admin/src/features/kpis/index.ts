/** @module An agent's figures of today, where they work (R-PRE-26), and the service of a week for those who lead. */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { inboxAbove } from '../../desk/slots.ts';

export const kpis = defineAdminFeature({
  name: 'kpis',
  pages: [
    {
      path: 'service-report',
      title: { en: 'Service report', zh: '服务报表' },
      tag: 'desk-admin-service-report',
      load: () => import('./service-report.ts'),
      allow: 'kpi.read',
      nav: { order: 18, icon: 'chart' },
    },
  ],
  // Who owns the desk sees first how it goes; of the others, who neither serves nor pays.
  landings: [
    { path: '/service-report', order: 20, allow: 'store.configure' },
    { path: '/service-report', order: 50 },
  ],
  panels: [
    panel(inboxAbove, {
      tag: 'desk-admin-my-figures',
      load: () => import('./my-figures.ts'),
      title: { en: 'My figures of today', zh: '我的今日指标' },
      allow: 'customer.reply',
    }),
  ],
});
