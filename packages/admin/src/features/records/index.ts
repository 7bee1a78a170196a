/** @module Lists, pages and forms for every entity that has none of its own. */
import { defineAdminFeature } from '../../desk/feature.ts';

const title = { en: 'Data', zh: '数据' };

export const records = defineAdminFeature({
  name: 'records',
  pages: [
    {
      path: 'records/:entity/:id',
      title,
      tag: 'desk-admin-record',
      load: () => import('../../records/record-page.ts'),
      values: { start: undefined, entity: undefined },
    },
    {
      path: 'records/:entity?',
      title,
      tag: 'desk-admin-records',
      load: () => import('./records-page.ts'),
      nav: { order: 10, icon: 'table', area: 'developer' },
    },
  ],
});
