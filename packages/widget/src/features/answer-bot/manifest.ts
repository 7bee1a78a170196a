import { defineWidgetFeature } from '../../feature.ts';

export const bot = defineWidgetFeature({
  name: 'bot',
  notices: [
    {
      // While the bot speaks; later for the articles that it has cited.
      name: 'bot',
      when: ({ connection: { shown, state } }) =>
        shown.conversation?.state === 'BOT' ||
        (state.feed?.messages ?? []).some(({ card }) => card?.type === 'ARTICLE'),
      load: () => import('./desk-bot.ts'),
    },
  ],
});
