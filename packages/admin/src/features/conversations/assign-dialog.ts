import { hasVisible } from '@shopdesk/core/text';
import { html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, Use } from '../../desk/contexts.ts';
import { worksFor } from '../../desk/directory.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import '../../kit/combobox.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField } from '../../kit/field.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { kitWords } from '../../kit/words.ts';
import { colleagueOptions } from './colleagues.ts';
import { assignConversation } from './data.ts';
import { dialogWords } from './dialog-words.ts';
import { inboxWords } from './words.ts';

/**
 * @summary Picks the colleague who shall own a conversation.
 * @event {{ item: ConversationItem, text: string }} desk-done - It is assigned.
 */
export class DeskAssignDialog extends DeskElement {
  static override properties = { item: { attribute: false }, userId: { state: true }, reason: { state: true } };
  static override styles = [base, controls];

  declare item: ConversationItem;
  userId = '';
  reason = '';
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.userId)
      return this.renderRoot.querySelector('desk-admin-combobox')?.renderRoot.querySelector('input')?.focus();
    const input = {
      id: this.item.id,
      userId: this.userId,
      ...(hasVisible(this.reason) ? { reason: this.reason } : {}),
    };
    const item = await this.#act.run(this.#client.value, assignConversation, input);
    const name = this.#directory.value.colleagues.get(this.userId)?.name ?? '';
    if (item) this.tell('desk-done', { item, text: this.words(dialogWords).assigned(name) });
  }

  override render() {
    const words = this.words(dialogWords);
    const kit = this.words(kitWords);
    const { problem, busy } = this.#act;
    const options = colleagueOptions(
      [...this.#directory.value.colleagues.values()].filter(
        (one) => one.active && one.id !== this.item.ownerId && worksFor(one, this.item.storeId),
      ),
      this.language,
    );
    return html`<desk-admin-dialog open heading=${words.assignTitle} ?dirty=${this.reason !== ''}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem, this.language)}
        <desk-admin-combobox required label=${words.assignTo} hint=${words.findColleague}
          error=${fieldMessage(problem, 'userId') ?? ''} .options=${options} .value=${this.userId} @desk-change=${({ detail }: CustomEvent<string>) => (this.userId = detail)}></desk-admin-combobox>
        ${areaField({
          id: 'reason',
          label: words.assignReason,
          hint: words.assignReasonHint,
          value: this.reason,
          maxLength: 500,
          error: problem?.code === 'REASON_REQUIRED' ? kit.required : fieldMessage(problem, 'reason'),
          onInput: (value) => (this.reason = value),
        })}
      </form>
      <button slot="actions" class="button primary" form="form"
        aria-disabled=${busy}>${this.words(inboxWords).assign}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-assign-dialog', DeskAssignDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-assign-dialog': DeskAssignDialog;
  }
}
