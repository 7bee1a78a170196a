import type { DeskMessage, OrderChoice } from '@shopdesk/core/client';
import { css, html, LitElement, nothing } from 'lit';
import { deskNow } from '../../connection/desk-clock.ts';
import type { DeskConnection } from '../../connection/connection.ts';
import type { RenderNotice } from '../../feature.ts';
import { base } from '../../elements/base-styles.ts';
import { dayLabel } from '../../elements/day-label.ts';
import { define } from '../../elements/define.ts';
import { backIcon } from '../../elements/icons.ts';
import { formatMoney } from '@shopdesk/core/currency';
import { clip } from '@shopdesk/core/text';
import type { Texts } from '../../texts/texts.ts';
import { noticeStyles } from '../../elements/notice-styles.ts';
import { OrderList } from '../../self-service/order-list.ts';
import { go } from '../../self-service/service.ts';
import { loadOrderWords, stateOf, type OrderWords } from './words.ts';

/**
 * The customer's own orders, newest first; one is chosen and sent as a card, or looked at. Many can be searched.
 *
 * @summary Choice of an order.
 * @event desk-settled - One was sent.
 * @event {CustomEvent<{ page: ServicePage }>} desk-go - One is to be shown, or all of them.
 */
export class DeskOrders extends LitElement {
  static override properties = {
    connection: { attribute: false },
    texts: { attribute: false },
    _words: { state: true },
  };
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
      .wide {
        inline-size: 100%;
        margin-block-end: 4px;
      }
      input {
        font: inherit;
        font-size: 16px;
        inline-size: 100%;
        padding: 8px 10px;
        color: var(--desk-text);
        background: var(--desk-surface);
        border: 1px solid var(--desk-muted);
        border-radius: 10px;
      }
      input + p {
        padding: 4px 8px;
      }
      input + p:empty {
        padding: 0;
      }
    `,
  ];
  declare connection: DeskConnection;
  declare texts: Texts;
  /** What orders and their states are called; a moment later than the orders. */
  declare _words: OrderWords['orders'] | undefined;
  readonly #list = new OrderList(this, () => this.connection);

  override connectedCallback(): void {
    super.connectedCallback();
    void loadOrderWords(this.texts.locale).then(
      ({ orders }) => (this._words = orders),
      () => undefined,
    );
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('button')?.focus());
  }

  override render() {
    const { texts, _words } = this;
    const { orders, found, isLong } = this.#list;
    if (!orders) return this.#renderProblem() ?? html`<p role="status" class="muted">${texts.panel.connecting}</p>`;
    if (orders.length === 0) return html`<p role="status">${texts.cards.noOrders}</p>`;
    return html`${isLong && _words ? this.#renderSearch(_words) : nothing}
      <ul aria-label=${texts.cards.orders}>${found.map((order) => this.#renderOrder(order))}</ul>
      ${this.#renderProblem() ?? this.#renderMore()}
      <button type="button" class="button wide"
        @click=${() => go(this, { name: 'orders' })}>${texts.cards.all}</button>`;
  }

  #renderSearch(words: OrderWords['orders']) {
    const { search, searchState, found, find } = this.#list;
    const said = { SEARCHING: words.searching, DONE: words.found(found.length) };
    return html`<input type="search" autocomplete="off" aria-label=${words.search} placeholder=${words.search}
        .value=${search} @input=${(event: InputEvent) => find((event.target as HTMLInputElement).value)} />
      <p role="status" class="muted">${searchState ? said[searchState] : nothing}</p>`;
  }

  #renderMore() {
    const { next, busy, more } = this.#list;
    return next && this._words
      ? html`<button type="button" class="button wide" ?disabled=${busy} @click=${more}>${this._words.more}</button>`
      : nothing;
  }

  /** Why there are none, or no more. */
  #renderProblem() {
    const { texts } = this;
    const { error, isAway, more } = this.#list;
    return error || isAway
      ? html`<p role="alert">${texts.cards.unavailable} <button type="button" class="button"
        @click=${more}>${texts.retry}</button></p>`
      : undefined;
  }

  #renderOrder(order: OrderChoice) {
    const { texts } = this;
    return html`<li>
      <button type="button" @click=${() => this.#send(order)}>
        <span>${[order.number, this._words && stateOf(order, this._words)].filter(Boolean).join(' · ')}</span>
        <span>${formatMoney(order.amounts.total, texts.locale)}</span>
        <span class="lines muted">${dayLabel(order.placedAt, texts, deskNow())} · <bdi>${linesOf(order)}</bdi></span>
      </button>
      <button type="button" class="show" aria-label=${texts.cards.show(order.number)}
        title=${texts.cards.show(order.number)} @click=${() => go(this, { name: 'order', id: order.id })}>${backIcon()}</button>
    </li>`;
  }

  #send(order: OrderChoice): void {
    const card: NonNullable<DeskMessage['card']> = {
      type: 'ORDER',
      id: order.id,
      title: order.number,
      detail: clip(linesOf(order), 500),
      price: order.amounts.total,
      url: null,
      imageUrl: null,
    };
    this.connection.send({ card });
    this.dispatchEvent(new CustomEvent('desk-settled', { bubbles: true, composed: true }));
  }
}

const linesOf = ({ lines }: OrderChoice): string =>
  lines.map(({ title, quantity }) => `${title} × ${quantity}`).join(', ');

/** How the window shows it. */
export const render: RenderNotice = ({ connection, texts }) =>
  html`<desk-orders .connection=${connection} .texts=${texts}></desk-orders>`;

define('desk-orders', DeskOrders);
