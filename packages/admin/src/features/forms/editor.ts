/** @module Writes the draft of a form: its steps and fields, moved by buttons that the keyboard reaches as well. */
import {
  FIELD_TYPES,
  hasSetting,
  mayBeAsked,
  mayBeColumn,
  type FieldType,
  type LooseDefinition,
} from '@shopdesk/core/forms';
import { css, html, nothing, type TemplateResult } from 'lit';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, checkField, checksField, selectField, textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { at, withAt } from '../../records/form-value.ts';
import { formWords } from './words.ts';

type Path = readonly (string | number)[];
type Step = NonNullable<LooseDefinition['steps']>[number];
type Field = NonNullable<Step['fields']>[number];
type Option = NonNullable<Field['options']>[number];
type Title = Field['title'];

/** A name that no other has, for what is new. */
function freshId(taken: readonly (string | undefined)[], begin: string): string {
  let number = taken.length + 1;
  while (taken.includes(`${begin}${number}`)) number += 1;
  return `${begin}${number}`;
}

/**
 * @summary The editor of a form’s draft.
 * @event {LooseDefinition} desk-change - The draft as it is now.
 */
export class DeskFormEditor extends DeskElement {
  static override properties = { draft: { attribute: false }, errors: { attribute: false } };
  static override styles = [
    base,
    controls,
    css`
      .steps,
      .inner,
      details > div:not(.item) {
        display: grid;
        gap: 0.75rem;
      }
      details {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        padding: 0.5rem 0.75rem;
      }
      details[open] > summary {
        margin-block-end: 0.75rem;
      }
      .item {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.25rem;
        align-items: start;
      }
      .item > .bar {
        flex-wrap: nowrap;
        padding-block-start: 0.25rem;
      }
      summary {
        cursor: pointer;
        min-block-size: 1.75rem;
        overflow-wrap: anywhere;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
        align-items: center;
      }
      .two {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
        gap: 0.5rem 0.75rem;
        align-items: start;
      }
      .option {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr) auto;
        gap: 0.375rem;
        align-items: end;
      }
      @media (max-width: 34rem) {
        .option {
          grid-template-columns: minmax(0, 1fr) auto;
        }
      }
    `,
  ];

  draft: LooseDefinition = {};
  /** What keeps it from being published, by the paths of the draft. */
  errors: ReadonlyMap<string, string> = new Map();

