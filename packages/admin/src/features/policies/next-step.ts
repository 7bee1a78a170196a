/**
 * @module What may be done next with a version, in its present state and by this person.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Document } from '@shopdesk/core/client';
import { Act } from '../../desk/act.ts';
import { clientContext, Use, viewerContext } from '../../desk/contexts.ts';
import type { ActionVariables } from '../../desk/documents.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { define } from '../../kit/element.ts';
import { areaField, selectField, textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { toast } from '../../kit/toast.ts';
import { approvalWords } from './approval-words.ts';
import { approvePolicy, retirePolicy, schedulePolicy, sendBackPolicy, submitPolicy, type VersionItem } from './data.ts';
import { PolicySection } from './section-element.ts';
import { instantOf } from '../../kit/store-clock.ts';

/**
 * @summary The forms of the next step.
 * @event {VersionItem} desk-version-moved - The version as it is now.
 */
export class DeskPolicyStep extends PolicySection {
  static override properties = {
    ...PolicySection.properties,
    comment: { state: true },
    reason: { state: true },
    when: { state: true },
    at: { state: true },
    tried: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        gap: 0.875rem;
      }
      form {
        display: grid;
        gap: 0.625rem;
        max-inline-size: 32rem;
      }
      form + form {
        padding-block-start: 0.875rem;
        border-block-start: 1px solid var(--line);
      }
    `,
  ];

  comment = '';
  reason = '';
  when: 'now' | 'at' = 'now';
  at = '';
  tried = false;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #act = new Act(this);

  async #do<I>(
    document: Document<ActionVariables<I>, VersionItem>,
    input: I,
    said: (version: VersionItem) => string,
  ): Promise<void> {
    const version = await this.#act.run(this.#client.value, document, input);
    if (!version) return;
    [this.comment, this.reason, this.tried] = ['', '', false];
    toast(this, { kind: 'ok', text: said(version) });
    this.tell('desk-version-moved', version);
  }

  #schedule(row: VersionItem): void {
    const words = this.words(approvalWords);
    const from = this.when === 'at' ? instantOf(this.at, this.store?.timeZone ?? 'UTC') : undefined;
    this.tried = true;
    if (this.when === 'at' && !from) return;
    void this.#do(schedulePolicy, { id: row.id, ...(from ? { effectiveFrom: from } : {}) }, ({ state }) =>
      state === 'EFFECTIVE' ? words.inForce : words.scheduled,
    );
  }

  override render() {
    const { row } = this;
    if (!row) return nothing;
    const words = this.words(approvalWords);
    const steps = this.#steps(row);
    const { problem } = this.#act;
    return html`<h2>${words.next}</h2>${problemNotice(problem, this.language)}
      ${problem?.fields.slice(0, 10).map(({ path, message }) => html`<p class="error">${path}: ${message}</p>`)}
      ${steps.length > 0 ? steps : html`<p class="muted">${row.state === 'RETIRED' ? words.nothingLeft : words.notYours}</p>`}`;
  }

  #steps(row: VersionItem): TemplateResult[] {
    const viewer = this.#viewer.value;
    const approver = can(viewer, 'policy.approve');
    const wrote = row.editorIds.includes(viewer.id);
    if (row.state === 'DRAFT') return can(viewer, 'policy.draft') ? [this.#renderSubmit(row)] : [];
    if (row.state === 'SUBMITTED')
      return [
        this.#renderApprove(row, approver, wrote),
        ...(approver || row.authorId === viewer.id ? [this.#renderBack(row, approver)] : []),
      ];
    if (row.state === 'APPROVED')
      return approver
        ? [this.#renderSchedule(row), this.#renderBack(row, approver)]
        : row.authorId === viewer.id
          ? [this.#renderBack(row, approver)]
          : [];
    if (row.state === 'SCHEDULED')
      return approver || row.authorId === viewer.id ? [this.#renderBack(row, approver)] : [];
    return approver && row.state !== 'RETIRED' ? [this.#renderRetire(row)] : [];
  }

  #form(submit: () => void, content: TemplateResult): TemplateResult {
    return html`<form novalidate @submit=${(event: Event) => {
      event.preventDefault();
      submit();
    }}>${content}</form>`;
  }

  #renderSubmit(row: VersionItem): TemplateResult {
    const words = this.words(approvalWords);
    const submit = () => void (this.dirty || this.#do(submitPolicy, { id: row.id }, () => words.submitted));
    return this.#form(
      submit,
      html`<p class="muted">${words.submitText}</p>
      ${this.dirty ? html`<p class="notice warn">${icon('warning')}<span>${words.unsaved}</span></p>` : nothing}
      <div><button class="button primary" aria-disabled=${this.dirty || this.#act.busy}>${words.submit}</button></div>`,
    );
  }

  #renderApprove(row: VersionItem, approver: boolean, wrote: boolean): TemplateResult {
    const words = this.words(approvalWords);
    if (!approver || wrote)
      return html`<p class="notice">${icon('info')}<span>${approver ? words.ownText : words.waits}</span></p>`;
    const submit = () =>
      void this.#do(
        approvePolicy,
        { id: row.id, ...(this.comment.trim() ? { comment: this.comment } : {}) },
        () => words.approved,
      );
    return this.#form(
      submit,
      html`${areaField({ id: 'comment', label: words.comment, value: this.comment, maxLength: 1000, onInput: (comment) => (this.comment = comment) })}
      <div><button class="button primary" aria-disabled=${this.#act.busy}>${words.approve}</button></div>`,
    );
  }

  #renderBack(row: VersionItem, approver: boolean): TemplateResult {
    const words = this.words(approvalWords);
    return this.#reasoned(
      approver && row.authorId !== this.#viewer.value.id ? words.sendBack : words.withdraw,
      () => void this.#do(sendBackPolicy, { id: row.id, reason: this.reason }, () => words.sentBack),
    );
  }

  #renderRetire(row: VersionItem): TemplateResult {
    const words = this.words(approvalWords);
    return this.#reasoned(
      words.retire,
      () => void this.#do(retirePolicy, { id: row.id, reason: this.reason }, () => words.retired),
      words.retireText,
    );
  }

  #reasoned(label: string, submit: () => void, text = ''): TemplateResult {
    const words = this.words(approvalWords);
    const missing = this.#act.problem?.code === 'REASON_REQUIRED' ? this.#act.problem.message : undefined;
    return this.#form(
      submit,
      html`${text ? html`<p class="muted">${text}</p>` : nothing}
      ${areaField({ id: 'reason', label: words.reason, value: this.reason, required: true, maxLength: 1000, rows: 2, error: missing, onInput: (reason) => (this.reason = reason) })}
      <div><button class="button" aria-disabled=${this.#act.busy}>${label}</button></div>`,
    );
  }

  #renderSchedule(row: VersionItem): TemplateResult {
    const words = this.words(approvalWords);
    const missing = this.tried && this.when === 'at' && !this.at ? words.badTime : undefined;
    const choices = [
      { value: 'now' as const, label: words.scheduleNow },
      { value: 'at' as const, label: words.scheduleAt },
    ];
    return this.#form(
      () => this.#schedule(row),
      html`${selectField<'now' | 'at'>({ id: 'when', label: words.when, value: this.when, choices, onInput: (when) => (this.when = when || 'now') })}
      ${
        this.when === 'at'
          ? textField({
              id: 'at',
              label: words.at(this.store?.timeZone ?? 'UTC'),
              type: 'datetime-local',
              value: this.at,
              required: true,
              error: missing ?? fieldMessage(this.#act.problem, 'effectiveFrom'),
              onInput: (at) => (this.at = at),
            })
          : nothing
      }
      <div><button class="button primary" aria-disabled=${this.#act.busy}>${words.schedule}</button></div>`,
    );
  }
}

define('desk-admin-policy-step', DeskPolicyStep);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-policy-step': DeskPolicyStep;
  }
}
