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
import { kitWords } from '../../kit/words.ts';
import { setPresence, type BoardAgent, type Presence } from './data.ts';
import { boardWords } from './words.ts';

const STATES = ['ONLINE', 'BUSY', 'AWAY', 'BREAK', 'TRAINING', 'OFFLINE'] as const satisfies readonly Presence[];

/**
 * @summary Sets the status of an agent from the board, with a reason.
 * @event desk-done - It is set.
 */
export class DeskBoardPresence extends DeskElement {
  static override properties = { subject: { attribute: false }, presence: { state: true }, reason: { state: true } };
  static override styles = [base, controls];

  declare subject: BoardAgent;
  presence: Presence | '' = '';
  reason = '';
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const presence = this.presence || this.subject.presence;
    const done = await this.#act.run(this.#client.value, setPresence, {
      id: this.subject.userId,
      presence,
      reason: this.reason,
    });
    if (done) this.tell('desk-done');
    else this.renderRoot.querySelector<HTMLElement>('#reason')?.focus();
  }

  override render() {
    const words = this.words(boardWords);
    const { problem, busy } = this.#act;
    const needsReason = problem?.code === 'REASON_REQUIRED';
    return html`<desk-admin-dialog open heading=${words.presenceTitle(this.subject.name)}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(needsReason ? undefined : problem, this.language)}
        ${selectField({ id: 'presence', label: words.status, value: this.presence || this.subject.presence, choices: this.language.choices('Presence', STATES), onInput: (presence) => (this.presence = presence) })}
        ${areaField({ id: 'reason', label: words.reason, hint: words.presenceHint, value: this.reason, required: true, maxLength: 500, rows: 2, error: needsReason ? this.words(kitWords).required : fieldMessage(problem, 'reason'), onInput: (reason) => (this.reason = reason) })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${this.words(kitWords).save}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-board-presence', DeskBoardPresence);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-board-presence': DeskBoardPresence;
  }
}
