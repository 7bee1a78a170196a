import type { NoticeFeature } from '../feature.ts';

/** While the bot speaks; later for the articles that it has cited. */
export const bot: NoticeFeature = {
  name: 'bot',
  when: ({ connection: { shown, state } }) =>
    shown.conversation?.state === 'BOT' || (state.feed?.messages ?? []).some(({ card }) => card?.type === 'ARTICLE'),
  load: () => import('./desk-bot.ts'),
};
