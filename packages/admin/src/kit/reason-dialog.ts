import { html, nothing } from 'lit';
import { base } from './base-style.ts';
import { controls } from './control-style.ts';
import './dialog.ts';
import { DeskElement, define } from './element.ts';
import { areaField } from './field.ts';
import type { Problem } from './problem.ts';
import { problemNotice } from './problem-notice.ts';
import { kitWords } from './words.ts';

/**
 * @summary Asks once more before something is done, and for the reason where one is needed.
 * @event desk-closed - It is closed, done or not.
 */
export class DeskReasonDialog extends DeskElement {
  static override properties = {
    heading: {},
    text: {},
    label: {},
    action: {},
    danger: { type: Boolean },
    run: { attribute: false },
    reason: { state: true },
    tried: { state: true },
    busy: { state: true },
    problem: { state: true },
  };
  static override styles = [base, controls];

  heading = '';
  text = '';
  /** What is asked; empty: no reason is needed. */
  label = '';
  /** What the button says. */
  action = '';
  danger = false;
  /** Does it; answers why not. */
  run: (reason: string) => Promise<Problem | undefined> = async () => undefined;
  reason = '';
  tried = false;
  busy = false;
  problem: Problem | undefined;

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    this.tried = true;
    await this.updateComplete;
    if (this.label && !this.reason.trim()) return this.renderRoot.querySelector('textarea')?.focus();
    if (this.busy) return;
    this.busy = true;
    this.problem = await this.run(this.reason.trim());
    this.busy = false;
  }

  override render() {
    const error = this.tried && !this.reason.trim() ? this.words(kitWords).required : undefined;
    return html`<desk-admin-dialog open heading=${this.heading} ?dirty=${this.reason !== ''}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(this.problem, this.language)} ${this.text ? html`<p>${this.text}</p>` : nothing}
        ${this.label ? areaField({ id: 'reason', label: this.label, value: this.reason, required: true, maxLength: 500, error, onInput: (value) => (this.reason = value) }) : nothing}
      </form>
      <button slot="actions" class="button ${this.danger ? 'danger' : 'primary'}" form="form"
        aria-disabled=${this.busy}>${this.action}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-reason-dialog', DeskReasonDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-reason-dialog': DeskReasonDialog;
  }
}
