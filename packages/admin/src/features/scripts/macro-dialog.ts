/**
 * @module Puts a macro together from steps, each with the fields of its kind.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, Use, viewerContext } from '../../desk/contexts.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, checkField, selectField, textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { tables } from '../../kit/table-style.ts';
import { kitWords } from '../../kit/words.ts';
import { createMacro, scriptLibrary, updateMacro, type MacroItem, type MacroStep } from './data.ts';
import { scriptWords } from './words.ts';

const EMPTY: MacroStep = {
  kind: 'SEND_SCRIPT',
  script: null,
  text: '',
  intent: null,
  priority: null,
  transferReason: null,
  toUserId: null,
  result: null,
  caseType: null,
  caseReason: null,
  more: null,
};
const MOST = 10;

/**
 * @summary Writes a macro.
 * @event desk-done - It is saved.
 */
export class DeskMacroDialog extends DeskElement {
  static override properties = {
    macro: { attribute: false },
    name: { state: true },
    steps: { state: true },
    shared: { state: true },
    touched: { state: true },
  };
  static override styles = [
    base,
    controls,
    tables,
    css`
      fieldset {
        display: grid;
        gap: 0.5rem;
        padding: 0.75rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
    `,
  ];

  macro: MacroItem | undefined;
  name = { zh: '', en: '' };
  steps: readonly MacroStep[] = [EMPTY];
  shared = false;
  touched = false;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #act = new Act(this);
  readonly #scripts = new Loader(this, {
    args: () => {
      const [storeId] = this.#directory.maybe?.stores.keys() ?? [];
      return storeId ? ([storeId] as const) : undefined;
    },
    load: async ([storeId]) => (await this.#client.value.query(scriptLibrary, { storeId, state: 'PUBLISHED' })).scripts,
  });

  override willUpdate(): void {
    if (this.hasUpdated || !this.macro) return;
    this.name = { ...this.macro.name };
    this.steps = this.macro.steps;
  }

  #change(index: number, changes: Partial<MacroStep>): void {
    this.touched = true;
    this.steps = this.steps.map((step, at) => (at === index ? { ...step, ...changes } : step));
  }

  #up(index: number): void {
    const steps = [...this.steps];
    const [step] = steps.splice(index, 1);
    if (step) steps.splice(index - 1, 0, step);
    this.touched = true;
    this.steps = steps;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const client = this.#client.value;
    const { name, steps, shared } = this;
    const saved = this.macro
      ? await this.#act.run(client, updateMacro, { id: this.macro.id, name, steps })
      : await this.#act.run(client, createMacro, { name, steps, storeId: null, shared });
    if (saved) return void this.tell('desk-done');
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  override render() {
    const words = this.words(scriptWords);
    const { problem, busy } = this.#act;
    const names = { zh: words.chinese, en: words.english };
    return html`<desk-admin-dialog open wide heading=${this.macro ? words.editMacro : words.addMacro}
      ?dirty=${this.touched}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem, this.language)}
        <div class="two">${(['zh', 'en'] as const).map((key) =>
          textField({
            id: `name-${key}`,
            label: words.nameIn(names[key]),
            value: this.name[key],
            maxLength: 200,
            error: fieldMessage(problem, 'name'),
            onInput: (text) => {
              this.touched = true;
              this.name = { ...this.name, [key]: text };
            },
          }),
        )}</div>
        ${!this.macro && can(this.#viewer.value, 'script.publish') ? checkField({ id: 'shared', label: words.shared, value: this.shared, onInput: (shared) => (this.shared = shared) }) : nothing}
        ${this.steps.map((step, index) => this.#renderStep(step, index))}
        ${this.steps.length < MOST ? html`<div><button class="button" type="button" @click=${() => (this.steps = [...this.steps, EMPTY])}>${icon('plus', 'small')}${words.addStep}</button></div>` : nothing}
      </form>
      <button slot="actions" class="button primary" form="form"
        aria-disabled=${busy}>${this.words(kitWords).save}</button>
    </desk-admin-dialog>`;
  }

  #renderStep(step: MacroStep, index: number) {
    const words = this.words(scriptWords);
    const error = (field: string) => fieldMessage(this.#act.problem, `steps.${index}.${field}`);
    return html`<fieldset><legend>${words.step(index + 1)}</legend>
      <div class="two">${selectField({ id: `kind-${index}`, label: words.kind, value: step.kind, choices: this.language.choices<MacroStep['kind']>('MacroStepKind'), error: error('kind'), onInput: (kind) => kind && this.#change(index, { ...EMPTY, kind }) })}${this.#renderFields(step, index, error)}</div>
      <div class="row">
        ${index > 0 ? html`<button class="button plain tight" type="button" aria-label=${words.up(index + 1)} @click=${() => this.#up(index)}>↑</button>` : nothing}
        ${this.steps.length > 1 ? html`<button class="button plain tight" type="button" aria-label=${words.removeStep(index + 1)} @click=${() => (this.steps = this.steps.filter((_, at) => at !== index))}>${icon('trash', 'small')}</button>` : nothing}
      </div>
    </fieldset>`;
  }

  #renderFields(step: MacroStep, index: number, error: (field: string) => string | undefined): TemplateResult {
    const words = this.words(scriptWords);
    const { language } = this;
    const area = (label: string, required = false) =>
      areaField({
        id: `text-${index}`,
        label,
        value: step.text ?? '',
        rows: 2,
        required,
        maxLength: 2000,
        error: error('text'),
        onInput: (text) => this.#change(index, { text }),
      });
    const pick = <K extends keyof MacroStep>(
      field: K,
      label: string,
      options: Readonly<Record<string, string>>,
      empty: string,
      required = true,
    ) =>
      selectField({
        id: `${field}-${index}`,
        label,
        value: String(step[field] ?? ''),
        empty,
        required,
        error: error(field),
        choices: Object.entries(options).map(([value, shown]) => ({ value, label: shown })),
        onInput: (value) => this.#change(index, { [field]: value || null } as Partial<MacroStep>),
      });
    const scripts = Object.fromEntries(
      (this.#scripts.value ?? []).map((script) => [
        script.scriptCode,
        `${script.scriptCode} · ${this.language.of(script.title)}`,
      ]),
    );
    const people = Object.fromEntries(
      [...this.#directory.value.colleagues.values()].filter(({ active }) => active).map(({ id, name }) => [id, name]),
    );
    const fields: Readonly<Record<string, () => TemplateResult>> = {
      SEND_SCRIPT: () => pick('script', words.script, scripts, words.choose),
      SET_TOPIC: () =>
        html`${pick('intent', words.intent, language.names('Intent'), words.unchanged, false)}${pick('priority', words.priority, language.names('Priority'), words.unchanged, false)}`,
      ADD_NOTE: () => area(words.note, true),
      TRANSFER: () =>
        html`${pick('toUserId', words.toUser, people, words.anybody, false)}${pick('transferReason', words.reason, language.names('TransferReason'), words.choose)}${area(words.summary, true)}`,
      CLOSE: () =>
        html`${pick('intent', words.intent, language.names('Intent'), words.choose)}${pick('result', words.result, language.names('ConversationResult'), words.choose)}${area(words.closeReason)}`,
      OPEN_CASE: () =>
        html`${pick('caseType', words.caseType, language.names('CaseType'), words.choose)}${pick('caseReason', words.caseReason, language.names('CaseReason'), words.choose)}${area(words.description)}`,
    };
    // Of a step that another feature adds, the panel knows the text alone.
    return fields[step.kind]?.() ?? area(this.language.code('MacroStepKind', step.kind));
  }
}

define('desk-admin-macro-dialog', DeskMacroDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-macro-dialog': DeskMacroDialog;
  }
}
