/** @module Changes that somebody asked for: how they stand, and for those who pack what to say to them. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, navigationContext, Use } from '../../desk/contexts.ts';
import '../../desk/lazy.ts';
import { offerButton } from '../../desk/offer-button.ts';
import { RowOffers } from '../../desk/offers.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { facts } from '../../kit/facts.ts';
import { icon } from '../../kit/icon.ts';
import { tables } from '../../kit/table-style.ts';
import type { Request } from './data.ts';
import { orderPath } from './order-path.ts';
import { changeText } from './order-sections.ts';
import { orderWords } from './words.ts';

const LOOKS: Record<Request['state'], string> = {
  SUBMITTED: 'warn',
  ACCEPTED: 'info',
  DONE: 'ok',
  REJECTED: 'danger',
  CONVERTED: 'note',
};

/**
 * @summary Changes of orders that were asked for, newest first.
 * @event desk-changed - One was settled.
 */
export class DeskOrderRequests extends DeskElement {
  static override properties = { requests: { attribute: false }, linked: { type: Boolean }, settling: { state: true } };
  static override styles = [base, controls, tables, facts.style];

  requests: readonly Request[] = [];
  /** Names the order of each and links to it. */
  linked = false;
  settling: { readonly request: Request; readonly how: 'reject' | 'finish' } | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'OrderServiceRequest',
    rows: () => this.requests,
  });

  override render() {
    return html`<ol class="stack">${repeat(
      this.requests,
      ({ id }) => id,
      (request) => html`<li class="item">${this.#renderRequest(request)}</li>`,
    )}</ol>
      ${
        this.settling
          ? html`<desk-admin-lazy .tag=${'desk-admin-settle-request'} .load=${() => import('./settle-dialog.ts')} .values=${this.settling}
            @desk-done=${() => {
              this.settling = undefined;
              this.tell('desk-changed');
            }}
            @desk-closed=${() => (this.settling = undefined)}></desk-admin-lazy>`
          : nothing
      }`;
  }

  #renderRequest(request: Request) {
    const words = this.words(orderWords);
    const { language } = this;
    const { change, state, way, reason, refusal, shopAway, settledAt, orderId, orderNumber, storeId } = request;
    const href = orderId ? this.#navigation.value.href(orderPath(storeId, orderId)) : undefined;
    return html`<div class="row wrap between">
        <span class="row wrap"><strong>${language.code('OrderServiceRequestChange', change)}</strong>${this.linked && href ? html`<a href=${href} class="numeric">${orderNumber}</a>` : nothing}<span class="chip ${LOOKS[state]}">${language.code('OrderServiceRequestState', state)}</span></span>
        <time class="muted small" datetime=${request.requestedAt}>${language.moment(request.requestedAt)}</time>
      </div>
      ${reason ? html`<p>${reason}</p>` : nothing}
      ${facts([
        [words.before, changeText(request.before)],
        [words.after, changeText(request.after)],
      ])}
      ${way === 'BY_HAND' && !settledAt ? html`<p class="small">${words.byHand}</p>` : nothing}
      ${shopAway && !settledAt ? html`<p class="notice warn">${icon('warning', 'small')}<span>${words.shopAway}</span></p>` : nothing}
      ${refusal ? html`<p class="notice danger">${icon('warning', 'small')}<span>${language.of(refusal)}</span></p>` : nothing}
      ${this.#renderButtons(request)}`;
  }

  #renderButtons(request: Request) {
    const words = this.words(orderWords);
    const button = (action: string, how: 'reject' | 'finish') =>
      offerButton(this.#offers.of(request, action), {
        label: words[how],
        look: 'tight',
        run: () => (this.settling = { request, how }),
      });
    return html`<div class="row wrap">${button('rejectOrderChange', 'reject')}${button('finishOrderChange', 'finish')}</div>`;
  }
}

define('desk-admin-order-requests', DeskOrderRequests);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-order-requests': DeskOrderRequests;
  }
}
