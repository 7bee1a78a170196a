import type { DeskMessage } from '@shopdesk/core/client';
import { formatMoney, isCurrency } from '@shopdesk/core/currency';
import { css, html, LitElement, nothing } from 'lit';
import type { DeskConnection } from '../../connection/connection.ts';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import { closeIcon } from '../../elements/icons.ts';
import { boxIcon } from '../../elements/part-icons.ts';
import type { ShownCard } from '../../elements/timeline-item.ts';
import type { PageFacts } from '../../launcher/options.ts';
import type { Texts } from '../../texts/texts.ts';
import type { RenderNotice } from '../../feature.ts';

/**
 * The product on the page as a chip in the composer, to be sent with one press.
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
    css`
      :host {
        display: flex;
        gap: 8px;
        align-items: center;
        margin: 6px 6px 0;
        padding: 4px 4px 4px 6px;
        padding-inline: 6px 4px;
        border-radius: 10px;
        background: var(--desk-raised);
        font-size: 13px;
      }
      .picture {
        flex: none;
        display: grid;
        place-items: center;
        inline-size: 32px;
        block-size: 32px;
        border-radius: 8px;
        overflow: hidden;
        background: var(--desk-surface);
        color: var(--desk-muted);
      }
      img {
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
      }
      .title {
        flex: 1;
        min-inline-size: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .price {
        font-variant-numeric: tabular-nums;
        font-weight: 600;
      }
      button {
        flex: none;
        display: grid;
        place-items: center;
        min-block-size: 32px;
        min-inline-size: 32px;
      }
      .main {
        padding: 0 12px;
        border-color: var(--desk-muted);
        background: var(--desk-surface);
        font-weight: 600;
      }
    `,
  ];
  declare product: PageFacts['product'];
  declare connection: DeskConnection;
  declare texts: Texts;

  override render() {
    const { product, texts } = this;
    if (!product) return nothing;
    const price = priceOf(product.price);
    return html`<span class="vh">${texts.cards.offer}</span>
      <span class="picture">${product.image ? html`<img src=${product.image} alt="" />` : boxIcon()}</span>
      <span class="title"><bdi>${product.title}</bdi>${price ? html` · <span class="price">${formatMoney(price, texts.locale)}</span>` : nothing}</span>
      <button type="button" class="main" aria-label="${texts.cards.send}: ${product.title}"
        @click=${this.#send}>${texts.cards.send}</button>
      <button type="button" aria-label=${texts.cards.dismiss} title=${texts.cards.dismiss}
        @click=${this.#settle}>${closeIcon()}</button>`;
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

const cardOf = ({ id, title, price, image }: Product): NonNullable<DeskMessage['card']> => ({
  type: 'PRODUCT',
  id,
  title,
  detail: '',
  price: priceOf(price),
  url: null,
  imageUrl: image ?? null,
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
