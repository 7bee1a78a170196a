import { html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField } from '../../kit/field.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { kitWords } from '../../kit/words.ts';
import { declineEscalation } from './data.ts';
import { escalationWords } from './words.ts';

/**
 * @summary Gives an escalation back with a reason.
 * @event desk-done - It is given back.
 */
export class DeskDeclineEscalation extends DeskElement {
  static override properties = { escalationId: {}, reason: { state: true } };
  static override styles = [base, controls];

  escalationId = '';
  reason = '';
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    if (await this.#act.run(this.#client.value, declineEscalation, { id: this.escalationId, reason: this.reason }))
      this.tell('desk-done');
    else this.renderRoot.querySelector<HTMLElement>('#reason')?.focus();
  }

  override render() {
    const words = this.words(escalationWords);
    const { problem, busy } = this.#act;
    const missing = problem?.code === 'REASON_REQUIRED';
    return html`<desk-admin-dialog open heading=${words.declineTitle} ?dirty=${this.reason !== ''}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(missing ? undefined : problem, this.language)}
        ${areaField({ id: 'reason', label: words.reason, value: this.reason, required: true, maxLength: 500, rows: 3, error: missing ? this.words(kitWords).required : fieldMessage(problem, 'reason'), onInput: (reason) => (this.reason = reason) })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${words.decline}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-decline-escalation', DeskDeclineEscalation);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-decline-escalation': DeskDeclineEscalation;
  }
}
