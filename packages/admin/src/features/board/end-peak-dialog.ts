import { html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField } from '../../kit/field.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { endPeakMode, type BoardStore } from './data.ts';
import { boardWords } from './words.ts';

/**
 * @summary Ends peak mode of a store before its time.
 * @event desk-done - It is off.
 */
export class DeskEndPeakDialog extends DeskElement {
  static override properties = { subject: { attribute: false }, reason: { state: true } };
  static override styles = [base, controls];

  declare subject: BoardStore;
  reason = '';
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const input = { id: this.subject.storeId, ...(this.reason.trim() ? { reason: this.reason } : {}) };
    if (await this.#act.run(this.#client.value, endPeakMode, input)) this.tell('desk-done');
  }

  override render() {
    const words = this.words(boardWords);
    const { problem, busy } = this.#act;
    return html`<desk-admin-dialog open heading=${words.peakTitle(this.subject.name)}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem, this.language)}
        ${areaField({ id: 'reason', label: words.reason, hint: words.presenceHint, value: this.reason, maxLength: 500, rows: 2, onInput: (value) => (this.reason = value) })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${words.endPeak}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-end-peak-dialog', DeskEndPeakDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-end-peak-dialog': DeskEndPeakDialog;
  }
}
