/** @module The bot in the panel: its drafts above the reply, taking over from it, and its settings in a store (`store-section.ts`). */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { composerAbove } from '../../desk/slots.ts';

export const answerBot = defineAdminFeature({
  name: 'answer-bot',
  panels: [
    panel(composerAbove, {
      tag: 'desk-admin-bot-strip',
      load: () => import('./bot-strip.ts'),
      title: { en: 'Answer bot', zh: '智能助手' },
      allow: 'customer.reply',
      order: 10,
      when: ({ bot, state }) => bot === 'DRAFT' || state === 'BOT',
    }),
  ],
});
