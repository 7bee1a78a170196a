/** @module A form as it is filled in: its steps, the fields that are there, and what is wrong beside each. */
import {
  shownFields,
  valueProblems,
  type FormDefinition,
  type FormField,
  type FormStep,
  type FormValues,
} from '@shopdesk/core/forms';
import { html, nothing } from 'lit';
import { directoryContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { tables } from '../../kit/table-style.ts';
import { formField, sayProblem, type FieldContext, type KnownFile } from './field.ts';
import { fillStyle } from './fill-style.ts';
import { formWords } from './words.ts';

const WIDE: readonly FormField['type'][] = ['LONG_TEXT', 'ROWS', 'CHOICES', 'EVIDENCE'];

/**
 * @summary A form that somebody fills in.
 * @event {{ id: string, value: unknown }} desk-change - A field holds something else; undefined: nothing.
 * @event {{ fieldId: string, files: File[] }} desk-upload - Files were picked for a field.
 * @event {string} desk-open-file - Somebody wants to see a file.
 * @event {string} desk-finish - Somebody has finished a step.
 */
export class DeskFormFill extends DeskElement {
  static override properties = {
    definition: { attribute: false },
    values: { attribute: false },
    storeId: {},
    files: { attribute: false },
    stepsDone: { attribute: false },
    begunAt: {},
    strict: { type: Boolean },
    said: { attribute: false },
    alive: { type: Boolean },
  };
  static override styles = [base, controls, tables, fillStyle];

  definition: FormDefinition | undefined;
  values: FormValues = {};
  storeId = '';
  files: readonly KnownFile[] = [];
  stepsDone: Readonly<Record<string, string>> = {};
  begunAt = '';
  /** What is missing is marked, too: somebody has tried to hand it in. */
  strict = false;
  /** What the desk said of fields, by their paths. */
  said: Readonly<Record<string, string>> = {};
  /** Steps can be finished and files added: it is a record and no preview. */
  alive = false;
  readonly #directory = new Use(this, directoryContext);

  /** Puts the cursor where the first thing is to be mended. */
  async focusProblem(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"], fieldset.rows')?.focus();
  }

  #context(): FieldContext {
    const { definition, values, language, strict, said } = this;
    const problems = definition ? valueProblems(definition, values, { strict }) : [];
    const byPath = new Map(problems.map((problem) => [problem.path, sayProblem(problem, language)]));
    return {
      language,
      directory: this.#directory.maybe,
      storeId: this.storeId,
      files: this.files,
      errorAt: (path) => byPath.get(path) ?? said[path],
      upload: this.alive ? (fieldId, files) => this.tell('desk-upload', { fieldId, files }) : undefined,
      openFile: this.alive ? (id) => this.tell('desk-open-file', id) : undefined,
      signature: (field) => this.#renderSignature(field),
    };
  }

  #renderSignature({ title, roles = [], must }: FormField) {
    const { language } = this;
    const words = this.words(formWords);
    const named = roles.map((role) => language.code('Role', role));
    return html`<div class="field">
      <span class="label">${language.of(title)}${must ? html`<span aria-hidden="true"> *</span>` : nothing}</span>
      <p class="muted small">${icon('edit', 'small')} ${words.notSigned}${named.length > 0 ? html` · ${words.mayed(language.list(named))}` : nothing}</p>
    </div>`;
  }

  override render() {
    const { definition, values } = this;
    if (!definition) return nothing;
    const shown = new Set(shownFields(definition, values).map(({ id }) => id));
    const context = this.#context();
    const open = definition.steps.find(({ id }) => !this.stepsDone[id]);
    let reached = true;
    return html`<div class="steps">${definition.steps.map((step, at) => {
      const isReached = reached;
      if (definition.ordered && step === open) reached = false;
      return this.#renderStep(step, at, { context, shown, isReached });
    })}</div>`;
  }

  #renderStep(
    step: FormStep,
    at: number,
    { context, shown, isReached }: { context: FieldContext; shown: ReadonlySet<string>; isReached: boolean },
  ) {
    const { language, values, definition } = this;
    const words = this.words(formWords);
    const done = this.stepsDone[step.id];
    const locked = this.alive && definition?.ordered === true && !isReached;
    const due =
      step.within && this.begunAt ? new Date(Date.parse(this.begunAt) + step.within * 60_000).toISOString() : undefined;
    return html`<section class="card padded step" aria-disabled=${locked} aria-labelledby="step-${at}">
      <div class="row between wrap">
        <h2 id="step-${at}">${language.of(step.title)}</h2>
        ${
          done && definition?.ordered
            ? html`<span class="muted small">${icon('check', 'small')} ${words.stepDone(language.moment(done))}</span>`
            : due
              ? html`<span class="muted small">${icon('clock', 'small')} ${words.stepDue(language.moment(due))}</span>`
              : nothing
        }
      </div>
      ${step.hint ? html`<p>${language.of(step.hint)}</p>` : nothing}
      ${
        locked
          ? html`<p class="muted">${words.stepLater}</p>`
          : html`<div class="fields">${step.fields
              .filter(({ id }) => shown.has(id))
              .map(
                (field) =>
                  html`<div class=${WIDE.includes(field.type) ? 'wide' : ''}>${formField(
                    field,
                    values[field.id],
                    (value) => this.tell('desk-change', { id: field.id, value }),
                    context,
                  )}</div>`,
              )}</div>`
      }
      ${
        this.alive && definition?.ordered && !locked && !done
          ? html`<div><button class="button" type="button"
            @click=${() => this.tell('desk-finish', step.id)}>${icon('check', 'small')}${words.finishStep}</button></div>`
          : nothing
      }
    </section>`;
  }
}

define('desk-admin-form-fill', DeskFormFill);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-form-fill': DeskFormFill;
  }
}
