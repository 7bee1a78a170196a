import { html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { deskNow } from '../../kit/clock.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, selectField, textField } from '../../kit/field.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { kitWords } from '../../kit/words.ts';
import { lendAgent, type BoardAgent } from './data.ts';
import { instantOf, localMinute } from '../../kit/local-minute.ts';
import { boardWords } from './words.ts';

const FOUR_HOURS_MS = 4 * 3600 * 1000;

/**
 * @summary Lends an agent to another store for some hours (R-WF-13).
 * @event desk-done - He is lent.
 */
export class DeskLend extends DeskElement {
  static override properties = {
    subject: { attribute: false },
    storeId: { state: true },
    until: { state: true },
    reason: { state: true },
    tried: { state: true },
  };
  static override styles = [base, controls];

  declare subject: BoardAgent;
  storeId = '';
  until = localMinute(deskNow() + FOUR_HOURS_MS);
  reason = '';
  tried = false;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    this.tried = true;
    const { storeId, reason } = this;
    const input = { id: this.subject.userId, storeId, until: instantOf(this.until), reason };
    if (storeId && (await this.#act.run(this.#client.value, lendAgent, input))) return void this.tell('desk-done');
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  override render() {
    const words = this.words(boardWords);
    const { required, save } = this.words(kitWords);
    const { problem, busy } = this.#act;
    const needsReason = problem?.code === 'REASON_REQUIRED';
    const others = [...this.#directory.value.stores.values()].filter(({ id }) => !this.subject.storeIds.includes(id));
    const general = needsReason || problem?.code === 'VALIDATION_FAILED' ? undefined : problem;
    return html`<desk-admin-dialog open heading=${words.lendTitle(this.subject.name)} ?dirty=${this.reason !== ''}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(general, this.language)}
        <p class="muted">${words.lendText}</p>
        ${selectField({ id: 'store', label: words.store, value: this.storeId, empty: '–', required: true, error: this.tried && !this.storeId ? required : fieldMessage(problem, 'storeId'), choices: others.map(({ id, name }) => ({ value: id, label: name })), onInput: (storeId) => (this.storeId = storeId) })}
        ${textField({ id: 'until', label: words.until, type: 'datetime-local', value: this.until, required: true, error: fieldMessage(problem, 'until'), onInput: (until) => (this.until = until) })}
        ${areaField({ id: 'reason', label: words.reason, hint: words.presenceHint, value: this.reason, required: true, maxLength: 500, rows: 2, error: needsReason ? required : fieldMessage(problem, 'reason'), onInput: (reason) => (this.reason = reason) })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${save}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-lend', DeskLend);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-lend': DeskLend;
  }
}
