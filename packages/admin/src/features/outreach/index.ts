/** @module What a customer has said of being written to, on their page: with its proof, and how it came about. */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { customerDetail } from '../../desk/slots.ts';

export const outreach = defineAdminFeature({
  name: 'outreach',
  panels: [
    panel(customerDetail, {
      tag: 'desk-admin-consents',
      load: () => import('./consents-panel.ts'),
      title: { en: 'Messages', zh: '消息接收' },
      allow: 'customer.read',
      order: 20,
    }),
  ],
});
