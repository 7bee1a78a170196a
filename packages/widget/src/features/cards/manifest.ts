import { html } from 'lit';
import type { NoticeFeature } from '../feature.ts';

/** The product that the shopper looks at, offered to be sent. */
export const offer: NoticeFeature = {
  name: 'offer',
  when: ({ connection, host: { facts } }) => Boolean(facts.product && !connection.settledOffers.has(facts.product.id)),
  load: () => import('./desk-offer.ts'),
  render: ({ connection, host: { facts }, texts }) =>
    html`<desk-offer .product=${facts.product} .connection=${connection} .texts=${texts}></desk-offer>`,
};
