/** @module Changes that somebody asked for: how they stand, and for those who pack what to say to them. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, Use } from '../../desk/contexts.ts';
import { offerButton } from '../../desk/offer-button.ts';
import { RowOffers } from '../../desk/offers.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { facts } from '../../kit/facts.ts';
import { icon } from '../../kit/icon.ts';
import { tables } from '../../kit/table-style.ts';
import { act } from '../../records/act.ts';
import type { Request } from './data.ts';
import { REQUEST_LOOKS } from './looks.ts';
import { changeText } from './order-sections.ts';
import { orderWords } from './words.ts';

/**
 * @summary Changes of orders that were asked for, newest first.
 * @event desk-changed - One was settled.
 */
export class DeskOrderRequests extends DeskElement {
  static override properties = { requests: { attribute: false } };
  static override styles = [base, controls, tables, facts.style];

  requests: readonly Request[] = [];
  readonly #client = new Use(this, clientContext);
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
    )}</ol>`;
  }

  async #settle(request: Request, action: string, heading: string): Promise<void> {
    if (await act(this, action, { row: request, heading })) this.tell('desk-changed');
  }

  #renderRequest(request: Request) {
    const words = this.words(orderWords);
    const { language } = this;
    const { change, state, way, reason, refusal, shopAway, settledAt } = request;
    return html`<div class="row wrap between">
        <span class="row wrap"><strong>${language.code('OrderServiceRequestChange', change)}</strong
          ><span class="chip ${REQUEST_LOOKS[state]}">${language.code('OrderServiceRequestState', state)}</span></span>
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
    const button = (action: string, label: string) =>
      offerButton(this.#offers.of(request, action), {
        label,
        look: 'tight',
        run: () => void this.#settle(request, action, label),
      });
    const [refuse, finish] = [button('rejectOrderChange', words.reject), button('finishOrderChange', words.finish)];
    return html`<div class="row wrap">${refuse}${finish}</div>`;
  }
}

define('desk-admin-order-requests', DeskOrderRequests);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-order-requests': DeskOrderRequests;
  }
}
