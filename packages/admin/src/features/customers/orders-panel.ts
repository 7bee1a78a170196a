/**
 * @module The customer's orders as the shop has them, or why there are none to show.
 */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, Use } from '../../desk/contexts.ts';
import { customerOrders, type CustomerOrders, type Order } from '../../desk/orders.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { facts } from '../../kit/facts.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { kitWords } from '../../kit/words.ts';
import { customerWords } from './words.ts';

const STEP = 5;
const MOST = 50;

const LOOKS: Partial<Record<Order['status'], string>> = {
  CREATED: 'warn', PAID: 'info', CONFIRMED: 'info', RELEASED_TO_WAREHOUSE: 'info', PACKED: 'info', SHIPPED: 'accent', DELIVERED: 'ok', COMPLETED: 'ok', RETURNED: 'warn',
};

export class DeskOrdersPanel extends DeskElement {
  static override properties = { subject: { attribute: false }, first: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    facts.style,
    css`
      details {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        margin-block-end: 0.375rem;
      }
      summary {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 0.5rem;
        padding: 0.4375rem 0.625rem;
        cursor: pointer;
        list-style: none;
      }
      summary:hover {
        background: var(--hover);
      }
      .inside {
        display: grid;
        gap: 0.5rem;
        padding: 0.5rem 0.625rem;
        border-block-start: 1px solid var(--line);
      }
      .line {
        display: flex;
        gap: 0.5rem;
        justify-content: space-between;
      }
    `,
  ];

  declare subject: { readonly customerId: string };
  first = STEP;
  readonly #client = new Use(this, clientContext);
  readonly #orders = new Loader(this, {
    args: () => (this.subject ? ([this.subject.customerId, this.first] as const) : undefined),
    load: ([customerId, first]) => this.#client.value.query(customerOrders, { customerId, first }),
  });

  override render() {
    return html`${loaded(this.#orders, this.language, (answer) => this.#renderAnswer(answer))}`;
  }

  #renderAnswer({ shop, customerName, orders }: CustomerOrders) {
    const words = this.words(customerWords);
    if (shop !== 'CONNECTED')
      return html`<div class="notice ${shop === 'UNAVAILABLE' ? 'warn' : ''}">${icon(shop === 'UNAVAILABLE' ? 'warning' : 'info')}
        <div class="grow"><p>${words.orderStates[shop]}</p>
          ${shop === 'UNAVAILABLE' ? html`<button class="link" type="button" @click=${() => void this.#orders.reload()}>${this.words(kitWords).retry}</button>` : nothing}</div></div>`;
    return html`${customerName ? html`<p class="muted small">${words.inShop(customerName)}</p>` : nothing}
      ${orders.length === 0 ? html`<p class="muted">${words.noOrders}</p>` : nothing}
      ${repeat(orders, ({ id }) => id, (order) => this.#renderOrder(order))}
      ${orders.length === this.first && this.first < MOST
        ? html`<button class="link" type="button" @click=${() => (this.first = Math.min(MOST, this.first * 2))}>${words.moreOrders}</button>`
        : nothing}`;
  }

  #renderOrder(order: Order) {
    const { language } = this;
    const words = this.words(customerWords);
    const pieces = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
    return html`<details>
      <summary>
        <strong class="ellipsis numeric">${order.number}</strong><span class="chip ${LOOKS[order.status] ?? ''}">${order.shopStatus}</span>
        <span class="muted small ellipsis">${language.moment(order.placedAt)} · ${words.items(pieces)}</span><span class="numeric">${language.money(order.amounts.total)}</span>
      </summary>
      <div class="inside">
        ${order.lines.map((line) => html`<p class="line"><span>${line.title}${line.options.length > 0 ? html` <span class="muted small">${line.options.map(({ value }) => value).join(' / ')}</span>` : nothing}</span>
          <span class="numeric">${line.quantity} × ${language.money(line.unitPrice)}</span></p>`)}
        ${facts([
          [words.paid, language.money(order.amounts.paid)],
          order.amounts.refunded.amount > 0 && [words.refunded, language.money(order.amounts.refunded)],
          ...order.shipments.flatMap(({ carrier, trackingNumbers, shippedAt, deliveredAt }) => [
            trackingNumbers.length > 0 && ([words.tracking, [carrier, ...trackingNumbers].filter(Boolean).join(' ')] as const),
            shippedAt && ([words.shipped, language.moment(shippedAt)] as const),
            deliveredAt && ([words.delivered, language.moment(deliveredAt)] as const),
          ]),
          order.cancelReason && [words.cancelled, order.cancelReason],
          order.returns.length > 0 && ['', words.returns(order.returns.length)],
        ])}
      </div>
    </details>`;
  }
}

define('desk-admin-orders-panel', DeskOrdersPanel);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-orders-panel': DeskOrdersPanel;
  }
}
