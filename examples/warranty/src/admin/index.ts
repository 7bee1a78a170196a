/** @module The panel's part: a page of claims, and what is known of a customer's warranty beside their conversation. */
import { conversationSide, defineAdminFeature, panel } from '@shopdesk/admin';

const allow = 'warranty.read';

export const warrantyAdmin = defineAdminFeature({
  name: 'warranty',
  pages: [
    {
      path: 'warranty',
      title: { en: 'Warranty', zh: '保修' },
      tag: 'warranty-claims',
      load: () => import('./claims-page.ts'),
      allow,
      nav: { order: 28, icon: 'shield' },
    },
  ],
  panels: [
    panel(conversationSide, {
      tag: 'warranty-cover',
      load: () => import('./cover.ts'),
      title: { en: 'Warranty', zh: '保修' },
      allow,
      order: 6,
    }),
  ],
});
