import { hasVisible } from '@shopdesk/core/text';
import { html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, selectField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { kitWords } from '../../kit/words.ts';
import { closeConversation } from './data.ts';
import { dialogWords } from './dialog-words.ts';
import { inboxWords } from './words.ts';

type Intent = NonNullable<ConversationItem['intent']>;
type Result = NonNullable<ConversationItem['result']>;

/**
 * @summary Closes a conversation with what it was about and how it ended (R-CH-03: unanswered only with a reason).
 * @event {{ item: ConversationItem, text: string }} desk-done - It is closed.
 */
export class DeskCloseDialog extends DeskElement {
  static override properties = {
    item: { attribute: false },
    intent: { state: true },
    result: { state: true },
    reason: { state: true },
    tried: { state: true },
  };
  static override styles = [base, controls];

  declare item: ConversationItem;
  intent: Intent | '' = '';
  result: Result | '' = '';
  reason = '';
  tried = false;
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  override firstUpdated(): void {
    this.intent = this.item.intent ?? '';
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    this.tried = true;
    const { intent, result } = this;
    await this.updateComplete;
    if (!intent || !result || (this.item.waitingSince && !hasVisible(this.reason)))
      return this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    const item = await this.#act.run(this.#client.value, closeConversation, {
      id: this.item.id,
      intent,
      result,
      ...(hasVisible(this.reason) ? { reason: this.reason } : {}),
    });
    if (item) this.tell('desk-done', { item, text: this.words(inboxWords).closed });
  }

  override render() {
    const words = this.words(dialogWords);
    const kit = this.words(kitWords);
    const { problem, busy } = this.#act;
    const unanswered = Boolean(this.item.waitingSince) || problem?.code === 'REASON_REQUIRED';
    const missing = (value: string) => (this.tried && !hasVisible(value) ? kit.required : undefined);
    return html`<desk-admin-dialog open heading=${words.closeTitle} ?dirty=${this.reason !== ''}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem?.code === 'REASON_REQUIRED' ? undefined : problem, this.language)}
        ${unanswered ? html`<p class="notice warn">${icon('warning')}<span>${words.closeReasonHint}</span></p>` : nothing}
        ${selectField({ id: 'intent', label: words.closeIntent, value: this.intent, empty: words.choose, required: true, error: missing(this.intent) ?? fieldMessage(problem, 'intent'), choices: this.language.choices<Intent>('Intent'), onInput: (value) => (this.intent = value) })}
        ${selectField({ id: 'result', label: words.closeResult, value: this.result, empty: words.choose, required: true, error: missing(this.result) ?? fieldMessage(problem, 'result'), choices: this.language.choices<Result>('ConversationResult'), onInput: (value) => (this.result = value) })}
        ${areaField({ id: 'reason', label: unanswered ? words.closeReason : words.closeReasonOptional, value: this.reason, required: unanswered, maxLength: 500, error: (unanswered ? missing(this.reason) : undefined) ?? fieldMessage(problem, 'reason'), onInput: (value) => (this.reason = value) })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${words.closeTitle}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-close-dialog', DeskCloseDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-close-dialog': DeskCloseDialog;
  }
}
