import {
  MY_CASES,
  ORDER,
  ORDER_OPTIONS,
  ORDER_REQUESTS,
  SHOP_ACCOUNT,
  type DeskCaseEntry,
  type DeskOrder,
  type DeskOrderOption,
  type DeskOrderRequest,
  type DeskPaymentMethod,
} from '@shopdesk/core/client';
import { html, LitElement, nothing } from 'lit';
import type { RenderPage } from '../../feature.ts';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import { sendOrderCard } from '../../self-service/order-card.ts';
import { addressText, amounts, goods, history, parcel, payments } from './order-parts.ts';
import { pageStyles } from '../../self-service/page-styles.ts';
import { problem } from '../../self-service/problem.ts';
import { Remote } from '../../self-service/remote.ts';
import { go } from '../../self-service/service.ts';
import { stateOf, type OrderService as Service, type OrderWords } from './words.ts';

interface Shown {
  readonly order: DeskOrder;
  readonly options: readonly DeskOrderOption[];
  readonly methods: readonly DeskPaymentMethod[];
  readonly requests: readonly DeskOrderRequest[];
  readonly cases: readonly DeskCaseEntry[];
}

const NOT_SENT: readonly string[] = ['CREATED', 'PAID', 'CONFIRMED', 'RELEASED_TO_WAREHOUSE', 'PACKED'];
/** What happens before the goods arrive is changed; after that one asks for a return. */
const ARRIVED: readonly string[] = ['SHIPPED', 'DELIVERED', 'COMPLETED', 'RETURNED'];

/**
 * One order: what was bought, where it is, what happens next, and what can be done.
 *
 * @summary Page of an order.
 * @event {CustomEvent<{ page: ServicePage }>} desk-go - A change, a return or a case was asked for.
 */
