import { html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { deskNow } from '../../kit/clock.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, checkField, textField } from '../../kit/field.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { kitWords } from '../../kit/words.ts';
import { startPeakMode, type BoardStore } from './data.ts';
import { instantOf, localMinute } from '../../kit/local-minute.ts';
import { boardWords } from './words.ts';

const TWO_HOURS_MS = 2 * 3600 * 1000;

/**
 * @summary Starts peak mode of a store (R-WF-06).
 * @event desk-done - It is on.
 */
export class DeskPeakDialog extends DeskElement {
  static override properties = {
    subject: { attribute: false },
    until: { state: true },
    factor: { state: true },
    backOffice: { state: true },
    shortSurvey: { state: true },
    zh: { state: true },
    en: { state: true },
    reason: { state: true },
  };
  static override styles = [base, controls];

  declare subject: BoardStore;
  until = localMinute(deskNow() + TWO_HOURS_MS);
  factor = '1.5';
  backOffice = true;
  shortSurvey = true;
  zh = '';
  en = '';
  reason = '';
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const notice =
      this.zh.trim() || this.en.trim()
        ? { notice: { zh: this.zh.trim() || this.en, en: this.en.trim() || this.zh } }
        : {};
    const input = {
      id: this.subject.storeId,
      until: instantOf(this.until),
      capacityFactor: Number(this.factor),
      backOffice: this.backOffice,
      shortSurvey: this.shortSurvey,
      reason: this.reason,
      ...notice,
    };
    if (await this.#act.run(this.#client.value, startPeakMode, input)) return void this.tell('desk-done');
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  override render() {
    const words = this.words(boardWords);
    const { problem, busy } = this.#act;
    const needsReason = problem?.code === 'REASON_REQUIRED';
    const general = needsReason || problem?.code === 'VALIDATION_FAILED' ? undefined : problem;
    return html`<desk-admin-dialog open heading=${words.peakTitle(this.subject.name)} ?dirty=${this.reason !== ''}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(general, this.language)}
        <p class="muted">${words.peakText}</p>
        ${textField({ id: 'until', label: words.until, type: 'datetime-local', value: this.until, required: true, error: fieldMessage(problem, 'until'), onInput: (until) => (this.until = until) })}
        ${textField({ id: 'factor', label: words.factor, type: 'number', min: 1, max: 5, step: 0.25, value: this.factor, error: fieldMessage(problem, 'capacityFactor'), onInput: (factor) => (this.factor = factor) })}
        ${checkField({ id: 'backOffice', label: words.backOffice, value: this.backOffice, onInput: (value) => (this.backOffice = value) })}
        ${checkField({ id: 'shortSurvey', label: words.shortSurvey, value: this.shortSurvey, onInput: (value) => (this.shortSurvey = value) })}
        ${areaField({ id: 'zh', label: words.noticeZh, value: this.zh, maxLength: 500, rows: 2, onInput: (value) => (this.zh = value) })}
        ${areaField({ id: 'en', label: words.noticeEn, hint: words.noticeHint, value: this.en, maxLength: 500, rows: 2, onInput: (value) => (this.en = value) })}
        ${areaField({ id: 'reason', label: words.reason, hint: words.presenceHint, value: this.reason, required: true, maxLength: 500, rows: 2, error: needsReason ? this.words(kitWords).required : fieldMessage(problem, 'reason'), onInput: (value) => (this.reason = value) })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${words.startPeak}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-peak-dialog', DeskPeakDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-peak-dialog': DeskPeakDialog;
  }
}
