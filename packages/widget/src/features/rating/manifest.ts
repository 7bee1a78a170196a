import { deskNow } from '../../connection/desk-clock.ts';
import { defineWidgetFeature } from '../../feature.ts';

/** How long after closing the desk takes a rating (R-QA-06). */
const RATING_MS = 72 * 3600 * 1000;

export const rating = defineWidgetFeature({
  name: 'rating',
  notices: [
    {
      name: 'rating',
      when: ({ connection }) => {
        const { conversation } = connection.shown;
        return conversation?.state === 'CLOSED' && deskNow() - Date.parse(conversation.closedAt ?? '') < RATING_MS;
      },
      load: () => import('./desk-rating.ts'),
    },
  ],
});
