/** @module What the desk gives its staff notice of: in the bell, as a list, and which of it each wants to be told. */
import { defineAdminFeature } from '../../desk/feature.ts';
import { record } from '../../desk/record.ts';

const title = { en: 'Notices', zh: '通知' };

export const notices = defineAdminFeature({
  name: 'notices',
  bell: [{ load: async () => (await import('./notices-in-bell.ts')).noticesInBell }],
  records: [
    record('Notice', {
      path: 'notices',
      title,
      nav: { order: 50, icon: 'bell', area: 'people' },
      details: async () => ({ details: (await import('./tabs.ts')).noticeDetails }),
    }),
  ],
  pages: [
    { path: 'notices/settings', title, tag: 'desk-admin-notice-settings', load: () => import('./settings-page.ts') },
  ],
});
