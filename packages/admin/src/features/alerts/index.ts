/** @module Sounds and desktop notices for who serves customers. They are chosen in the menu of one’s account. */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { shellNotices } from '../../desk/slots.ts';

export const alerts = defineAdminFeature({
  name: 'alerts',
  panels: [
    panel(shellNotices, {
      tag: 'desk-admin-alerts',
      load: () => import('./alerts.ts'),
      title: { en: 'Sounds and notices', zh: '提示音与通知' },
      allow: 'customer.reply',
    }),
  ],
});
