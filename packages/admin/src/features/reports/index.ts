/** @module Reports that the desk makes by itself: the monthly report of returns (R-AFT-08). */
import { defineAdminFeature } from '../../desk/feature.ts';

const allow = 'report.read';
const title = { en: 'Returns reports', zh: '退货月报' };

export const reports = defineAdminFeature({
  name: 'reports',
  pages: [
    {
      path: 'returns-reports',
      title,
      tag: 'desk-admin-returns-reports',
      load: () => import('./reports-page.ts'),
      allow,
      nav: { order: 19, icon: 'chart' },
    },
    {
      path: 'returns-reports/:store/:month',
      title,
      tag: 'desk-admin-returns-report',
      load: () => import('./report-page.ts'),
      allow,
    },
  ],
});
