import type { OrderChoice } from '@shopdesk/core/client';
import { css, html, LitElement, nothing } from 'lit';
import type { RenderPage } from '../../feature.ts';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import { OrderList } from '../../self-service/order-list.ts';
import { pageStyles } from '../../self-service/page-styles.ts';
import { picture } from '../../self-service/picture.ts';
import { problem } from '../../self-service/problem.ts';
import { go, type ServiceEntry } from '../../self-service/service.ts';
import { stateOf, type OrderService as Service, type OrderWords } from './words.ts';

/**
 * The customer's orders, newest first, some at a time; where there are many they can be searched.
 *
 * @summary List of orders.
 * @event {CustomEvent<{ page: ServicePage }>} desk-go - An order or the list of cases was asked for.
 */
export class DeskMyOrders extends LitElement {
  static override properties = { service: { attribute: false } };
  static override styles = [
    base,
    pageStyles,
    css`
      .entries {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .search {
        margin-block: 10px 4px;
      }
    `,
  ];
  declare service: Service;
  readonly #list = new OrderList(this, () => this.service.connection);

  override render() {
    const { words } = this.service;
    return html`<h3 tabindex="-1">${words.orders.title}</h3>
      <div class="entries">${this.service.entries.map((entry) => this.#renderEntry(entry))}</div>
      ${this.#renderList()}`;
  }

  #renderEntry({ name, label }: ServiceEntry) {
    return html`<button type="button" class="button" @click=${() => go(this, { name })}>${label}</button>`;
  }

  #renderList() {
    const { words } = this.service;
    const { orders, found, isLong } = this.#list;
    if (!orders) return this.#renderProblem() ?? html`<p role="status" class="muted">${words.loading}</p>`;
    if (orders.length === 0) return html`<p role="status">${words.orders.empty}</p>`;
    return html`${isLong ? this.#renderSearch() : nothing}
      <ul class="list" aria-label=${words.orders.title}>${found.map((order) => this.#renderOrder(order))}</ul>
      ${this.#renderProblem() ?? this.#renderMore()}`;
  }

  #renderSearch() {
    const { words } = this.service;
    const { search, searchState, found, find } = this.#list;
    const said = { SEARCHING: words.orders.searching, DONE: words.orders.found(found.length) };
    return html`<input class="search" type="search" autocomplete="off" aria-label=${words.orders.search}
      placeholder=${words.orders.search}
        .value=${search} @input=${(event: InputEvent) => find((event.target as HTMLInputElement).value)} />
      <p role="status" class="muted">${searchState ? said[searchState] : nothing}</p>`;
  }

  #renderMore() {
    const { next, busy, more } = this.#list;
    return next
      ? html`<button type="button" class="button wide" ?disabled=${busy}
        @click=${more}>${this.service.words.orders.more}</button>`
      : nothing;
  }

  /** Why there are none, or no more. */
  #renderProblem() {
    const { service } = this;
    const { error, isAway, more } = this.#list;
    if (error) return problem(error, { service, onRetry: more });
    return isAway
      ? html`<div class="note problem" role="alert"><p>${service.words.shopAway}</p><button type="button"
        class="button" @click=${more}>${service.words.retry}</button></div>`
      : undefined;
  }

  #renderOrder({ id, number, status, statusText, placedAt, lines, amounts }: OrderChoice) {
    const { service } = this;
    const { words } = service;
    const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    return html`<li>
      <button type="button" class="option" @click=${() => go(this, { name: 'order', id })}>
        <span class="row"><span
          class="state"><bdi>${number}</bdi> · ${stateOf({ status, statusText }, words.orders)}</span><span
          class="price">${service.money(amounts.total.amount, amounts.total.currency)}</span></span>
        <span class="line">${picture(lines[0]?.imageUrl)}<span><bdi>${words.list(lines.map(({ title }) => title))}</bdi><span class="muted"> · ${words.orders.quantity(count)}</span></span></span>
        <span class="muted">${words.orders.placed} ${service.when(placedAt)}</span>
      </button>
    </li>`;
  }
}

/** How self-service shows it. */
export const render: RenderPage<OrderWords> = (service) => html`<desk-my-orders .service=${service}></desk-my-orders>`;

define('desk-my-orders', DeskMyOrders);
