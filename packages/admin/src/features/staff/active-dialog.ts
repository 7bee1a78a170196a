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
import { updateStaff, type Member } from './data.ts';
import { staffWords } from './words.ts';

/**
 * @summary Deactivates a member of staff, or lets him back in.
 * @event {{ member: Member, text: string }} desk-done - It is done.
 */
export class DeskActiveDialog extends DeskElement {
  static override properties = { member: { attribute: false }, reason: { state: true } };
  static override styles = [base, controls];

  declare member: Member;
  reason = '';
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const words = this.words(staffWords);
    const active = !this.member.active;
    const member = await this.#act.run(this.#client.value, updateStaff, {
      id: this.member.id,
      active,
      ...(this.reason.trim() ? { reason: this.reason } : {}),
    });
    if (member)
      this.tell('desk-done', { member, text: active ? words.activated(member.name) : words.deactivated(member.name) });
  }

  override render() {
    const words = this.words(staffWords);
    const { problem, busy } = this.#act;
    const { name, active } = this.member;
    return html`<desk-admin-dialog open heading=${active ? words.deactivateTitle(name) : `${words.activate}: ${name}`}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem, this.language)} ${active ? html`<p>${words.deactivateText}</p>` : ''}
        ${areaField({ id: 'reason', label: words.reason, value: this.reason, maxLength: 500, rows: 2, error: fieldMessage(problem, 'reason'), onInput: (reason) => (this.reason = reason) })}
      </form>
      <button slot="actions" class="button ${active ? 'danger' : 'primary'}" form="form" aria-disabled=${busy}>${active ? words.deactivate : words.activate}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-active-dialog', DeskActiveDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-active-dialog': DeskActiveDialog;
  }
}
