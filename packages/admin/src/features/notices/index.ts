/** @module What the desk gives its staff notice of and tells customers: in the bell, as lists, and which of it is given. */
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
    record('CustomerNotice', {
      path: 'customer-notices',
      title: { en: 'To customers', zh: '顾客通知' },
      details: async () => ({ details: (await import('./tabs.ts')).customerNoticeDetails }),
    }),
  ],
  pages: [
    { path: 'notices/settings', title, tag: 'desk-admin-notice-settings', load: () => import('./settings-page.ts') },
    {
      path: 'notices/customers',
      title,
      tag: 'desk-admin-customer-notice-settings',
      load: () => import('./customer-settings-page.ts'),
    },
  ],
});
