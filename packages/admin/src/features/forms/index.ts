/** @module Work forms: the list, a page to design each, their records, and every row’s own forms. */
import { defineAdminFeature } from '../../desk/feature.ts';
import { record } from '../../desk/record.ts';

const title = { en: 'Forms', zh: '表单' };
const allow = 'form.read';
const print = { title, allow, tag: 'desk-admin-form-print', load: () => import('./print-page.ts') };

export const forms = defineAdminFeature({
  name: 'forms',
  records: [
    record('Form', {
      path: 'forms',
      title,
      allow,
      nav: { order: 28, icon: 'note' },
      page: { tag: 'desk-admin-form', load: () => import('./form-page.ts') },
      details: async () => ({ details: (await import('./details.ts')).formDetails }),
    }),
    record('FormRecord', {
      path: 'form-records',
      title: { en: 'Records of forms', zh: '表单记录' },
      allow,
      page: { tag: 'desk-admin-form-record', load: () => import('./record-page.ts') },
      details: async () => ({ details: (await import('./details.ts')).formRecordDetails }),
    }),
  ],
  pages: [
    { ...print, path: 'form-records/:id/print' },
    { ...print, path: 'form-print/:store/:code/:kind/:id' },
  ],
});
