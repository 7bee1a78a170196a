/** @module What was read from a customer's words, beside the conversation, for people to correct. */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { conversationSide } from '../../desk/slots.ts';

export const understanding = defineAdminFeature({
  name: 'understanding',
  panels: [
    panel(conversationSide, {
      tag: 'desk-admin-reading',
      load: () => import('./reading-panel.ts'),
      title: { en: 'What is asked', zh: '咨询识别' },
      allow: 'conversation.read',
      order: 5,
    }),
  ],
});
