/** @module Staff and what their roles permit. */
import { defineAdminFeature } from '../../desk/feature.ts';
import { chip, record } from '../../desk/record.ts';

export const staff = defineAdminFeature({
  name: 'staff',
  records: [
    record('User', {
      path: 'staff',
      title: { en: 'Staff', zh: '员工' },
      allow: 'staff.read',
      nav: { order: 10, icon: 'badge', area: 'people' },
      details: () => import('./details.ts'),
    }),
  ],
  into: [
    chip<{ readonly invited: boolean }>('User', {
      when: ({ invited }) => invited,
      needs: ['invited'],
      text: { en: 'Invited', zh: '待接受邀请' },
      look: 'info',
    }),
  ],
  search: async (text, context) => (await import('./search.ts')).search(text, context),
  pages: [
    {
      path: 'permissions',
      title: { en: 'Permissions', zh: '权限' },
      tag: 'desk-admin-matrix',
      load: () => import('./matrix-page.ts'),
      allow: 'staff.read',
      nav: { order: 20, icon: 'shield', area: 'people' },
    },
  ],
});
