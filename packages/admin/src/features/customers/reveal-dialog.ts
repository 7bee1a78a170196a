import { html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import type { CustomerItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField } from '../../kit/field.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { kitWords } from '../../kit/words.ts';
import { revealContact } from './data.ts';
import { customerWords } from './words.ts';

/**
 * @summary Asks for the purpose of seeing contact data in full (R-SEC-01).
 * @event {Contact} desk-revealed - The data.
 */
export class DeskRevealDialog extends DeskElement {
  static override properties = { file: { attribute: false }, reason: { state: true }, tried: { state: true } };
  static override styles = [base, controls];

  declare file: CustomerItem;
  reason = '';
  tried = false;
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    this.tried = true;
    if (!this.reason.trim()) return this.renderRoot.querySelector<HTMLElement>('#purpose')?.focus();
    const contact = await this.#act.run(this.#client.value, revealContact, { id: this.file.id, reason: this.reason });
    if (contact) this.tell('desk-revealed', contact);
  }

  override render() {
    const words = this.words(customerWords);
    const error = this.tried && !this.reason.trim() ? this.words(kitWords).required : undefined;
    return html`<desk-admin-dialog open heading=${words.revealTitle}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(this.#act.problem, this.language)}
        <p>${words.revealText}</p>
        ${areaField({ id: 'purpose', label: words.purpose, value: this.reason, required: true, maxLength: 500, error, onInput: (value) => (this.reason = value) })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${this.#act.busy}>${words.reveal}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-reveal-dialog', DeskRevealDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-reveal-dialog': DeskRevealDialog;
  }
}
