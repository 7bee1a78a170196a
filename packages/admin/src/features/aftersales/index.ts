/** @module After-sales cases: board and list, a page for each, and cases of an order beside it. */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { record } from '../../desk/record.ts';
import { conversationSide, customerDetail, orderSide } from '../../desk/slots.ts';

const allow = 'case.read';
const title = { en: 'After-sales', zh: '售后' };
const start = record('AfterSalesCase', { path: 'cases', title, details: () => import('./details.ts') });
const cases = {
  tag: 'desk-admin-order-cases',
  load: () => import('./order-cases.ts'),
  title: { en: 'After-sales cases', zh: '售后单' },
  allow,
  order: 25,
};

export const aftersales = defineAdminFeature({
  name: 'cases',
  pages: [
    {
      path: 'cases',
      title,
      tag: 'desk-admin-work-board',
      load: () => import('../../records/board.ts'),
      values: { path: '/cases', start },
      allow,
      nav: { order: 26, icon: 'return' },
    },
    { path: 'case-list', title, tag: 'desk-admin-case-list', load: () => import('./list-page.ts'), allow },
    {
      path: 'case-settings',
      title: { en: 'Return addresses', zh: '退货地址' },
      tag: 'desk-admin-case-settings',
      load: () => import('./settings-page.ts'),
      allow: 'case.configure',
      nav: { order: 30, icon: 'return', area: 'shop' },
    },
    {
      path: 'cases/:id',
      title: { en: 'After-sales case', zh: '售后单' },
      tag: 'desk-admin-case-page',
      load: () => import('./case-page.ts'),
      allow,
    },
  ],
  landings: [
    { path: '/case-list?group=PAY', order: 40, allow: 'refund.confirm' },
    { path: '/case-list?group=INSPECT', order: 45, allow: 'case.inspect' },
  ],
  panels: [panel(orderSide, cases), panel(conversationSide, cases), panel(customerDetail, cases)],
  rows: { AfterSalesCase: '/cases' },
  search: async (text, context) => (await import('./search.ts')).search(text, context),
});
