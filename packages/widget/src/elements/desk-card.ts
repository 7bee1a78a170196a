import { formatMoney } from '@shopdesk/core/currency';
import { css, html, LitElement, nothing } from 'lit';
import { base } from './base-styles.ts';
import { define } from './define.ts';
import { boxIcon, fileIcon } from './part-icons.ts';
import { safeUrl } from './text-links.ts';
import type { ElementTexts } from './texts.ts';
import type { ShownCard } from './timeline-item.ts';

/**
 * A product or an order as a card.
 *
 * @summary Card of a product or an order.
 * @event {CustomEvent<{ page: { name: 'order', id: string } }>} desk-go - An order is to be shown; only where the words
 * name it.
 * @event {CustomEvent<{ id: string }>} desk-article - An article is to be shown.
 * @slot - What one can do with it, such as a button to send it.
 * @csspart card - The frame.
 * @csspart price - The price.
 */
export class DeskCard extends LitElement {
  static override properties = {
    card: { attribute: false },
    texts: { attribute: false },
    image: {},
    _broken: { state: true },
  };
  static override styles = [
    base,
    css`
      :host {
        display: block;
        text-align: start;
      }
      .card {
        display: flex;
        gap: 10px;
        align-items: center;
        padding: 10px 12px;
        background: var(--desk-surface);
        color: var(--desk-text);
        border: 1px solid var(--desk-line);
        border-radius: var(--desk-radius);
      }
      .picture {
        flex: none;
        display: grid;
        place-items: center;
        inline-size: 40px;
        block-size: 40px;
        border-radius: 10px;
        background: var(--desk-raised);
        color: var(--desk-muted);
        object-fit: cover;
      }
      .words {
        flex: 1;
        min-inline-size: 0;
      }
      .type,
      .detail {
        color: var(--desk-muted);
        font-size: 12px;
      }
      .title,
      .detail {
        overflow: hidden;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow-wrap: anywhere;
      }
      .title {
        font-weight: 600;
      }
      .price {
        font-variant-numeric: tabular-nums;
        font-weight: 600;
      }
      a,
      .open {
        font-size: 13px;
        margin-inline-start: 8px;
        text-decoration: underline;
        border-radius: 4px;
        min-block-size: 24px;
      }
    `,
  ];
  declare card: ShownCard | undefined;
  declare texts: ElementTexts;
  /** Address of a picture, where the card itself has none; without one a drawing stands in. */
  declare image: string | undefined;
  /** An address that shows nothing. */
  declare _broken: string | undefined;

  override render() {
    const { card, texts } = this;
    if (!card) return nothing;
    const url = safeUrl(card.url);
    const image = safeUrl(card.imageUrl) ?? this.image;
    return html`<div class="card" part="card">
      ${image && image !== this._broken ? html`<img class="picture" src=${image} alt="" loading="lazy" referrerpolicy="no-referrer" @error=${() => (this._broken = image)} />` : html`<span class="picture">${card.type === 'PRODUCT' ? boxIcon() : fileIcon()}</span>`}
      <div class="words">
        <div class="type">${{ ARTICLE: texts.source, ORDER: texts.order, PRODUCT: texts.product }[card.type]}</div>
        <div class="title"><bdi>${card.title}</bdi></div>
        ${card.detail ? html`<div class="detail"><bdi>${card.detail}</bdi></div>` : nothing}
        <div>
          ${card.price ? html`<span class="price" part="price">${formatMoney(card.price, texts.locale)}</span>` : nothing}
          ${card.type === 'ORDER' && texts.openOrder ? html`<button type="button" class="open" aria-label="${texts.openOrder} ${card.title}" @click=${() => this.#open(card)}>${texts.openOrder}</button>` : nothing}
          ${card.type === 'ARTICLE' ? html`<button type="button" class="open" aria-label="${texts.view} ${card.title}" @click=${() => this.#read(card)}>${texts.view}</button>` : nothing}
          ${url ? html`<a href=${url} target="_blank" rel="noopener noreferrer" aria-label="${texts.view} ${card.title}">${texts.view}</a>` : nothing}
        </div>
      </div>
      <slot></slot>
    </div>`;
  }

  #read({ id }: ShownCard): void {
    this.dispatchEvent(new CustomEvent('desk-article', { detail: { id }, bubbles: true, composed: true }));
  }

  #open({ id }: ShownCard): void {
    this.dispatchEvent(
      new CustomEvent('desk-go', { detail: { page: { name: 'order', id } }, bubbles: true, composed: true }),
    );
  }
}

define('desk-card', DeskCard);

declare global {
  interface HTMLElementTagNameMap {
    'desk-card': DeskCard;
  }
}
