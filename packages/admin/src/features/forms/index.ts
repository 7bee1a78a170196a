/** @module Work forms: the list, a page to design each, their records, and every row’s own forms. */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { part, record } from '../../desk/record.ts';
import {
  caseDetail,
  conversationSide,
  customerDetail,
  handoverDetail,
  orderSide,
  returnsReportDetail,
} from '../../desk/slots.ts';

const title = { en: 'Forms', zh: '表单' };
const allow = 'form.read';
const print = { title, allow, tag: 'desk-admin-form-print', load: () => import('./print-page.ts') };

/** The forms of the rows of a kind, on their page. */
const of = (kind: string) => ({
  tag: `desk-admin-forms-of-${kind.toLowerCase().replaceAll('_', '-')}`,
  load: async () => (await import('./forms-of.ts')).formsOf(kind),
  title,
  allow,
});

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
  into: [part('Complaint', of('COMPLAINT')), part('User', of('STAFF'))],
  panels: [
    panel(conversationSide, { ...of('CONVERSATION'), order: 80 }),
    panel(customerDetail, { ...of('CUSTOMER'), order: 80 }),
    panel(caseDetail, { ...of('CASE'), order: 80 }),
    panel(handoverDetail, { ...of('HANDOVER'), order: 80 }),
    panel(returnsReportDetail, { ...of('RETURNS_REPORT'), order: 80 }),
    panel(orderSide, { ...of('ORDER'), order: 80 }),
  ],
});
