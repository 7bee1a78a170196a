/** @module Staff and what their roles permit. */
import { defineAdminFeature } from '../../desk/feature.ts';

export const staff = defineAdminFeature({
  name: 'staff',
  pages: [
    {
      path: 'staff',
      title: { en: 'Staff', zh: '员工' },
      tag: 'desk-admin-staff',
      load: () => import('./staff-page.ts'),
      allow: 'staff.read',
      nav: { order: 30, icon: 'badge' },
    },
    {
      path: 'permissions',
      title: { en: 'Permissions', zh: '权限' },
      tag: 'desk-admin-matrix',
      load: () => import('./matrix-page.ts'),
      allow: 'staff.read',
      nav: { order: 40, icon: 'shield' },
    },
  ],
  rows: { User: '/records/User' },
});
