import { newId } from '@shopdesk/core/client';
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
import { whisper, type BoardRow } from './data.ts';
import { boardWords } from './words.ts';

/**
 * @summary A note into a conversation that its owner sees at once and the customer never.
 * @event desk-done - It is there.
 */
export class DeskWhisper extends DeskElement {
  static override properties = { subject: { attribute: false }, text: { state: true } };
  static override styles = [base, controls];

  declare subject: BoardRow;
  text = '';
  /** The same note however often it is sent. */
  readonly #clientMsgId = newId();
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { conversationId } = this.subject;
    const sent = await this.#act.run(this.#client.value, whisper, {
      conversationId,
      clientMsgId: this.#clientMsgId,
      text: this.text,
    });
    if (sent) this.tell('desk-done');
    else this.renderRoot.querySelector<HTMLElement>('#text')?.focus();
  }

  override render() {
    const words = this.words(boardWords);
    const { problem, busy } = this.#act;
    return html`<desk-admin-dialog open heading=${words.whisperTitle(this.subject.ownerName || words.colleagues)}
      ?dirty=${this.text !== ''}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem?.fields?.length ? undefined : problem, this.language)}
        ${areaField({ id: 'text', label: words.note, hint: words.whisperText, value: this.text, required: true, maxLength: 2000, rows: 3, error: fieldMessage(problem, 'text'), onInput: (text) => (this.text = text) })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${words.whisper}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-whisper', DeskWhisper);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-whisper': DeskWhisper;
  }
}
