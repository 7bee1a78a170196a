import { html } from 'lit';
import { Act } from '../desk/act.ts';
import { clientContext, Use } from '../desk/contexts.ts';
import { actionMutation } from '../desk/documents.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import '../kit/dialog.ts';
import { DeskElement, define } from '../kit/element.ts';
import { areaField } from '../kit/field.ts';
import { fieldMessage } from '../kit/problem.ts';
import { problemNotice } from '../kit/problem-notice.ts';
import { autoReplyWords } from './auto-reply-words.ts';

const setAutoReply = actionMutation('setAutoReply', 'User', 'id');

/**
 * @summary Sets one's own automatic reply, without which nobody goes online (R-CH-13).
 * @event desk-done - It is set.
 */
export class DeskAutoReply extends DeskElement {
  static override properties = { text: { state: true } };
  static override styles = [base, controls];

  text: string | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.text ?? this.words(autoReplyWords).suggestion;
    if (await this.#act.run(this.#client.value, setAutoReply, { text })) return void this.tell('desk-done');
    this.renderRoot.querySelector<HTMLElement>('#text')?.focus();
  }

  override render() {
    const said = this.words(autoReplyWords);
    const { problem, busy } = this.#act;
    return html`<desk-admin-dialog open heading=${said.title} ?dirty=${this.text !== undefined}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem?.code === 'VALIDATION_FAILED' ? undefined : problem, this.language)}
        ${areaField({ id: 'text', label: said.label, hint: said.text, value: this.text ?? said.suggestion, required: true, maxLength: 500, rows: 3, error: fieldMessage(problem, 'text'), onInput: (text) => (this.text = text) })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${said.save}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-auto-reply', DeskAutoReply);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-auto-reply': DeskAutoReply;
  }
}
