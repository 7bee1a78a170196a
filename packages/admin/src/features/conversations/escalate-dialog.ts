import { html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, selectField } from '../../kit/field.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { kitWords } from '../../kit/words.ts';
import { escalateConversation, lowerEscalation } from './data.ts';
import { levelOf, levelWords } from './level-words.ts';

/**
 * @summary Asks a higher level to take a conversation over; or takes a level back.
 * @event {{ item?: ConversationItem, text: string }} desk-done - It is asked, or lowered.
 */
export class DeskEscalateDialog extends DeskElement {
  static override properties = {
    item: { attribute: false },
    mode: {},
    level: { state: true },
    reason: { state: true },
    summary: { state: true },
  };
  static override styles = [base, controls];

  declare item: ConversationItem;
  mode: 'escalate' | 'lower' = 'escalate';
  level: number | undefined;
  reason = '';
  summary = '';
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  get #choices(): readonly number[] {
    const { level } = this.item;
    return this.mode === 'lower'
      ? [1, 2, 3].filter((one) => one < level).toReversed()
      : [2, 3, 4].filter((one) => one > level);
  }

  get #level(): number {
    return this.level ?? this.#choices[0] ?? 2;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { reason, summary } = this;
    const words = this.words(levelWords);
    const level = this.#level;
    const name = words.levels[levelOf(level)];
    const shared = { id: this.item.id, level, reason };
    if (this.mode === 'lower') {
      const item = await this.#act.run(this.#client.value, lowerEscalation, shared);
      if (item) this.tell('desk-done', { item, text: words.lowered(name) });
    } else if (await this.#act.run(this.#client.value, escalateConversation, { ...shared, summary }))
      this.tell('desk-done', { text: words.escalated(name) });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  override render() {
    const words = this.words(levelWords);
    const { problem, busy } = this.#act;
    const lower = this.mode === 'lower';
    const reasonError =
      problem?.code === 'REASON_REQUIRED' ? this.words(kitWords).required : fieldMessage(problem, 'reason');
    const choices = this.#choices.map((level) => ({ value: String(level), label: words.levels[levelOf(level)] }));
    return html`<desk-admin-dialog open heading=${lower ? words.lowerTitle : words.title}
      ?dirty=${this.reason !== '' || this.summary !== ''}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem, this.language)} ${lower ? '' : html`<p class="muted">${words.text}</p>`}
        ${selectField({ id: 'level', label: lower ? words.newLevel : words.to, value: String(this.#level), choices, error: fieldMessage(problem, 'level'), onInput: (level) => (this.level = Number(level)) })}
        ${areaField({ id: 'reason', label: words.reason, value: this.reason, required: true, maxLength: 500, rows: 2, error: reasonError, onInput: (reason) => (this.reason = reason) })}
        ${lower ? '' : areaField({ id: 'summary', label: words.summary, hint: words.summaryHint, value: this.summary, required: true, maxLength: 2000, rows: 4, error: fieldMessage(problem, 'summary'), onInput: (summary) => (this.summary = summary) })}
      </form>
      <button slot="actions" class="button primary" form="form"
        aria-disabled=${busy}>${lower ? words.lower : words.escalate}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-escalate-dialog', DeskEscalateDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-escalate-dialog': DeskEscalateDialog;
  }
}
