import { defineWidgetFeature } from '../../feature.ts';

export const cards = defineWidgetFeature({
  name: 'cards',
  notices: [
    {
      // The product that the shopper looks at, offered to be sent.
      name: 'offer',
      chip: true,
      when: ({ connection, host: { facts } }) =>
        Boolean(facts.product && !connection.settledOffers.has(facts.product.id)),
      load: () => import('./desk-offer.ts'),
    },
  ],
});
