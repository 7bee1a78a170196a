import { MY_ORDERS, type OrderChoice } from '@shopdesk/core/client';
import { css, html, LitElement } from 'lit';
import type { DeskConnection } from '../../connection/connection.ts';
import { base } from '../../elements/base-styles.ts';
import { dayLabel } from '../../elements/day-label.ts';
import { define } from '../../elements/define.ts';
import { backIcon } from '../../elements/icons.ts';
import { formatMoney } from '@shopdesk/core/currency';
import { clip } from '@shopdesk/core/text';
import type { ShownCard } from '../../elements/timeline-item.ts';
import { loadServiceTexts } from '../../texts/load-service-texts.ts';
import type { ServiceTexts } from '../../texts/service-texts.ts';
import type { Texts } from '../../texts/texts.ts';
import { noticeStyles } from '../notice-styles.ts';
import { go } from '../../self-service/service.ts';

/**
 * The customer's own orders, newest first; one is chosen and sent as a card, or looked at.
 *
 * @summary Choice of an order.
 * @event desk-settled - One was sent.
 * @event {CustomEvent<{ page: ServicePage }>} desk-go - One is to be shown, or all of them.
 */
export class DeskOrders extends LitElement {
  static override properties = { connection: { attribute: false }, texts: { attribute: false }, _orders: { state: true }, _failed: { state: true }, _states: { state: true } };
  static override styles = [
    base,
    noticeStyles,
    css`
      :host {
        padding: 8px;
        max-block-size: 240px;
        overflow-y: auto;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li button {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 2px 10px;
        inline-size: 100%;
        padding: 9px 8px;
        text-align: start;
      }
      li button:hover {
        background: var(--desk-raised);
      }
      .lines {
        grid-column: 1 / -1;
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
      }
      p {
        padding: 12px;
      }
      li {
        display: flex;
        align-items: center;
      }
      li .show {
        flex: none;
        inline-size: 44px;
        padding: 12px;
      }
      .show:dir(rtl) svg {
        transform: none;
      }
      .show svg {
        transform: scaleX(-1);
      }
      .all {
        inline-size: 100%;
        margin-block-end: 4px;
      }
    `,
  ];
  declare connection: DeskConnection;
  declare texts: Texts;
  declare _orders: readonly OrderChoice[] | undefined;
  declare _failed: boolean;
  /** What the states are called; a moment later than the orders. */
  declare _states: ServiceTexts['orders']['states'] | undefined;

  constructor() {
    super();
    this._failed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('button')?.focus());
  }

  override render() {
    const { texts, _orders } = this;
    if (this._failed) return html`<p role="alert">${texts.cards.unavailable} <button type="button" class="button" @click=${this.#load}>${texts.retry}</button></p>`;
    if (!_orders) return html`<p role="status" class="muted">${texts.panel.connecting}</p>`;
    if (_orders.length === 0) return html`<p role="status">${texts.cards.noOrders}</p>`;
    return html`<ul aria-label=${texts.cards.orders}>${_orders.map((order) => this.#renderOrder(order))}</ul>
      <button type="button" class="button all" @click=${() => go(this, { name: 'orders' })}>${texts.cards.all}</button>`;
  }

  #renderOrder(order: OrderChoice) {
    const { texts } = this;
    return html`<li>
      <button type="button" @click=${() => this.#send(order)}>
        <span>${[order.number, this._states?.[order.status]].filter(Boolean).join(' · ')}</span>
        <span>${formatMoney(order.amounts.total, texts.locale)}</span>
        <span class="lines muted">${dayLabel(order.placedAt, texts)} · <bdi>${linesOf(order)}</bdi></span>
      </button>
      <button type="button" class="show" aria-label=${texts.cards.show(order.number)} title=${texts.cards.show(order.number)} @click=${() => go(this, { name: 'order', id: order.id })}>${backIcon()}</button>
    </li>`;
  }

  #send(order: OrderChoice): void {
    const card: ShownCard = { type: 'ORDER', id: order.id, title: order.number, detail: clip(linesOf(order), 500), price: order.amounts.total, url: null };
    this.connection.send({ card });
    this.dispatchEvent(new CustomEvent('desk-settled', { bubbles: true, composed: true }));
  }

  readonly #load = async (): Promise<void> => {
    this._failed = false;
    void loadServiceTexts(this.texts.locale).then(({ orders }) => (this._states = orders.states), () => undefined);
    try {
      const { shop, orders } = await this.connection.authorised(() => this.connection.client.query(MY_ORDERS, { first: 20 }));
      this._orders = orders;
      this._failed = shop === 'UNAVAILABLE';
    } catch {
      this._failed = true;
    }
  };
}

const linesOf = ({ lines }: OrderChoice): string => lines.map(({ title, quantity }) => `${title} × ${quantity}`).join(', ');

define('desk-orders', DeskOrders);
