/**
 * @module What may be done next with a version: the desk says which steps this person has now, each has a form here.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Document } from '@shopdesk/core/client';
import { Act } from '../../desk/act.ts';
import { clientContext, Use, viewerContext } from '../../desk/contexts.ts';
import type { ActionVariables } from '../../desk/documents.ts';
import { RowOffers, type Offered } from '../../desk/offers.ts';
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
import { BEGINS } from './version-chip.ts';

/** In the order in which they are taken; the way back comes after the way on. */
const STEPS = ['submitPolicy', 'approvePolicy', 'schedulePolicy', 'retirePolicy', 'sendBackPolicy'] as const;
type StepName = (typeof STEPS)[number];
/** So many of the places that are wrong are named. */
const MOST_PROBLEMS = 10;

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
  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'PolicyVersion',
    rows: () => (this.row ? [this.row] : []),
  });

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
      BEGINS[state] === 'since' ? words.inForce : words.scheduled,
    );
  }

  override render() {
    const { row } = this;
    if (!row) return nothing;
    const words = this.words(approvalWords);
    const { problem } = this.#act;
    return html`<h2>${words.next}</h2>${problemNotice(problem ?? this.#offers.problem, this.language)}
      ${problem?.fields.slice(0, MOST_PROBLEMS).map(({ path, message }) => html`<p class="error">${path}: ${message}</p>`)}
      ${this.#offers.knows(row) ? this.#renderSteps(row) : nothing}`;
  }

  #renderSteps(row: VersionItem) {
    const shown = STEPS.flatMap((name) => {
      const offer = this.#offers.of(row, name);
      return offer ? [{ name, denial: offer.denial }] : [];
    });
    const text = this.words(approvalWords).waitsFor[row.state];
    // Shown: whom the version waits for, where all that is left to the viewer is the way back.
    return html`${shown.every(({ name }) => name === 'sendBackPolicy') ? html`<p class="notice">${icon('info')}<span>${text}</span></p>` : nothing}
      ${shown.map(({ name, denial }) => (denial ? this.#refused(denial) : this.#renderStep(name, row)))}`;
  }

  /** A step that is this person's, and is not possible now. */
  #refused({ message, fields }: NonNullable<Offered['denial']>): TemplateResult {
    return html`<div class="notice warn">${icon('lock')}<div><p>${message}</p>
      ${fields?.slice(0, MOST_PROBLEMS).map((field) => html`<p class="small">${field.path}: ${field.message}</p>`)}</div></div>`;
  }

  #renderStep(name: StepName, row: VersionItem): TemplateResult {
    switch (name) {
      case 'submitPolicy':
        return this.#renderSubmit(row);
      case 'approvePolicy':
        return this.#renderApprove(row);
      case 'schedulePolicy':
        return this.#renderSchedule(row);
      case 'sendBackPolicy':
        return this.#renderBack(row);
      case 'retirePolicy':
        return this.#renderRetire(row);
    }
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

  #renderApprove(row: VersionItem): TemplateResult {
    const words = this.words(approvalWords);
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

  #renderBack(row: VersionItem): TemplateResult {
    const words = this.words(approvalWords);
    return this.#reasoned(
      row.authorId === this.#viewer.value.id ? words.withdraw : words.sendBack,
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
