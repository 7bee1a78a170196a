import { html } from 'lit';
import { Act } from '../desk/act.ts';
import { clientContext, Use } from '../desk/contexts.ts';
import { actionMutation } from '../desk/documents.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import '../kit/dialog.ts';
import { DeskElement, define } from '../kit/element.ts';
import { textField } from '../kit/field.ts';
import { fieldMessage } from '../kit/problem.ts';
import { problemNotice } from '../kit/problem-notice.ts';
import { toast } from '../kit/toast.ts';
import { shellWords } from './words.ts';
import { ownPasswordWords } from './own-password-words.ts';

const changeOwnPassword = actionMutation('changeOwnPassword', 'User', 'id');

/**
 * @summary Changes one's own password.
 * @event desk-done - It is changed.
 */
export class DeskOwnPassword extends DeskElement {
  static override properties = {
    present: { state: true },
    chosen: { state: true },
    again: { state: true },
    differs: { state: true },
  };
  static override styles = [base, controls];

  present = '';
  chosen = '';
  again = '';
  differs = false;
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    this.differs = this.chosen !== this.again;
    if (this.differs) return this.#focus('again');
    if (
      !(await this.#act.run(this.#client.value, changeOwnPassword, {
        oldPassword: this.present,
        newPassword: this.chosen,
      }))
    )
      return this.#focus(fieldMessage(this.#act.problem, 'newPassword') ? 'chosen' : 'present');
    toast(this, { kind: 'ok', text: this.words(ownPasswordWords).changed });
    this.tell('desk-done');
  }

  #focus(id: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus());
  }

  override render() {
    const said = this.words(ownPasswordWords);
    const shell = this.words(shellWords);
    const { problem, busy } = this.#act;
    const dirty = this.present !== '' || this.chosen !== '';
    return html`<desk-admin-dialog open heading=${shell.changePassword} ?dirty=${dirty}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem, this.language)}
        <p>${said.text}</p>
        ${textField({ id: 'present', type: 'password', label: said.old, value: this.present, required: true, autocomplete: 'current-password', error: fieldMessage(problem, 'oldPassword'), onInput: (value) => (this.present = value) })}
        ${textField({ id: 'chosen', type: 'password', label: shell.newPassword, hint: shell.newPasswordHint, value: this.chosen, required: true, autocomplete: 'new-password', error: fieldMessage(problem, 'newPassword'), onInput: (value) => (this.chosen = value) })}
        ${textField({ id: 'again', type: 'password', label: said.repeat, value: this.again, required: true, autocomplete: 'new-password', error: this.differs ? said.different : undefined, onInput: (value) => (this.again = value) })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${said.save}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-own-password', DeskOwnPassword);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-own-password': DeskOwnPassword;
  }
}
