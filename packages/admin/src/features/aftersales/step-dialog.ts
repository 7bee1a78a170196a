/**
 * @module One step of a case as a form. It is about the case as it was looked at: when somebody was faster nothing is
 * done, what he did is said, and what was typed stays.
 */
import { needsOverride, paidWhen, type PaidBy } from '@shopdesk/core';
import { html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { facts } from '../../kit/facts.ts';
import { areaField, checkField, selectField, textField, type TextField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { loaded } from '../../kit/states.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { kitWords } from '../../kit/words.ts';
import { paidFacts, payLabel, payoutOf, type Payout } from './consequences.ts';
import { apologyDraft, caseSteps, orderBuyer, product, type CaseItem, type Product } from './data.ts';
import { methodName } from './methods.ts';
import { moneyField } from '../../kit/money-field.ts';
import './photo-field.ts';
import { lastStepText } from './step-text.ts';
import type { StepName } from './step-names.ts';
import { inputOf, stepName, stepOf, type StepField, type StepInput } from './steps.ts';
import { caseWords } from './words.ts';

/**
 * @summary The form of a step.
 * @event {CaseItem} desk-done - The case after it.
 * @event desk-stale - Somebody else changed the case meanwhile.
 */
export class DeskCaseStep extends DeskElement {
  static override properties = {
    name: {},
    row: { attribute: false },
    input: { state: true },
    touched: { state: true },
    meanwhile: { state: true },
  };
  static override styles = [base, controls, tables, facts.style];

  name: StepName = 'takeUpCase';
  declare row: CaseItem;
  input: StepInput | undefined;
  touched = false;
  /** What somebody else did while this form was open. */
  meanwhile = '';
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #act = new Act(this);
  readonly #methods = new Loader(this, {
    args: () =>
      this.row && (this.#asks('method') || this.#payout || paidWhen(this.name, this.row))
        ? ([this.row.storeId, this.row.orderId] as const)
        : undefined,
    load: async ([storeId, orderId]) =>
      (await this.#client.value.query(orderBuyer, { storeId, orderId })).paymentMethods,
  });
  readonly #products = new Loader(this, {
    args: () => (this.#asks('variants') ? ([this.row.storeId, this.row.id] as const) : undefined),
    load: async ([storeId]) => {
      const ids = [...new Set(this.row.lines.map(({ productId }) => productId))];
      const found = await Promise.all(
        ids.map((productId) => this.#client.value.query(product, { storeId, productId })),
      );
      return new Map<string, Product>(found.map((one) => [one.id, one]));
    },
  });

  /** Version of the case that somebody looks at while they decide. */
  #opened: number | undefined;

  readonly #draft = new Loader(this, {
    args: () => {
      const message = this.row && this.#messageField;
      return message ? ([this.row.id, message.granting] as const) : undefined;
    },
    load: ([id, granting]) => this.#client.value.query(apologyDraft, { id, granting }),
  });

  get #input(): StepInput {
    return this.input ?? stepOf(this.name).start?.(this.row) ?? {};
  }

  get #messageField() {
    return this.#fields.find((field) => field.kind === 'message');
  }

  /** The words that would be sent are not shown yet. */
  get #unread(): boolean {
    return this.#messageField !== undefined && this.#draft.value === undefined;
  }

  /** What has been entered, and the words that the desk proposes where nobody has changed them. */
  get #entered(): StepInput {
    const message = this.#messageField;
    return { ...(message ? { [message.name]: this.#draft.value?.text ?? '' } : {}), ...this.#input };
  }

  get #fields(): readonly StepField[] {
    return stepOf(this.name).fields(this.row, this.language, this.#input);
  }

  get #payout(): Payout | undefined {
    return this.row && payoutOf(this.name, this.row, this.#input as PaidBy);
  }

  #asks(kind: StepField['kind']): boolean {
    return Boolean(this.row) && this.#fields.some((field) => field.kind === kind);
  }

  #set(name: string, value: unknown): void {
    this.input = { ...this.#input, [name]: value };
    this.touched = true;
  }

  override willUpdate(): void {
    this.#opened ??= this.row?.version;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.#unread) return;
    const { id, version } = this.row;
    // Whatever has changed behind the dialog was not decided upon.
    const decided = this.#opened ?? version;
    const input = { id, ...inputOf(this.#fields, this.#entered, this.row) };
    const done = await this.#act.run(this.#client.value, stepOf(this.name).document, input as never, {
      version: decided,
    });
    if (done) {
      toast(this, { kind: 'ok', text: this.words(caseWords).done(stepName(this.name, this.row, this.language)) });
      this.tell('desk-done', done);
      return;
    }
    if (this.#act.problem?.code === 'CONFLICT') await this.#learn();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"], desk-admin-photo-field')?.focus();
  }

  /** Who was faster, and what he did. */
  async #learn(): Promise<void> {
    const { nodes } = await this.#client.value
      .query(caseSteps, { filter: { caseId: { eq: this.row.id } }, first: 1 })
      .catch(() => ({ nodes: [] }));
    this.meanwhile = lastStepText(nodes[0], { language: this.language, directory: this.#directory.maybe });
    this.tell('desk-stale');
  }

  override render() {
    const words = this.words(caseWords);
    const { language, row } = this;
    const { problem, busy } = this.#act;
    const title = stepName(this.name, row, language, this.#input);
    const stale = problem?.code === 'CONFLICT';
    const missing = problem?.code === 'REASON_REQUIRED';
    const payout = this.#payout;
    const methods = this.#methods.value ?? [];
    const known = { payout, methods };
    const happens = [...(stepOf(this.name).happens?.(row, language, known) ?? []), ...paidFacts(row, language, known)];
    return html`<desk-admin-dialog open heading="${title} – ${row.number}" ?dirty=${this.touched && !stale}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${stale ? html`<p class="notice warn" role="alert">${icon('warning')}<span>${this.meanwhile || problem.message}</span></p>` : problemNotice(missing ? undefined : problem, language)}
        ${this.#renderObjection()}
        ${happens.length > 0 ? html`<h3>${words.willHappen}</h3>${facts(happens)}` : nothing}
        ${this.#fields.map((field) => this.#renderField(field, missing))}
      </form>
      ${
        stale
          ? html`<button slot="actions" class="button primary" type="button"
            @click=${() => this.tell('desk-closed')}>${words.seeCase}</button>`
          : html`<button slot="actions" class="button ${stepOf(this.name).danger ? 'danger' : 'primary'}" form="form"
            aria-disabled=${busy || this.#unread}>${payout ? payLabel(payout, methods, language) : title}</button>`
      }
    </desk-admin-dialog>`;
  }

  /** Whoever approves what the policy does not simply grant reads why, where they press the button. */
  #renderObjection() {
    const { outcome, explanation } = this.row;
    if (!stepOf(this.name).judged || outcome === 'ALLOW') return nothing;
    return html`<div
      class="notice ${needsOverride(this.row) ? 'danger' : 'warn'}">${icon(needsOverride(this.row) ? 'lock' : 'person')}
      <p><strong>${this.language.code('CaseOutcome', outcome)}</strong> ${this.language.of(explanation)}</p></div>`;
  }

  #renderField(field: StepField, missing: boolean) {
    const { language } = this;
    const { problem } = this.#act;
    const { name: id, label } = field;
    const value = this.#entered[id];
    const reasonMissing = missing && field.kind === 'area' && field.required;
    const error = reasonMissing ? this.words(kitWords).required : fieldMessage(problem, id);
    const frame = { id, label, ...(field.hint ? { hint: field.hint } : {}), required: field.required ?? false, error };
    const set = (next: unknown) => this.#set(id, next);
    switch (field.kind) {
      case 'text':
        return textField({ ...frame, value: String(value ?? ''), maxLength: 500, onInput: set });
      case 'area':
        return areaField({ ...frame, value: String(value ?? ''), maxLength: 1000, onInput: set });
      case 'message':
        return this.#renderMessage(frame, String(value ?? ''), set);
      case 'select':
        return selectField({
          ...frame,
          value: String(value ?? ''),
          choices: field.choices,
          ...(field.empty ? { empty: field.empty } : {}),
          onInput: set,
        });
      case 'check':
        return checkField({ ...frame, value: Boolean(value), onInput: set });
      case 'money':
        return moneyField({ ...frame, currency: this.row.currency, value: value as number | undefined, set });
      case 'photos':
        return html`<desk-admin-photo-field .storeId=${this.row.storeId} label=${label} ?required=${field.required}
          error=${error ?? ''} @desk-change=${({ detail }: CustomEvent<string[]>) => set(detail)}></desk-admin-photo-field>`;
      case 'method':
        return selectField({
          ...frame,
          value: String(value ?? ''),
          empty: this.words(caseWords).fields.sameMethod,
          choices: (this.#methods.value ?? []).map((method) => ({
            value: method.id,
            label: methodName(method, language),
          })),
          onInput: set,
        });
      case 'variants':
        return this.#renderVariants(field);
    }
  }

  #renderMessage(frame: Omit<TextField, 'value' | 'onInput'>, value: string, set: (text: string) => void) {
    const { fields } = this.words(caseWords);
    return loaded(this.#draft, this.language, ({ isSent }) =>
      areaField({
        ...frame,
        hint: isSent ? fields.textHint : fields.textNotSent,
        value,
        rows: 4,
        maxLength: 2000,
        onInput: set,
      }),
    );
  }

  #renderVariants({ name }: StepField) {
    const words = this.words(caseWords);
    const { language, row } = this;
    const chosen = (this.#input[name] as readonly string[] | undefined) ?? [];
    return row.lines.map((line, index) => {
      const variants = this.#products.value?.get(line.productId)?.variants ?? [];
      const choices = variants.map(({ id, title, options, price, available }) => ({
        value: id,
        label: `${options.map((option) => option.value).join(' / ') || title} · ${language.money(price)}${available ? '' : ` (${words.fields.soldOut})`}`,
      }));
      return selectField({
        id: `${name}-${index}`,
        label: words.fields.newVariant(line.title),
        value: chosen[index] ?? '',
        empty: words.fields.choose,
        required: true,
        choices,
        error: fieldMessage(this.#act.problem, 'items'),
        onInput: (variant) =>
          this.#set(
            name,
            row.lines.map((_line, at) => (at === index ? variant : (chosen[at] ?? ''))),
          ),
      });
    });
  }
}

define('desk-admin-case-step', DeskCaseStep);
