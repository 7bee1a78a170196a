/** @module Staff and what their roles permit. */
import { defineAdminFeature } from '../../desk/feature.ts';
import { record } from '../../desk/record.ts';

export const staff = defineAdminFeature({
  name: 'staff',
  records: [
    record('User', {
      path: 'staff',
      title: { en: 'Staff', zh: '员工' },
      allow: 'staff.read',
      nav: { order: 30, icon: 'badge' },
      details: () => import('./details.ts'),
    }),
  ],
  pages: [
    {
      path: 'permissions',
      title: { en: 'Permissions', zh: '权限' },
      tag: 'desk-admin-matrix',
      load: () => import('./matrix-page.ts'),
      allow: 'staff.read',
      nav: { order: 40, icon: 'shield' },
    },
  ],
});
