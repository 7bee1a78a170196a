import { html } from 'lit';
import type { NoticeFeature } from '../feature.ts';

/** How long after closing the desk takes a rating (R-QA-06). */
const RATING_MS = 72 * 3600 * 1000;

export const rating: NoticeFeature = {
  name: 'rating',
  when: ({ connection }) => {
    const { conversation } = connection.shown;
    return conversation?.state === 'CLOSED' && Date.now() - Date.parse(conversation.closedAt ?? '') < RATING_MS;
  },
  load: () => import('./desk-rating.ts'),
  render: ({ connection, service, texts }) =>
    html`<desk-rating exportparts="star" ?short=${service.shortSurvey} .connection=${connection} .conversationId=${connection.shown.conversation?.id ?? ''} .texts=${texts}></desk-rating>`,
};