  #set(path: Path, value: unknown): void {
    this.tell('desk-change', withAt(this.draft, path, value) as LooseDefinition);
  }

  /** Moves an item of a list one place, and the cursor with it. */
  async #move(list: Path, index: number, by: -1 | 1): Promise<void> {
    const items = [...((at(this.draft, list) as unknown[] | undefined) ?? [])];
    const other = index + by;
    if (other < 0 || other >= items.length) return;
    [items[index], items[other]] = [items[other], items[index]];
    this.#set(list, items);
    await this.updateComplete;
    const name = `${[...list, other].join('-')}-${by < 0 ? 'up' : 'down'}`;
    this.renderRoot.querySelector<HTMLElement>(`[data-move="${name}"]`)?.focus();
  }

  #remove(list: Path, index: number): void {
    const items = (at(this.draft, list) as unknown[] | undefined) ?? [];
    this.#set(
      list,
      items.filter((_item, one) => one !== index),
    );
  }

  /** All that is wrong at a place or below it. */
  #wrong(path: Path): string[] {
    const key = path.join('.');
    return [...this.errors].flatMap(([where, text]) => (where === key || where.startsWith(`${key}.`) ? [text] : []));
  }

  override render() {
    const words = this.words(formWords);
    const { draft } = this;
    const steps = draft.steps ?? [];
    return html`<div class="steps">
      ${this.#renderWords(['title'], words.title, draft.title)} ${this.#renderWords(['about'], words.about, draft.about, true)}
      ${checkField({ id: 'ordered', label: words.ordered, value: draft.ordered === true, onInput: (on) => this.#set(['ordered'], on || undefined) })}
      ${steps.map((step, index) => this.#renderStep(step, index))}
      <div><button class="button" type="button"
        @click=${() => this.#addStep()}>${icon('plus', 'small')}${words.addStep}</button></div>
    </div>`;
  }

  #addStep(): void {
    const steps = this.draft.steps ?? [];
    const id = freshId(
      steps.map((step) => step.id),
      'step',
    );
    this.#set(['steps'], [...steps, { id, title: { en: '', zh: '' }, fields: [] }]);
  }

  #addField(list: Path, begin: string): void {
    const all = (this.draft.steps ?? []).flatMap(({ fields = [] }) => fields.map(({ id }) => id));
    const fields = (at(this.draft, list) as Field[] | undefined) ?? [];
    const id = freshId(begin === 'field' ? all : fields.map((field) => field.id), begin);
    this.#set(list, [...fields, { id, type: 'TEXT', title: { en: '', zh: '' } }]);
  }

  #renderWords(path: Path, label: string, value: Title, long = false): TemplateResult {
    const words = this.words(formWords);
    const one = (key: 'zh' | 'en', name: string) => {
      const field = {
        id: `${path.join('-')}-${key}`,
        label: name,
        value: value?.[key] ?? '',
        maxLength: long ? 1000 : 200,
        onInput: (text: string) => {
          const next = { zh: value?.zh ?? '', en: value?.en ?? '', [key]: text };
          this.#set(path, long && !next.zh && !next.en ? undefined : next);
        },
      };
      return long ? areaField({ ...field, rows: 2 }) : textField(field);
    };
    return html`<div class="two">${one('zh', words.inChinese(label))}${one('en', words.inEnglish(label))}</div>`;
  }

  #renderBar(list: Path, index: number, named: string) {
    const words = this.words(formWords);
    const key = [...list, index].join('-');
    const move = (by: -1 | 1) => (event: Event) => {
      event.preventDefault();
      void this.#move(list, index, by);
    };
    return html`<span class="bar">
      <button class="button plain icon-only tight" type="button" data-move="${key}-up" aria-label=${words.up(named)}
        title=${words.up(named)} @click=${move(-1)}>${icon('up', 'small')}</button>
      <button class="button plain icon-only tight" type="button" data-move="${key}-down"
        aria-label=${words.down(named)} title=${words.down(named)} @click=${move(1)}>${icon('down', 'small')}</button>
      <button class="button plain icon-only tight" type="button" aria-label=${words.remove(named)}
        title=${words.remove(named)} @click=${(event: Event) => {
          event.preventDefault();
          this.#remove(list, index);
        }}>${icon('trash', 'small')}</button>
    </span>`;
  }

  #named(title: Title, id: string | undefined): string {
    const { en = '', zh = '' } = title ?? {};
    return this.language.of({ en: en || zh, zh: zh || en }) || id || this.words(formWords).unnamed;
  }

  #renderStep(step: Step, index: number) {
    const words = this.words(formWords);
    const path = ['steps', index];
    const named = this.#named(step.title, step.id);
    const fields = step.fields ?? [];
    const own = this.errors.get([...path, 'title'].join('.'));
    return html`<section class="card padded inner" aria-label="${words.step(index + 1)}: ${named}">
      <div class="row between wrap"><h3>${words.step(index + 1)}: ${named}</h3>${this.#renderBar(['steps'], index, named)}</div>
      ${own ? html`<p class="error">${icon('warning', 'small')}${own}</p>` : nothing}
      ${this.#renderWords([...path, 'title'], words.stepTitle, step.title)}
      <details><summary>${words.stepHint}</summary><div>
        ${this.#renderWords([...path, 'hint'], words.stepHint, step.hint, true)}
        <div class="two">${textField({ id: `within-${index}`, type: 'number', min: 1, label: words.stepWithin, value: step.within === undefined ? '' : String(step.within), onInput: (text) => this.#set([...path, 'within'], text ? Number(text) : undefined) })}
        ${this.#renderId([...path, 'id'], step.id)}</div>
      </div></details>
      ${fields.map((field, one) => this.#renderField(field, [...path, 'fields'], one))}
      <div><button class="button tight" type="button"
        @click=${() => this.#addField([...path, 'fields'], 'field')}>${icon('plus', 'small')}${words.addField}</button></div>
    </section>`;
  }

  #renderId(path: Path, value: string | undefined) {
    const words = this.words(formWords);
    return textField({
      id: path.join('-'),
      label: words.id,
      hint: words.idHint,
      mono: true,
      maxLength: 40,
      value: value ?? '',
      error: this.errors.get(path.join('.')),
      onInput: (text) => this.#set(path, text),
    });
  }

  #renderField(field: Field, list: Path, index: number, inTable = false): TemplateResult {
    const words = this.words(formWords);
    const { language } = this;
    const path = [...list, index];
    const key = path.join('-');
    const named = this.#named(field.title, field.id);
    const type = field.type ?? 'TEXT';
    const wrong = this.#wrong(path);
    const types = (Object.keys(FIELD_TYPES) as FieldType[])
      .filter((one) => !inTable || mayBeColumn(one))
      .map((one) => ({ value: one, label: language.of(FIELD_TYPES[one]) }));
    const count = (name: 'most' | 'least' | 'decimals', label: string) =>
      textField({
        id: `${key}-${name}`,
        type: 'number',
        label,
        value: field[name] === undefined ? '' : String(field[name]),
        onInput: (text) => this.#set([...path, name], text ? Number(text) : undefined),
      });
    return html`<div class="item"><details>
      <summary><span class="row between wrap"><span><strong>${named}</strong> <span
        class="muted small">${language.of(FIELD_TYPES[type])}${field.must ? html` · ${words.must}` : nothing}</span>${
          wrong.length > 0
            ? html` <span class="error">${icon('warning', 'small')}${[...new Set(wrong)].join(' ')}</span>`
            : nothing
        }</span></span></summary>
      <div>
        ${this.#renderWords([...path, 'title'], words.fieldTitle, field.title)}
        <div class="two">
          ${selectField({ id: `${key}-type`, label: words.type, value: type, choices: types, onInput: (next) => next && this.#set(path, retyped(field, next)) })}
          ${this.#renderId([...path, 'id'], field.id)}
        </div>
        ${checkField({ id: `${key}-must`, label: words.must, value: field.must === true, onInput: (on) => this.#set([...path, 'must'], on || undefined) })}
        <div class="two">${hasSetting(type, 'most') ? count('most', words.most) : nothing}${hasSetting(type, 'least') ? count('least', words.least) : nothing}${hasSetting(type, 'decimals') ? count('decimals', words.decimals) : nothing}</div>
        ${hasSetting(type, 'options') ? this.#renderOptions(field.options ?? [], [...path, 'options']) : nothing}
        ${
          hasSetting(type, 'columns')
            ? html`<fieldset
              class="inner"><legend>${words.columns}</legend>${(field.columns ?? []).map((column, one) => this.#renderField(column as Field, [...path, 'columns'], one, true))}
              <div><button class="button tight" type="button"
                @click=${() => this.#addField([...path, 'columns'], 'column')}>${icon('plus', 'small')}${words.addColumn}</button></div></fieldset>`
            : nothing
        }
        ${hasSetting(type, 'roles') ? checksField({ id: `${key}-roles`, label: words.roles, value: [...(field.roles ?? [])], choices: language.choices('Role'), onInput: (roles) => this.#set([...path, 'roles'], roles.length > 0 ? roles : undefined) }) : nothing}
        ${inTable ? nothing : this.#renderCondition(field, path)}
        ${this.#renderWords([...path, 'hint'], words.fieldHint, field.hint, true)}
      </div>
    </details>${this.#renderBar(list, index, named)}</div>`;
  }

  #renderOptions(options: readonly Option[], path: Path) {
    const words = this.words(formWords);
    const one = (option: Option, index: number, name: 'id' | 'zh' | 'en', label: string) =>
      textField({
        id: `${[...path, index].join('-')}-${name}`,
        label,
        mono: name === 'id',
        value: (name === 'id' ? option.id : option.title?.[name]) ?? '',
        onInput: (text) =>
          this.#set(
            [...path, index],
            name === 'id'
              ? { ...option, id: text }
              : { ...option, title: { zh: option.title?.zh ?? '', en: option.title?.en ?? '', [name]: text } },
          ),
      });
    return html`<fieldset class="inner"><legend>${words.options}</legend>
      ${options.map(
        (option, index) =>
          html`<div class="option" role="group"
            aria-label="${words.options} ${index + 1}">${one(option, index, 'zh', words.chinese)}${one(option, index, 'en', words.english)}${one(option, index, 'id', words.id)}${this.#renderBar(path, index, this.#named(option.title, option.id))}</div>`,
      )}
      <div><button class="button tight" type="button" @click=${() =>
        this.#set(path, [
          ...options,
          {
            id: freshId(
              options.map(({ id }) => id),
              'O',
            ),
            title: { zh: '', en: '' },
          },
        ])}>${icon('plus', 'small')}${words.addOption}</button></div>
    </fieldset>`;
  }

  /** The fields above this one, of which it may depend on one. */
  #above(path: Path): Field[] {
    const [, stepAt = 0, , fieldAt = 0] = path as readonly [string, number, string, number];
    return (this.draft.steps ?? []).flatMap(({ fields = [] }, index) => {
      if (index < stepAt) return fields;
      return index === stepAt ? fields.slice(0, fieldAt) : [];
    }) as Field[];
  }

  #renderCondition(field: Field, path: Path) {
    const words = this.words(formWords);
    const above = this.#above(path).filter(({ type = 'TEXT' }) => mayBeAsked(type));
    const { when } = field as {
      readonly when?: { field?: string; in?: (string | boolean)[]; filled?: boolean; atLeast?: number };
    };
    const asked = above.find(({ id }) => id === when?.field);
    const key = path.join('-');
    const set = (next: object | undefined) => this.#set([...path, 'when'], next);
    const listed: readonly { value: string; label: string }[] =
      asked?.type === 'FLAG'
        ? [
            { value: 'true', label: words.yes },
            { value: 'false', label: words.no },
          ]
        : (asked?.options ?? []).map((option) => ({
            value: option.id ?? '',
            label: this.#named(option.title, option.id),
          }));
    const how = when?.in ? 'in' : when?.atLeast !== undefined ? 'atLeast' : when?.filled === false ? 'empty' : 'filled';
    const hows = [
      ...(listed.length > 0 ? [{ value: 'in', label: words.whenIs }] : []),
      ...(asked?.type === 'NUMBER' ? [{ value: 'atLeast', label: words.whenAtLeast }] : []),
      { value: 'filled', label: words.whenFilled },
      { value: 'empty', label: words.whenEmpty },
    ];
    const begin = (name: string, id: string | undefined) =>
      name === 'in'
        ? { field: id, in: [] }
        : name === 'atLeast'
          ? { field: id, atLeast: 1 }
          : { field: id, filled: name === 'filled' };
    const valuesOf = (some: readonly string[]) =>
      asked?.type === 'FLAG' ? some.map((one) => one === 'true') : [...some];
    if (above.length === 0 && !when) return nothing;
    return html`<div class="two">
        ${selectField({ id: `${key}-when`, label: words.when, value: when?.field ?? '', empty: words.always, choices: above.map(({ id = '', title }) => ({ value: id, label: this.#named(title, id) })), onInput: (id) => set(id ? { field: id, filled: true } : undefined) })}
        ${when ? selectField({ id: `${key}-how`, label: words.value, value: how, choices: hows, onInput: (name) => set(begin(name, when.field)) }) : nothing}
        ${when?.atLeast === undefined ? nothing : textField({ id: `${key}-at-least`, type: 'number', label: words.whenAtLeast, value: String(when.atLeast), onInput: (text) => set({ field: when.field, atLeast: Number(text) }) })}
      </div>
      ${when?.in ? checksField({ id: `${key}-in`, label: words.whenIs, value: when.in.map(String), choices: listed, onInput: (some) => set({ field: when.field, in: valuesOf(some) }) }) : nothing}`;
  }
}

/** What a field keeps when it becomes one of another type. */
function retyped({ id, title, hint, must, when }: Field, type: NonNullable<Field['type']>): Field {
  return {
    id,
    type,
    title,
    ...(hint ? { hint } : {}),
    ...(must ? { must } : {}),
    ...(when ? { when } : {}),
    ...(hasSetting(type, 'options')
      ? { options: [1, 2].map((number) => ({ id: `O${number}`, title: { zh: '', en: '' } })) }
      : {}),
  } as Field;
}

define('desk-admin-form-editor', DeskFormEditor);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-form-editor': DeskFormEditor;
  }
}
