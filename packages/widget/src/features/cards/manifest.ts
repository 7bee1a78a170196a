import type { NoticeFeature } from '../feature.ts';

/** The product that the shopper looks at, offered to be sent. */
export const offer: NoticeFeature = {
  name: 'offer',
  when: ({ connection, host: { facts } }) => Boolean(facts.product && !connection.settledOffers.has(facts.product.id)),
  load: () => import('./desk-offer.ts'),
};
