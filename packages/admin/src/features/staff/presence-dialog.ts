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
import { setPresence, type Member } from './data.ts';
import { staffWords } from './words.ts';

type Presence = Member['presence'];
const STATES = ['ONLINE', 'BUSY', 'AWAY', 'BREAK', 'TRAINING', 'OFFLINE'] as const satisfies readonly Presence[];

/**
 * @summary Sets the status of somebody else, with a reason.
 * @event {{ member: Member, text: string }} desk-done - It is set.
 */
export class DeskPresenceDialog extends DeskElement {
  static override properties = { member: { attribute: false }, presence: { state: true }, reason: { state: true } };
  static override styles = [base, controls];

  declare member: Member;
  presence: Presence | '' = '';
  reason = '';
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const presence = this.presence || this.member.presence;
    const member = await this.#act.run(this.#client.value, setPresence, {
      id: this.member.id,
      presence,
      ...(this.reason.trim() ? { reason: this.reason } : {}),
    });
    if (member) this.tell('desk-done', { member, text: this.words(staffWords).saved });
    else this.renderRoot.querySelector<HTMLElement>('#reason')?.focus();
  }

  override render() {
    const words = this.words(staffWords);
    const { problem, busy } = this.#act;
    const error = problem?.code === 'REASON_REQUIRED' ? this.words(kitWords).required : fieldMessage(problem, 'reason');
    return html`<desk-admin-dialog open heading=${words.presenceTitle(this.member.name)}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem?.code === 'REASON_REQUIRED' ? undefined : problem, this.language)}
        ${selectField({ id: 'presence', label: words.status, value: this.presence || this.member.presence, choices: STATES.map((value) => ({ value, label: words.presence[value] })), onInput: (presence) => (this.presence = presence) })}
        ${areaField({ id: 'reason', label: words.reason, hint: words.presenceHint, value: this.reason, required: true, maxLength: 500, rows: 2, error, onInput: (reason) => (this.reason = reason) })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${this.words(kitWords).save}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-presence-dialog', DeskPresenceDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-presence-dialog': DeskPresenceDialog;
  }
}
