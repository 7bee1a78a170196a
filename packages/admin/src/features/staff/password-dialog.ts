import { html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { setStaffPassword, type Member } from './data.ts';
import { passwordField } from './password-field.ts';
import { staffWords } from './words.ts';

/**
 * @summary Sets a new password for somebody.
 * @event {{ member: Member, text: string }} desk-done - It is set.
 */
export class DeskPasswordDialog extends DeskElement {
  static override properties = { member: { attribute: false }, password: { state: true } };
  static override styles = [base, controls];

  declare member: Member;
  password = '';
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const member = await this.#act.run(this.#client.value, setStaffPassword, {
      id: this.member.id,
      password: this.password,
    });
    if (member) this.tell('desk-done', { member, text: this.words(staffWords).passwordSet });
    else this.renderRoot.querySelector<HTMLElement>('#password')?.focus();
  }

  override render() {
    const words = this.words(staffWords);
    const { problem, busy } = this.#act;
    return html`<desk-admin-dialog open heading=${words.passwordTitle(this.member.name)} ?dirty=${this.password !== ''}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem, this.language)}
        <p>${words.passwordText}</p>
        ${passwordField({ language: this.language, value: this.password, error: fieldMessage(problem, 'password'), onInput: (password) => (this.password = password) })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${words.setPassword}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-password-dialog', DeskPasswordDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-password-dialog': DeskPasswordDialog;
  }
}