export class DeskOrderPage extends LitElement {
  static override properties = { service: { attribute: false }, orderId: {}, about: {}, _copied: { state: true } };
  static override styles = [base, pageStyles];
  declare service: Service;
  declare orderId: string;
  /** What is shown alone: the parcels, or what can be changed; else everything. */
  declare about: string | undefined;
  declare _copied: string;
  readonly #remote = new Remote<Shown>(this, {
    connection: () => this.service.connection,
    load: () => this.#load(),
    live: true,
  });

  constructor() {
    super();
    this._copied = '';
  }

  async #load(): Promise<Shown> {
    const { client } = this.service.connection;
    const filter = { orderId: { eq: this.orderId } };
    const [order, { nodes: requests }, { nodes: cases }] = await Promise.all([
      client.query(ORDER, { orderId: this.orderId }),
      client.query(ORDER_REQUESTS, { filter }),
      client.query(MY_CASES, { filter, first: 20 }),
    ]);
    const known = this.#remote.value;
    // What can be done hangs on the order alone: while that is the same the shop is not asked again.
    if (known?.order.updatedAt === order.updatedAt) return { ...known, order, requests, cases };
    const [{ options }, { paymentMethods: methods }] = await Promise.all([
      client.query(ORDER_OPTIONS, { orderId: this.orderId }),
      client.query(SHOP_ACCOUNT, {}),
    ]);
    return { order, options, methods, requests, cases };
  }

  override render() {
    const { service } = this;
    const { words } = service;
    const { value, error, again } = this.#remote;
    // One heading before and after loading: it has the focus.
    return html`<h3
      tabindex="-1"><bdi>${value ? words.orders.heading(value.order.number) : words.orders.title}</bdi></h3>
      ${error ? problem(error, { service, onRetry: again }) : nothing}
      ${value ? this.#renderOrder(value) : error ? nothing : html`<p role="status" class="muted">${words.loading}</p>`}`;
  }

  #renderOrder(shown: Shown) {
    const { service } = this;
    const { words } = service;
    const { order } = shown;
    const state = html`<div class="note" aria-live="polite"><p
      class="state">${stateOf(order, words.orders)}</p><p>${words.orders.nextSteps[order.status]}</p></div>`;
    if (this.about)
      return html`${state} ${this.about === 'parcels' ? this.#renderParcels(order) : this.#renderChanges(shown)} ${this.#renderWhole()}`;
    return html`${state}
      ${this.#renderRequests(shown)} ${this.#renderCases(shown)}
      <h4>${words.orders.items}</h4>
      ${goods(order, service)} ${amounts(order, service)} ${payments(order, shown.methods, service)}
      ${this.#renderParcels(order)}
      <h4>${words.orders.address}</h4>
      <p><bdi>${addressText(order.address)}</bdi></p>
      ${this.#renderActions(shown)}
      <h4>${words.orders.history}</h4>
      ${history(order, service)}
      <p class="muted">${service.zoneNote}</p>`;
  }

  #renderRequests({ requests }: Shown) {
    const { service } = this;
    const { words } = service;
    if (requests.length === 0) return nothing;
    const row = ({ change, state, refusal, requestedAt, shopAway }: DeskOrderRequest) => html`<li>
      <p class="row"><span>${change === 'DEFAULT_ADDRESS' ? words.change.titles.ADDRESS : words.change.titles[change]}</span><span class="state">${words.change.states[state]}</span></p>
      <p class="muted">${service.when(requestedAt)}${refusal ? html` · <bdi>${service.say(refusal)}</bdi>` : nothing}${shopAway && state === 'ACCEPTED' ? html` · ${words.change.waiting}` : nothing}</p>
    </li>`;
    return html`<h4>${words.orders.requests}</h4><ul class="list">${requests.map(row)}</ul>`;
  }

  #renderCases({ cases }: Shown) {
    const { words } = this.service;
    if (cases.length === 0) return nothing;
    return html`<h4>${words.orders.cases}</h4>
      <ul class="list">${cases.map(
        ({
          id,
          number,
          type,
          state,
        }) => html`<li><button type="button" class="option" @click=${() => go(this, { name: 'case', id })}>
          <span class="row"><span><bdi>${number}</bdi> · ${words.caseTypes[type]}</span><span
            class="state">${words.caseStates[state]}</span></span>
        </button></li>`,
      )}</ul>`;
  }

  #renderParcels(order: DeskOrder) {
    const { service } = this;
    if (order.shipments.length === 0)
      return NOT_SENT.includes(order.status) ? html`<p class="muted">${service.words.orders.noParcel}</p>` : nothing;
    return order.shipments.map((shipment, index) =>
      parcel(shipment, { index, service, onCopy: (number) => void this.#copy(number), copied: this._copied }),
    );
  }

  #renderActions({ order, options }: Shown) {
    const { words } = this.service;
    const arrived = ARRIVED.includes(order.status);
    return html`<h4>${words.orders.actions}</h4>
      ${arrived ? html`<button type="button" class="button main wide" @click=${() => go(this, { name: 'ask', id: order.id })}>${words.orders.afterSales}</button>` : nothing}
      ${this.#renderChanges({ order, options })}
      ${arrived ? nothing : html`<button type="button" class="button wide" @click=${() => go(this, { name: 'ask', id: order.id })}>${words.orders.afterSales}</button>`}
      <button type="button" class="button wide" @click=${() => this.#send(order)}>${words.orders.send}</button>`;
  }

  #renderChanges({ order, options }: Pick<Shown, 'order' | 'options'>) {
    const offered = options.filter(({ state }) => state === 'POSSIBLE' || state === 'WAREHOUSE');
    return offered.length === 0
      ? html`<p class="muted">${this.service.words.orders.notOffered}</p>`
      : html`<ul class="list">${offered.map((option) => this.#renderOption(order, option))}</ul>`;
  }

  #renderWhole() {
    const whole = () => go(this, { name: 'order', id: this.orderId });
    return html`<button type="button" class="button wide" @click=${whole}>${this.service.words.orders.whole}</button>`;
  }

  #renderOption({ id }: DeskOrder, { change, state }: DeskOrderOption) {
    const { words } = this.service;
    return html`<li><button type="button" class="option"
      @click=${() => go(this, { name: 'change', id, about: change })}>
        <span>${words.change.titles[change]}</span>${state === 'WAREHOUSE' ? html`<span class="muted">${words.change.warehouse}</span>` : nothing}
      </button></li>`;
  }

  async #copy(number: string): Promise<void> {
    // A page without TLS has no clipboard; the number can still be marked.
    await navigator.clipboard?.writeText(number).then(
      () => (this._copied = number),
      () => undefined,
    );
  }

  #send(order: DeskOrder): void {
    sendOrderCard(this.service, order);
    this.dispatchEvent(new CustomEvent('desk-leave', { bubbles: true, composed: true }));
  }
}

/** How self-service shows it. */
export const render: RenderPage<OrderWords> = (service, { id, about }) =>
  html`<desk-order-page .service=${service} .orderId=${id} .about=${about}></desk-order-page>`;

define('desk-order-page', DeskOrderPage);
