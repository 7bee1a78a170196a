import { html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, Use, viewerContext } from '../../desk/contexts.ts';
import { worksFor, type Colleague } from '../../desk/directory.ts';
import { base } from '../../kit/base-style.ts';
import '../../kit/combobox.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField } from '../../kit/field.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { kitWords } from '../../kit/words.ts';
import { assignConversation, type BoardRow } from './data.ts';
import { boardWords } from './words.ts';

/** Who is there comes first. */
const RANK: Readonly<Record<Colleague['presence'], number>> = {
  ONLINE: 0,
  BUSY: 1,
  AWAY: 1,
  BREAK: 1,
  TRAINING: 1,
  COOL_DOWN: 1,
  OFFLINE: 1,
};

/**
 * @summary Gives a conversation to a colleague, or takes it over oneself.
 * @event desk-done - It is assigned.
 */
export class DeskBoardAssign extends DeskElement {
  static override properties = { subject: { attribute: false }, userId: { state: true }, reason: { state: true } };
  static override styles = [base, controls];

  declare subject: BoardRow & { readonly toMe?: true };
  userId = '';
  reason = '';
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { conversationId: id, toMe } = this.subject;
    const userId = toMe ? this.#viewer.value.id : this.userId;
    if (!userId)
      return this.renderRoot.querySelector('desk-admin-combobox')?.renderRoot.querySelector('input')?.focus();
    const done = await this.#act.run(this.#client.value, assignConversation, {
      id,
      userId,
      ...(this.reason.trim() ? { reason: this.reason } : {}),
    });
    if (done) this.tell('desk-done');
    else this.renderRoot.querySelector<HTMLElement>('#reason')?.focus();
  }

  #renderPerson() {
    const words = this.words(boardWords);
    const { problem } = this.#act;
    const options = [...this.#directory.value.colleagues.values()]
      .filter((one) => one.active && one.id !== this.subject.ownerId && worksFor(one, this.subject.storeId))
      .toSorted((a, b) => RANK[a.presence] - RANK[b.presence] || a.name.localeCompare(b.name, this.language.locale))
      .map(({ id, name, presence }) => ({ value: id, label: name, hint: this.language.code('Presence', presence) }));
    return html`<desk-admin-combobox required label=${words.assignTo} hint=${words.find}
      error=${fieldMessage(problem, 'userId') ?? ''} .options=${options} .value=${this.userId}
      @desk-change=${({ detail }: CustomEvent<string>) => (this.userId = detail)}></desk-admin-combobox>`;
  }

  override render() {
    const words = this.words(boardWords);
    const { problem, busy } = this.#act;
    const { toMe } = this.subject;
    const needsReason = problem?.code === 'REASON_REQUIRED';
    return html`<desk-admin-dialog open heading=${toMe ? words.takeOver : words.assignTitle}
      ?dirty=${this.reason !== ''}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(needsReason ? undefined : problem, this.language)} ${toMe ? '' : this.#renderPerson()}
        ${areaField({ id: 'reason', label: words.reason, hint: words.assignHint, value: this.reason, maxLength: 500, rows: 2, error: needsReason ? this.words(kitWords).required : fieldMessage(problem, 'reason'), onInput: (reason) => (this.reason = reason) })}
      </form>
      <button slot="actions" class="button primary" form="form"
        aria-disabled=${busy}>${toMe ? words.takeOver : words.assign}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-board-assign', DeskBoardAssign);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-board-assign': DeskBoardAssign;
  }
}
