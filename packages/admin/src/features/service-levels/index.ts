/** @module Service levels: what is promised, to whom, and news of what is late. */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { shellNotices } from '../../desk/slots.ts';

const title = { en: 'Service levels', zh: '服务水平' };

export const serviceLevels = defineAdminFeature({
  name: 'service-levels',
  pages: [
    {
      path: 'service-levels',
      title,
      tag: 'desk-admin-service-levels',
      load: () => import('./service-levels-page.ts'),
      allow: 'sla.read',
      nav: { order: 10, icon: 'clock', area: 'service' },
    },
  ],
  panels: [
    panel(shellNotices, {
      tag: 'desk-admin-sla-news',
      load: () => import('./sla-news.ts'),
      title,
      allow: 'conversation.read',
    }),
  ],
  rows: { SlaPolicy: '/service-levels' },
});
