import type { DeskMessage } from '@shopdesk/core/client';
import { isCurrency } from '@shopdesk/core/currency';
import { css, html, LitElement, nothing } from 'lit';
import type { DeskConnection } from '../../connection/connection.ts';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import '../../elements/desk-card.ts';
import type { ShownCard } from '../../elements/timeline-item.ts';
import type { PageFacts } from '../../launcher/options.ts';
import type { Texts } from '../../texts/texts.ts';
import { noticeStyles } from '../../elements/notice-styles.ts';
import type { RenderNotice } from '../../feature.ts';

/**
 * The product on the page, to be sent with one press.
 *
 * @summary Offer to send the product that is being looked at.
 * @event desk-settled - It was sent or dismissed.
 */
export class DeskOffer extends LitElement {
  static override properties = {
    product: { attribute: false },
    connection: { attribute: false },
    texts: { attribute: false },
  };
  static override styles = [
    base,
    noticeStyles,
    css`
      .buttons {
        display: grid;
        gap: 4px;
        flex: none;
      }
      .quiet {
        font-size: 12px;
        color: var(--desk-muted);
        padding: 4px;
      }
    `,
  ];
  declare product: PageFacts['product'];
  declare connection: DeskConnection;
  declare texts: Texts;

  override render() {
    const { product, texts } = this;
    if (!product) return nothing;
    return html`<p class="muted">${texts.cards.offer}</p>
      <desk-card .card=${cardOf(product)} .image=${product.image} .texts=${texts}>
        <span class="buttons">
          <button type="button" class="button main" aria-label="${texts.cards.send}: ${product.title}" @click=${this.#send}>${texts.cards.send}</button>
          <button type="button" class="quiet" @click=${this.#settle}>${texts.cards.dismiss}</button>
        </span>
      </desk-card>`;
  }

  readonly #send = (): void => {
    if (this.product) this.connection.send({ card: cardOf(this.product) });
    this.#settle();
  };

  readonly #settle = (): void => {
    if (this.product) this.connection.settledOffers.add(this.product.id);
    this.dispatchEvent(new CustomEvent('desk-settled', { bubbles: true, composed: true }));
  };
}

type Product = NonNullable<PageFacts['product']>;

const cardOf = ({ id, title, price }: Product): NonNullable<DeskMessage['card']> => ({
  type: 'PRODUCT',
  id,
  title,
  detail: '',
  price: priceOf(price),
  url: null,
});

let warned = false;

/** The price that the page has given, unless it is none: then the card goes without, and the shop is told once. */
function priceOf(price: Product['price']): ShownCard['price'] {
  if (!price) return null;
  if (isCurrency(price.currency) && Number.isSafeInteger(price.amount))
    return { amount: price.amount, currency: price.currency.toUpperCase() };
  if (!warned)
    console.warn(
      'Shopdesk: product.price wants whole minor units and an ISO 4217 currency such as "CNY"; it is left out.',
      price,
    );
  warned = true;
  return null;
}

/** How the window shows it. */
export const render: RenderNotice = ({ connection, host: { facts }, texts }) =>
  html`<desk-offer .product=${facts.product} .connection=${connection} .texts=${texts}></desk-offer>`;

define('desk-offer', DeskOffer);
