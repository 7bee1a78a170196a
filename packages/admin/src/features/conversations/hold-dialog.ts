import { html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { deskNow } from '../../kit/clock.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { textField } from '../../kit/field.ts';
import { instantOf, localMinute } from '../../kit/local-minute.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { holdConversation } from './data.ts';
import { holdWords } from './hold-words.ts';

const MINUTE_MS = 60_000;
const USUAL_MINUTES = [10, 30, 60, 120] as const;

/**
 * @summary Says until when the owner is away from a conversation.
 * @event {{ item: ConversationItem, text: string }} desk-done - It is held.
 */
export class DeskHoldDialog extends DeskElement {
  static override properties = { item: { attribute: false }, until: { state: true } };
  static override styles = [base, controls];

  declare item: ConversationItem;
  until = localMinute(deskNow() + 30 * MINUTE_MS);
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  async #hold(until: string): Promise<void> {
    const item = await this.#act.run(this.#client.value, holdConversation, { id: this.item.id, until });
    if (item)
      return void this.tell('desk-done', { item, text: this.words(holdWords).held(this.language.moment(until)) });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  #submit(event: Event): void {
    event.preventDefault();
    void this.#hold(instantOf(this.until));
  }

  override render() {
    const words = this.words(holdWords);
    const { problem, busy } = this.#act;
    const within = (minutes: number) =>
      html`<button class="button" type="button" aria-disabled=${busy}
        @click=${() => void this.#hold(new Date(deskNow() + minutes * MINUTE_MS).toISOString())}>${words.within(minutes)}</button>`;
    return html`<desk-admin-dialog open heading=${words.title}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem?.code === 'VALIDATION_FAILED' ? undefined : problem, this.language)}
        <p class="muted">${words.text}</p>
        <div class="row wrap" role="group" aria-label=${words.usual}>${USUAL_MINUTES.map(within)}</div>
        ${textField({ id: 'until', label: words.backAtLabel, type: 'datetime-local', value: this.until, required: true, error: fieldMessage(problem, 'until'), onInput: (until) => (this.until = until) })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${words.hold}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-hold-dialog', DeskHoldDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-hold-dialog': DeskHoldDialog;
  }
}
