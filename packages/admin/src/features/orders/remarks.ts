/** @module The remarks on an order: never changed, each with who, when and what; and the word of those who pack. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, Use, viewerContext } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import '../../desk/lazy.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { facts } from '../../kit/facts.ts';
import { icon } from '../../kit/icon.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { acknowledgeOrderRemark, type Remark } from './data.ts';
import { flagMark, flagStyle } from './looks.ts';
import { changeText } from './order-sections.ts';
import { orderWords } from './words.ts';

/**
 * @summary Remarks on an order, oldest first.
 * @event desk-changed - A remark was added or acknowledged.
 */
export class DeskOrderRemarks extends DeskElement {
  static override properties = {
    storeId: {},
    orderId: {},
    remarks: { attribute: false },
    single: { type: Boolean },
    adding: { state: true },
  };
  static override styles = [base, controls, tables, facts.style, flagStyle];

  storeId = '';
  orderId = '';
  remarks: readonly Remark[] = [];
  /** Only shows: another one is added on the order's page. */
  single = false;
  adding = false;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #act = new Act(this);

  async #acknowledge({ id }: Remark): Promise<void> {
    if (!(await this.#act.run(this.#client.value, acknowledgeOrderRemark, { id }))) return;
    toast(this, { kind: 'ok', text: this.words(orderWords).acknowledged });
    this.tell('desk-changed');
  }

  override render() {
    const words = this.words(orderWords);
    const mayAdd = !this.single && can(this.#viewer.value, 'order.remark');
    return html`<div class="stack">
      ${problemNotice(this.#act.problem, this.language)}
      ${this.remarks.length === 0 ? html`<p class="muted">${words.noRemarks}</p>` : nothing}
      <ol class="stack">${repeat(
        this.remarks,
        ({ id }) => id,
        (remark) => html`<li class="item">${this.#renderRemark(remark)}</li>`,
      )}</ol>
      ${mayAdd ? html`<div><button class="button" type="button" @click=${() => (this.adding = true)}>${icon('flag', 'small')}${words.addRemark}</button></div>` : nothing}
      ${
        this.adding
          ? html`<desk-admin-lazy .tag=${'desk-admin-remark-dialog'} .load=${() => import('./remark-dialog.ts')}
            .values=${{ storeId: this.storeId, orderId: this.orderId }}
            @desk-done=${() => {
              this.adding = false;
              this.tell('desk-changed');
            }}
            @desk-closed=${() => (this.adding = false)}></desk-admin-lazy>`
          : nothing
      }
    </div>`;
  }

  #renderRemark(remark: Remark) {
    const words = this.words(orderWords);
    const { language } = this;
    const who = remark.agentId
      ? `${nameOf(this.#directory.maybe, remark.agentId)} · ${words.by(remark.agentNo)}`
      : words.byCustomer;
    const mayAcknowledge = remark.needsAcknowledgement && can(this.#viewer.value, 'order.acknowledge');
    return html`<div class="row wrap between">${flagMark(remark.flag, language)}<time class="muted small"
      datetime=${remark.at}>${language.full(remark.at)}</time></div>
      <p>${remark.reason}</p>
      <p class="muted small">${who} · ${words.atStage(this.language.code('ErpStage', remark.erpStageAt))}</p>
      ${
        remark.after
          ? facts([
              [words.before, changeText(remark.before)],
              [words.after, changeText(remark.after)],
            ])
          : nothing
      }
      ${remark.needsAcknowledgement ? html`<p class="row wrap"><span class="chip warn">${icon('clock', 'small')}${words.mustAcknowledge}</span>${mayAcknowledge ? html`<button class="button tight" type="button" aria-disabled=${this.#act.busy} @click=${() => void this.#acknowledge(remark)}>${words.acknowledge}</button>` : nothing}</p>` : nothing}
      ${remark.acknowledgedBy.length > 0 ? html`<p class="row small">${icon('check', 'small')}${words.acknowledgedBy(language.list(remark.acknowledgedBy))}</p>` : nothing}`;
  }
}

define('desk-admin-order-remarks', DeskOrderRemarks);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-order-remarks': DeskOrderRemarks;
  }
}
