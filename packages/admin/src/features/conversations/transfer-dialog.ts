import { hasVisible } from '@shopdesk/core/text';
import { html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, Use, viewerContext } from '../../desk/contexts.ts';
import { worksFor } from '../../desk/directory.ts';
import type { ConversationItem, TransferItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import '../../kit/combobox.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, selectField } from '../../kit/field.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { kitWords } from '../../kit/words.ts';
import { colleagueOptions } from './colleagues.ts';
import { requestTransfer } from './data.ts';
import { dialogWords } from './dialog-words.ts';
import { inboxWords } from './words.ts';

type Reason = TransferItem['reason'];
/** How a team is told from a person among the choices. */
const TEAM_MARK = 'team:';

/**
 * @summary Asks somebody to take a conversation over (R-PRE-17: with reason and summary).
 * @event {{ transfer: TransferItem, text: string }} desk-done - It is offered or awaits approval.
 */
export class DeskTransferDialog extends DeskElement {
  static override properties = {
    item: { attribute: false },
    to: { state: true },
    reason: { state: true },
    note: { state: true },
    summary: { state: true },
    tried: { state: true },
  };
  static override styles = [base, controls];

  declare item: ConversationItem;
  /** A person's id, a team behind its mark, or empty for everybody. */
  to = '';
  reason: Reason | '' = '';
  note = '';
  summary = '';
  tried = false;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    this.tried = true;
    const { reason, summary, note } = this;
    await this.updateComplete;
    if (!reason || !hasVisible(summary))
      return this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    const transfer = await this.#act.run(this.#client.value, requestTransfer, {
      id: this.item.id,
      ...this.#target(),
      reason,
      note,
      summary,
    });
    const words = this.words(dialogWords);
    if (transfer)
      this.tell('desk-done', {
        transfer,
        text: words.transferAs[transfer.state] ?? words.transferRequested,
      });
  }

  #target() {
    const toTeam = this.to.startsWith(TEAM_MARK) ? this.to.slice(TEAM_MARK.length) : null;
    return { toUserId: toTeam ? null : this.to || null, toTeam };
  }

  override render() {
    const words = this.words(dialogWords);
    const kit = this.words(kitWords);
    const { problem, busy } = this.#act;
    const colleagues = [...this.#directory.value.colleagues.values()].filter(
      (one) => one.active && one.id !== this.#viewer.value.id && worksFor(one, this.item.storeId),
    );
    const teams = [...this.#directory.value.teams.values()]
      .filter(({ active }) => active)
      .map(({ id, name }) => ({ value: TEAM_MARK + id, label: this.language.of(name), hint: words.toQueue }));
    const missing = (value: string) => (this.tried && !hasVisible(value) ? kit.required : undefined);
    return html`<desk-admin-dialog open heading=${words.transferTitle} ?dirty=${Boolean(this.note || this.summary)}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem, this.language)}
        <desk-admin-combobox label=${words.transferTo} hint=${words.findColleague}
          error=${fieldMessage(problem, 'toUserId') ?? ''}
          .options=${[{ value: '', label: words.toQueue }, ...teams, ...colleagueOptions(colleagues, this.language)]} .value=${this.to} .shown=${words.toQueue}
          @desk-change=${({ detail }: CustomEvent<string>) => (this.to = detail)}></desk-admin-combobox>
        ${selectField({ id: 'reason', label: this.words(inboxWords).transferReason, value: this.reason, empty: words.choose, required: true, error: missing(this.reason) ?? fieldMessage(problem, 'reason'), choices: this.language.choices<Reason>('TransferReason'), onInput: (value) => (this.reason = value) })}
        ${areaField({ id: 'summary', label: words.transferSummary, hint: words.transferSummaryHint, value: this.summary, required: true, maxLength: 2000, rows: 4, error: missing(this.summary) ?? fieldMessage(problem, 'summary'), onInput: (value) => (this.summary = value) })}
        ${areaField({ id: 'note', label: words.transferNote, value: this.note, maxLength: 500, rows: 2, error: fieldMessage(problem, 'note'), onInput: (value) => (this.note = value) })}
      </form>
      <button slot="actions" class="button primary" form="form"
        aria-disabled=${busy}>${this.words(inboxWords).transfer}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-transfer-dialog', DeskTransferDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-transfer-dialog': DeskTransferDialog;
  }
}
