/** @module Escalations that wait for somebody of the viewer's level, and what was asked beside the conversation. */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { conversationSide, shellNotices } from '../../desk/slots.ts';

const title = { en: 'Escalation', zh: '升级' };
const load = () => import('./escalation-list.ts');

export const escalations = defineAdminFeature({
  name: 'escalations',
  panels: [
    panel(shellNotices, { tag: 'desk-admin-escalation-offers', load, title, allow: 'customer.reply' }),
    panel(conversationSide, {
      tag: 'desk-admin-escalation-panel',
      load: () => import('./escalation-panel.ts'),
      title,
      order: 5,
      when: ({ level, escalatedTo }) => level > 1 || escalatedTo !== null,
    }),
  ],
});
