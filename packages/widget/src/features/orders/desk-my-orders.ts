import { MY_ORDERS, type OrderChoice } from '@shopdesk/core/client';
import { html, LitElement, nothing } from 'lit';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import { pageStyles } from '../../self-service/page-styles.ts';
import { picture } from '../../self-service/picture.ts';
import { problem } from '../../self-service/problem.ts';
import { Remote } from '../../self-service/remote.ts';
import { go, type Service } from '../../self-service/service.ts';

const PAGE = 10;

/**
 * The customer's orders, newest first, page by page.
 *
 * @summary List of orders.
 * @event {CustomEvent<{ page: ServicePage }>} desk-go - An order or the list of cases was asked for.
 */
export class DeskMyOrders extends LitElement {
  static override properties = { service: { attribute: false }, _more: { state: true }, _busy: { state: true }, _failed: { state: true } };
  static override styles = [base, pageStyles];
  declare service: Service;
  /** The pages after the first. */
  declare _more: { readonly orders: readonly OrderChoice[]; readonly next: string | null } | undefined;
  declare _busy: boolean;
  declare _failed: unknown;
  readonly #first = new Remote(this, { connection: () => this.service.connection, load: () => this.service.connection.client.query(MY_ORDERS, { first: PAGE }) });

  constructor() {
    super();
    this._busy = false;
  }

  override render() {
    const { words } = this.service;
    return html`<h3 tabindex="-1">${words.orders.title}</h3>
      <button type="button" class="button" @click=${() => go(this, { name: 'cases' })}>${words.orders.cases}</button>
      ${this.#renderList()}`;
  }

  #renderList() {
    const { service } = this;
    const { words } = service;
    const { value, error, again } = this.#first;
    if (error) return problem(error, { service, onRetry: again });
    if (!value) return html`<p role="status" class="muted">${words.loading}</p>`;
    if (value.shop === 'UNAVAILABLE') return html`<div class="note problem" role="alert"><p>${words.shopAway}</p><button type="button" class="button" @click=${again}>${words.retry}</button></div>`;
    const orders = [...value.orders, ...(this._more?.orders ?? [])];
    if (orders.length === 0) return html`<p role="status">${words.orders.empty}</p>`;
    const next = this._more ? this._more.next : value.next;
    return html`<ul class="list" aria-label=${words.orders.title}>${orders.map((order) => this.#renderOrder(order))}</ul>
      ${this._failed ? problem(this._failed, { service, onRetry: () => void this.#loadMore(next) }) : nothing}
      ${next ? html`<button type="button" class="button wide" ?disabled=${this._busy} @click=${() => this.#loadMore(next)}>${words.orders.more}</button>` : nothing}`;
  }

  #renderOrder({ id, number, status, placedAt, lines, amounts }: OrderChoice) {
    const { service } = this;
    const { words } = service;
    const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    return html`<li>
      <button type="button" class="option" @click=${() => go(this, { name: 'order', id })}>
        <span class="row"><span class="state"><bdi>${number}</bdi> · ${words.orders.states[status]}</span><span class="price">${service.money(amounts.total.amount, amounts.total.currency)}</span></span>
        <span class="line">${picture(lines[0]?.imageUrl)}<span><bdi>${words.list(lines.map(({ title }) => title))}</bdi><span class="muted"> · ${words.orders.quantity(count)}</span></span></span>
        <span class="muted">${words.orders.placed} ${service.when(placedAt)}</span>
      </button>
    </li>`;
  }

  async #loadMore(after: string | null): Promise<void> {
    if (!after || this._busy) return;
    [this._busy, this._failed] = [true, undefined];
    const { connection } = this.service;
    try {
      const { orders, next } = await connection.authorised(() => connection.client.query(MY_ORDERS, { first: PAGE, after }));
      this._more = { orders: [...(this._more?.orders ?? []), ...orders], next };
    } catch (error) {
      this._failed = error;
    }
    this._busy = false;
  }
}

define('desk-my-orders', DeskMyOrders);
