import { html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField } from '../../kit/field.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { kitWords } from '../../kit/words.ts';
import { finishOrderChange, rejectOrderChange, type Request } from './data.ts';
import { orderWords } from './words.ts';

/**
 * @summary Says that a change was made by hand, or cannot be made and why.
 * @event desk-done - It is said.
 */
export class DeskSettleRequest extends DeskElement {
  static override properties = { request: { attribute: false }, how: {}, text: { state: true } };
  static override styles = [base, controls];

  declare request: Request;
  how: 'reject' | 'finish' = 'reject';
  text = '';
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.request;
    const client = this.#client.value;
    const done =
      this.how === 'reject'
        ? await this.#act.run(client, rejectOrderChange, { id, reason: this.text }, { version })
        : await this.#act.run(client, finishOrderChange, { id, note: this.text }, { version });
    if (done) this.tell('desk-done');
    else this.renderRoot.querySelector<HTMLElement>('#text')?.focus();
  }

  override render() {
    const words = this.words(orderWords);
    const { problem, busy } = this.#act;
    const missing = problem?.code === 'REASON_REQUIRED';
    const reject = this.how === 'reject';
    return html`<desk-admin-dialog open heading=${reject ? words.rejectTitle : words.finishTitle} ?dirty=${this.text !== ''}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(missing ? undefined : problem, this.language)}
        ${areaField({ id: 'text', label: reject ? words.reason : words.note, value: this.text, required: reject, maxLength: 500, error: missing ? this.words(kitWords).required : undefined, onInput: (text) => (this.text = text) })}
      </form>
      <button slot="actions" class="button ${reject ? 'danger' : 'primary'}" form="form" aria-disabled=${busy}>${reject ? words.reject : words.finish}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-settle-request', DeskSettleRequest);
