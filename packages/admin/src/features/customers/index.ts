/** @module Customers: the list, a page for each, and what the inbox shows of them beside a conversation. */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { record } from '../../desk/record.ts';
import { conversationSide, customerDetail } from '../../desk/slots.ts';

const allow = 'customer.read';
const file = {
  tag: 'desk-admin-customer-file',
  load: () => import('./file-panel.ts'),
  title: { en: 'Customer file', zh: '顾客档案' },
  allow,
  order: 10,
};
const history = { tag: 'desk-admin-history-panel', load: () => import('./history-panel.ts'), allow, order: 30 };

export const customers = defineAdminFeature({
  name: 'customers',
  records: [
    record('Customer', {
      path: 'customers',
      title: { en: 'Customers', zh: '顾客' },
      allow,
      nav: { order: 20, icon: 'people' },
      details: () => import('./details.ts'),
      page: { tag: 'desk-admin-customer', load: () => import('./customer-page.ts') },
    }),
  ],
  panels: [
    panel(conversationSide, file),
    panel(conversationSide, { ...history, title: { en: 'Past conversations', zh: '历史会话' } }),
    panel(customerDetail, file),
    panel(customerDetail, { ...history, title: { en: 'History', zh: '顾客动态' } }),
  ],
  search: async (text, context) => (await import('./search.ts')).search(text, context),
});
