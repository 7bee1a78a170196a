/**
 * @module Orders of the shop: lists, a page for each, and beside a conversation everything that can be done with one.
 */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { part, record } from '../../desk/record.ts';
import { conversationSide, customerDetail } from '../../desk/slots.ts';

const allow = 'order.read';
const title = { en: 'Orders', zh: '订单' };
const ofCustomer = { tag: 'desk-admin-orders-panel', load: () => import('./orders-panel.ts'), title, allow, order: 20 };

export const orders = defineAdminFeature({
  name: 'orders',
  pages: [
    {
      path: 'orders',
      title,
      tag: 'desk-admin-orders',
      load: () => import('./orders-page.ts'),
      allow,
      nav: { order: 24, icon: 'receipt' },
    },
    {
      path: 'order-tasks',
      title: { en: 'Orders to acknowledge', zh: '待确认的订单备注' },
      tag: 'desk-admin-order-tasks',
      load: () => import('./tasks-page.ts'),
      allow,
    },
    {
      path: 'orders/:store/:id',
      title: { en: 'Order', zh: '订单' },
      tag: 'desk-admin-order-page',
      load: () => import('./order-page.ts'),
      allow,
    },
  ],
  records: [
    record('OrderServiceRequest', {
      path: 'order-changes',
      title: { en: 'Changes of orders', zh: '订单修改' },
      allow,
      details: () => import('./request-details.ts'),
    }),
  ],
  into: [
    part('OrderServiceRequest', {
      tag: 'desk-admin-order-request-change',
      load: () => import('./request-change.ts'),
      title: { en: 'What changes', zh: '变更内容' },
    }),
  ],
  panels: [panel(conversationSide, ofCustomer), panel(customerDetail, ofCustomer)],
  search: async (text, context) => (await import('./search.ts')).search(text, context),
});
