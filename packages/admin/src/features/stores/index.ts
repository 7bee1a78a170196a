/** @module Stores: settings, service hours, the widget's look and how it gets into the shop. */
import { defineAdminFeature } from '../../desk/feature.ts';

const title = { en: 'Stores', zh: '店铺' };
const allow = 'store.read';

export const stores = defineAdminFeature({
  name: 'stores',
  pages: [
    {
      path: 'stores',
      title,
      tag: 'desk-admin-stores',
      load: () => import('./stores-page.ts'),
      allow,
      nav: { order: 10, icon: 'shop', area: 'shop' },
    },
    { path: 'stores/:id/:section?', title, tag: 'desk-admin-store', load: () => import('./store-page.ts'), allow },
  ],
  landings: [{ path: '/stores', order: 60, allow: 'store.configure' }],
  rows: { Store: '/stores' },
  search: async (text, context) => (await import('./search.ts')).search(text, context),
});
