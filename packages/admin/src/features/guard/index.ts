/** @module What may not be said: rules, allowed contacts, and a box to try a text. */
import { defineAdminFeature } from '../../desk/feature.ts';
import { record } from '../../desk/record.ts';

const title = { en: 'Forbidden words', zh: '违禁词' };
const allow = 'term.read';

export const guard = defineAdminFeature({
  name: 'guard',
  pages: [
    {
      path: 'guard',
      title,
      tag: 'desk-admin-terms',
      load: () => import('./terms-page.ts'),
      allow,
      nav: { order: 30, icon: 'shield', area: 'knowledge' },
    },
    { path: 'guard/transfer', title, tag: 'desk-admin-term-transfer', load: () => import('./transfer-page.ts'), allow },
  ],
  records: [
    record('SafeContact', {
      path: 'guard/contacts',
      title,
      allow,
      details: () => import('./contacts.ts'),
      page: false,
    }),
  ],
  rows: { ForbiddenTerm: '/records/ForbiddenTerm' },
});
