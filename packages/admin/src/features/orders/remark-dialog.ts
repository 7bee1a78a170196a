import { html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, selectField } from '../../kit/field.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { toast } from '../../kit/toast.ts';
import { kitWords } from '../../kit/words.ts';
import { addOrderRemark, type Flag } from './data.ts';
import { orderWords } from './words.ts';

const FLAGS: readonly Flag[] = ['RED', 'YELLOW', 'GREEN', 'BLUE', 'PURPLE'];

/**
 * @summary Puts a flag with its reason on an order.
 * @event desk-done - It is there.
 */
export class DeskRemarkDialog extends DeskElement {
  static override properties = { storeId: {}, orderId: {}, flag: { state: true }, reason: { state: true } };
  static override styles = [base, controls];

  storeId = '';
  orderId = '';
  flag: Flag = 'RED';
  reason = '';
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { storeId, orderId, flag, reason } = this;
    const added = await this.#act.run(this.#client.value, addOrderRemark, { storeId, orderId, flag, reason });
    if (!added) return this.renderRoot.querySelector<HTMLElement>('#reason')?.focus();
    toast(this, { kind: 'ok', text: this.words(orderWords).remarkAdded });
    this.tell('desk-done');
  }

  override render() {
    const words = this.words(orderWords);
    const { problem, busy } = this.#act;
    const missing = problem?.code === 'REASON_REQUIRED';
    return html`<desk-admin-dialog open heading=${words.addRemark} ?dirty=${this.reason !== ''}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(missing ? undefined : problem, this.language)}
        ${selectField({ id: 'flag', label: words.flag, value: this.flag, choices: this.language.choices('RemarkFlag', FLAGS), onInput: (flag) => (this.flag = flag || 'RED') })}
        ${areaField({ id: 'reason', label: words.reason, hint: words.remarkKept, value: this.reason, required: true, maxLength: 1000, error: missing ? this.words(kitWords).required : fieldMessage(problem, 'reason'), onInput: (reason) => (this.reason = reason) })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${words.addRemark}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-remark-dialog', DeskRemarkDialog);
