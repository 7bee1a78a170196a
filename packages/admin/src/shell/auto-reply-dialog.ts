import { html } from 'lit';
import { Act } from '../desk/act.ts';
import { clientContext, Use } from '../desk/contexts.ts';
import { actionMutation } from '../desk/documents.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import '../kit/dialog.ts';
import { DeskElement, define } from '../kit/element.ts';
import { areaField } from '../kit/field.ts';
import type { Texts } from '../kit/language.ts';
import { fieldMessage } from '../kit/problem.ts';
import { problemNotice } from '../kit/problem-notice.ts';

const setAutoReply = actionMutation('setAutoReply', 'User', 'id');

const en = {
  title: 'Your automatic reply',
  text: 'Customers who write while you are away get this once. You need one to go online.',
  label: 'Automatic reply',
  suggestion: 'I am away for a moment and will answer as soon as I am back.',
  save: 'Save and go online',
};
const zh: typeof en = {
  title: '您的自动回复',
  text: '您挂起时，顾客发来消息会收到一次该回复。设置后才能上线。',
  label: '自动回复',
  suggestion: '您好，我暂时离开一下，回来后马上回复您。',
  save: '保存并上线',
};
const words: Texts<typeof en> = { en, zh };

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
    const text = this.text ?? this.words(words).suggestion;
    if (await this.#act.run(this.#client.value, setAutoReply, { text })) return void this.tell('desk-done');
    this.renderRoot.querySelector<HTMLElement>('#text')?.focus();
  }

  override render() {
    const said = this.words(words);
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
