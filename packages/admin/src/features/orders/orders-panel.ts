/**
 * @module The customer's orders as the shop has them, or why there are none to show. Each opens where it is, with
 * everything that can be done with it, so that nobody leaves the conversation for it.
 */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import '../../desk/lazy.ts';
import { customerOrders, type CustomerOrders, type Order } from '../../desk/orders.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { kitWords } from '../../kit/words.ts';
import { connectLink } from './connect-link.ts';
import { orderFlags, type OrderFlags } from './data.ts';
import { flagMark, flagStyle, statusChip } from './looks.ts';
import { orderPath } from './order-path.ts';
import { orderWords } from './words.ts';

const STEP = 5;
const MOST = 50;

interface Shown extends CustomerOrders {
  readonly flags: OrderFlags['flags'];
}

/** Beside a conversation the subject is the conversation; on a customer's page it is the customer. */
interface Subject {
  readonly id?: string;
  readonly customerId: string;
  readonly storeId: string;
}

export class DeskOrdersPanel extends DeskElement {
  static override properties = { subject: { attribute: false }, first: { state: true }, opened: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    flagStyle,
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
      summary > :last-child {
        text-align: end;
      }
      summary:hover {
        background: var(--hover);
      }
      .inside {
        display: grid;
        gap: 0.75rem;
        padding: 0.5rem 0.625rem;
        border-block-start: 1px solid var(--line);
      }
    `,
  ];

  declare subject: Subject;
  first = STEP;
  /** Orders whose file was asked for. */
  opened: ReadonlySet<string> = new Set();
  readonly #client = new Use(this, clientContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #orders = new Loader(this, {
    args: () => (this.subject ? ([this.subject.customerId, this.subject.storeId, this.first] as const) : undefined),
    load: async ([customerId, storeId, first]): Promise<Shown> => {
      const client = this.#client.value;
      const answer = await client.query(customerOrders, { customerId, first });
      const orderIds = answer.orders.map(({ id }) => id);
      // Without the right to read orders there are no flags either.
      const { flags } =
        orderIds.length > 0
          ? await client.query(orderFlags, { storeId, orderIds }).catch((): OrderFlags => ({ flags: [] }))
          : { flags: [] };
      return { ...answer, flags };
    },
  });

  override render() {
    return html`${loaded(this.#orders, this.language, (answer) => this.#renderAnswer(answer))}`;
  }

  #renderAnswer({ shop, customerName, orders, flags }: Shown) {
    const words = this.words(orderWords);
    if (shop !== 'CONNECTED')
      return html`<div
        class="notice ${shop === 'UNAVAILABLE' ? 'warn' : ''}">${icon(shop === 'UNAVAILABLE' ? 'warning' : 'info')}
        <div class="grow"><p>${words.shopStates[shop]}</p>
          ${shop === 'NOT_CONNECTED' ? this.#renderConnect() : nothing}
          ${shop === 'UNAVAILABLE' ? html`<button class="link" type="button" @click=${() => void this.#orders.reload()}>${this.words(kitWords).retry}</button>` : nothing}</div></div>`;
    return html`${customerName ? html`<p class="muted small">${words.inShop(customerName)}</p>` : nothing}
      ${orders.length === 0 ? html`<p class="muted">${words.noneYet}</p>` : nothing}
      ${repeat(
        orders,
        ({ id }) => id,
        (order) =>
          this.#renderOrder(
            order,
            flags.find(({ orderId }) => orderId === order.id),
          ),
      )}
      ${
        orders.length === this.first && this.first < MOST
          ? html`<button class="link" type="button"
            @click=${() => (this.first = Math.min(MOST, this.first * 2))}>${words.moreOrders}</button>`
          : nothing
      }`;
  }

  #renderConnect() {
    const navigation = this.#navigation.value;
    return connectLink(this.subject.storeId, { viewer: this.#viewer.value, navigation, language: this.language });
  }

  #toggle(event: Event, id: string): void {
    if ((event.target as HTMLDetailsElement).open && !this.opened.has(id)) this.opened = new Set([...this.opened, id]);
  }

  #renderOrder(order: Order, flag: OrderFlags['flags'][number] | undefined) {
    const { language, subject } = this;
    const words = this.words(orderWords);
    const pieces = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const values = { storeId: subject.storeId, orderId: order.id, conversationId: subject.id ?? '', compact: true };
    return html`<details @toggle=${(event: Event) => this.#toggle(event, order.id)}>
      <summary>
        <strong class="ellipsis numeric">${order.number}</strong><span
          class="row">${flagMark(flag?.flag, language, flag?.reason)}${statusChip(order, language)}</span>
        <span class="muted small ellipsis">${language.moment(order.placedAt)} · ${words.items(pieces)}</span><span
          class="numeric">${language.money(order.amounts.total)}</span>
      </summary>
      ${
        this.opened.has(order.id)
          ? html`<div class="inside">
            <a href=${this.#navigation.value.href(orderPath(subject.storeId, order.id))}>${words.openOrder}</a>
            <desk-admin-lazy .tag=${'desk-admin-order-file'} .load=${() => import('./order-file.ts')}
              .values=${values}></desk-admin-lazy>
          </div>`
          : nothing
      }
    </details>`;
  }
}

define('desk-admin-orders-panel', DeskOrdersPanel);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-orders-panel': DeskOrdersPanel;
  }
}
