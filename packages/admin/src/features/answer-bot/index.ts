/** @module The bot in the inbox: its drafts above the reply, and taking over from it. Its settings are the store's. */
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
      // Shown: the strip stands where the bot speaks or drafts.
      when: ({ bot, state }) => bot === 'DRAFT' || state === 'BOT',
    }),
  ],
});
