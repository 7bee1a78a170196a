import { html } from 'lit';
import type { OutboxContent } from '@shopdesk/core/client';
import { pastedText } from '@shopdesk/core/text';
import { clientContext, Use } from '../../desk/contexts.ts';
import { customerOrders } from '../../desk/orders.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField, textField } from '../../kit/field.ts';
import { Loader } from '../../kit/loader.ts';
import { kitWords } from '../../kit/words.ts';
import { dialogWords } from './dialog-words.ts';
import { inboxWords } from './words.ts';

/**
 * @summary Picks a product or one of the customer's orders to send as a card; the shop fills in what it says.
 * @event {OutboxContent} desk-pick-card - The card to send.
 */
export class DeskCardDialog extends DeskElement {
  static override properties = {
    item: { attribute: false },
    kind: { state: true },
    number: { state: true },
    tried: { state: true },
  };
  static override styles = [base, controls];

  declare item: ConversationItem;
  kind: 'PRODUCT' | 'ORDER' = 'PRODUCT';
  number = '';
  tried = false;
  readonly #client = new Use(this, clientContext);
  readonly #orders = new Loader(this, {
    args: () => (this.kind === 'ORDER' ? ([this.item.customerId] as const) : undefined),
    load: ([customerId]) => this.#client.value.query(customerOrders, { customerId, first: 20 }),
  });

  #submit(event: Event): void {
    event.preventDefault();
    this.tried = true;
    const id = pastedText(this.number);
    if (!id) return this.renderRoot.querySelector<HTMLElement>('#number')?.focus();
    const order = this.#orders.value?.orders.find((one) => one.id === id);
    const content: OutboxContent = {
      card: {
        type: this.kind,
        id,
        title: order?.number ?? id,
        detail: '',
        price: order?.amounts.total ?? null,
        url: null,
      },
    };
    this.tell('desk-pick-card', content);
  }

  override render() {
    const words = this.words(dialogWords);
    const orders = this.#orders.value?.orders ?? [];
    const error = this.tried && !pastedText(this.number) ? this.words(kitWords).required : undefined;
    const kinds = [
      { value: 'PRODUCT' as const, label: words.product },
      { value: 'ORDER' as const, label: this.words(inboxWords).order },
    ];
    return html`<desk-admin-dialog open heading=${words.cardTitle}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${selectField({
          id: 'kind',
          label: words.cardKind,
          value: this.kind,
          choices: kinds,
          onInput: (kind) => {
            this.kind = kind || 'PRODUCT';
            this.number = '';
          },
        })}
        ${
          this.kind === 'ORDER' && orders.length > 0
            ? selectField({
                id: 'number',
                label: words.orderPick,
                value: this.number,
                empty: words.choose,
                required: true,
                error,
                choices: orders.map((order) => ({
                  value: order.id,
                  label: `${order.number} · ${order.shopStatus} · ${this.language.money(order.amounts.total)}`,
                })),
                onInput: (value) => (this.number = value),
              })
            : textField({
                id: 'number',
                label: this.kind === 'ORDER' ? words.orderId : words.productId,
                value: this.number,
                required: true,
                error,
                maxLength: 200,
                onInput: (value) => (this.number = value),
              })
        }
      </form>
      <button slot="actions" class="button primary" form="form">${this.words(inboxWords).send}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-card-dialog', DeskCardDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-card-dialog': DeskCardDialog;
  }
}
