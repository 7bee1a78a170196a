/** @module The first hour: what is left to do until the first customer is served. */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { storeEmbedding } from '../../desk/slots.ts';

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
  panels: [
    panel(storeEmbedding, {
      tag: 'desk-admin-sightings',
      load: () => import('./sightings.ts'),
      title: { en: 'Where it was seen', zh: '已检测到的网页' },
      allow: 'store.configure',
    }),
  ],
  landings: [{ path: '/start', order: 10 }],
});
