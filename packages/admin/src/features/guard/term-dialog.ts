import { html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, checkField, checksField, selectField, textField } from '../../kit/field.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { tables } from '../../kit/table-style.ts';
import '../../kit/tags.ts';
import { kitWords } from '../../kit/words.ts';
import { setForbiddenTerm, type Rule, type TermInput } from './data.ts';
import { guardWords } from './words.ts';

const EMPTY: TermInput = {
  rule: '',
  class: '',
  name: { zh: '', en: '' },
  level: 'WARN',
  phrases: [],
  except: [],
  replacement: null,
  storeIds: [],
  active: true,
};
const FIELDS = Object.keys(EMPTY) as (keyof TermInput)[];

/**
 * @summary Writes a rule of what may not be said.
 * @event desk-done - It is saved.
 */
export class DeskTermDialog extends DeskElement {
  static override properties = { rule: { attribute: false }, draft: { state: true } };
  static override styles = [base, controls, tables];

  /** The rule to be changed; absent: a new one. */
  rule: Rule | undefined;
  draft: Partial<TermInput> = {};
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #act = new Act(this);

  get #value(): TermInput {
    const known = this.rule
      ? (Object.fromEntries(FIELDS.map((field) => [field, this.rule?.[field]])) as unknown as TermInput)
      : EMPTY;
    return { ...known, ...this.draft };
  }

  #change(changes: Partial<TermInput>): void {
    this.draft = { ...this.draft, ...changes };
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const value = this.#value;
    const { replacement } = value;
    const input = {
      ...value,
      class: value.class.trim() || value.rule.toUpperCase(),
      replacement: replacement && (replacement.zh || replacement.en) ? replacement : null,
    };
    if (await this.#act.run(this.#client.value, setForbiddenTerm, input)) return void this.tell('desk-done');
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  override render() {
    const words = this.words(guardWords);
    const value = this.#value;
    const { problem, busy } = this.#act;
    const error = (path: string) => fieldMessage(problem, path);
    const levels = (['BLOCK', 'WARN', 'LOG'] as const).map((level) => ({
      value: level,
      label: `${words.levels[level]} – ${words.levelTexts[level]}`,
    }));
    const stores = [...this.#directory.value.stores.values()].map(({ id, name }) => ({ value: id, label: name }));
    return html`<desk-admin-dialog open wide heading=${this.rule ? `${words.edit}: ${this.language.of(this.rule.name)}` : words.add} ?dirty=${Object.keys(this.draft).length > 0}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem, this.language)}
        ${this.rule ? nothing : textField({ id: 'rule', label: words.rule, hint: words.ruleHint, required: true, mono: true, maxLength: 60, value: value.rule, error: error('rule'), onInput: (rule) => this.#change({ rule }) })}
        <div class="two">${this.#renderBoth('name', words.nameIn, value.name, (name) => this.#change({ name }))}</div>
        ${selectField({ id: 'level', label: words.level, value: value.level, choices: levels, onInput: (level) => level && this.#change({ level }) })}
        <desk-admin-tags label=${words.phrases} hint=${words.phrasesHint} error=${error('phrases') ?? ''} .values=${value.phrases} @desk-change=${({ detail }: CustomEvent<string[]>) => this.#change({ phrases: detail })}></desk-admin-tags>
        <desk-admin-tags label=${words.except} hint=${words.exceptHint} .values=${value.except} @desk-change=${({ detail }: CustomEvent<string[]>) => this.#change({ except: detail })}></desk-admin-tags>
        <div class="two">${this.#renderBoth('replacement', words.replacementIn, value.replacement ?? { zh: '', en: '' }, (replacement) => this.#change({ replacement }), true)}</div>
        ${checksField({ id: 'storeIds', label: words.stores, value: value.storeIds, choices: stores, error: error('storeIds'), onInput: (storeIds) => this.#change({ storeIds }) })}
        ${checkField({ id: 'active', label: words.active, value: value.active, onInput: (active) => this.#change({ active }) })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${this.words(kitWords).save}</button>
    </desk-admin-dialog>`;
  }

  #renderBoth(
    path: string,
    label: (language: string) => string,
    value: { readonly zh: string; readonly en: string },
    change: (value: { zh: string; en: string }) => void,
    long = false,
  ) {
    const words = this.words(guardWords);
    const names = { zh: words.chinese, en: words.english };
    const draw = long ? areaField : textField;
    return (['zh', 'en'] as const).map((key) =>
      draw({
        id: `${path}-${key}`,
        label: label(names[key]),
        value: value[key],
        maxLength: 200,
        ...(long ? { rows: 2 } : {}),
        error: fieldMessage(this.#act.problem, path) ?? fieldMessage(this.#act.problem, `${path}.${key}`),
        onInput: (text) => change({ ...value, [key]: text }),
      }),
    );
  }
}

define('desk-admin-term-dialog', DeskTermDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-term-dialog': DeskTermDialog;
  }
}
