/** @module Shifts: the week by person, check-in and check-out, and what one shift leaves to the next. */
import { defineAdminFeature } from '../../desk/feature.ts';

const title = { en: 'Shifts', zh: '班次' };
const allow = 'shift.read';

export const shifts = defineAdminFeature({
  name: 'shifts',
  pages: [
    {
      path: 'shifts/:week?',
      title,
      tag: 'desk-admin-shifts',
      load: () => import('./shifts-page.ts'),
      allow,
      nav: { order: 27, icon: 'calendar', path: 'shifts' },
    },
    {
      path: 'handovers/:id',
      title: { en: 'Hand-over', zh: '交接班' },
      tag: 'desk-admin-handover',
      load: () => import('./handover-page.ts'),
      allow,
    },
  ],
  rows: { Handover: '/handovers' },
});
