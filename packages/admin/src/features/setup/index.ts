/** @module The first hour: what is left to do until the first customer is served. */
import { defineAdminFeature } from '../../desk/feature.ts';

export const setup = defineAdminFeature({
  name: 'setup',
  pages: [
    {
      path: 'start',
      title: { en: 'First hour', zh: '开始使用' },
      tag: 'desk-admin-setup',
      load: () => import('./setup-page.ts'),
      allow: 'store.configure',
      nav: { order: 20, icon: 'check', area: 'shop' },
    },
  ],
  landings: [{ path: '/start', order: 10 }],
});
