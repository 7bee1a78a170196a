/**
 * @module Writes a script: both languages side by side, with a preview in which the variables can be tried.
 */
import { css, html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, Use, viewerContext } from '../../desk/contexts.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, checksField, selectField, textField } from '../../kit/field.ts';
import { markedStyle, markedText, openMarks } from '../../kit/marked-text.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { tables } from '../../kit/table-style.ts';
import { kitWords } from '../../kit/words.ts';
import { fromLocalInput, toLocalInput } from '../../records/form-value.ts';
import { createScript, updateScript, type LibraryScript, type ScriptInput } from './data.ts';
import { scriptWords } from './words.ts';

const NAME = /\{\{?\s*([\p{L}_][\p{L}\p{N}_]{0,39})\s*\}\}?/gu;
const EMPTY: ScriptInput = {
  scene: 'OTHER',
  title: { zh: '', en: '' },
  body: { zh: '', en: '' },
  quickKey: null,
  roles: [],
  validFrom: null,
  validTo: null,
  hours: null,
  customers: 'ALL',
};
const FIELDS = Object.keys(EMPTY) as (keyof ScriptInput)[];

/**
 * @summary Writes a script.
 * @event {string} desk-done - It is saved; what to say.
 */
export class DeskScriptDialog extends DeskElement {
  static override properties = {
    script: { attribute: false },
    storeId: {},
    draft: { state: true },
    scriptCode: { state: true },
    scope: { state: true },
    place: { state: true },
    values: { state: true },
  };
  static override styles = [
    base,
    controls,
    tables,
    markedStyle,
    css`
      .preview {
        padding: 0.5rem 0.75rem;
        border-radius: var(--radius);
        background: var(--hover);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        min-block-size: 2.5rem;
      }
    `,
  ];

  /** The script to be changed; a default one has no id and is replaced; absent: a new one. */
  script: LibraryScript | undefined;
  storeId = '';
  draft: Partial<ScriptInput> = {};
  scriptCode: string | undefined;
  scope: LibraryScript['scope'] | undefined;
  place: string | undefined;
  values: Readonly<Record<string, string>> = {};
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #act = new Act(this);

  get #value(): ScriptInput {
    const known = this.script
      ? (Object.fromEntries(FIELDS.map((field) => [field, this.script?.[field]])) as unknown as ScriptInput)
      : EMPTY;
    return { ...known, ...this.draft };
  }

  get #shares(): boolean {
    return can(this.#viewer.value, 'script.publish');
  }

  get #scope(): LibraryScript['scope'] {
    return this.scope ?? this.script?.scope ?? (this.#shares ? 'TENANT' : 'PERSONAL');
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const words = this.words(scriptWords);
    const client = this.#client.value;
    const value = this.#value;
    const id = this.script?.id;
    const code = this.scriptCode ?? this.script?.scriptCode ?? '';
    const saved = id
      ? await this.#act.run(client, updateScript, { id, ...value })
      : await this.#act.run(client, createScript, {
          ...value,
          scriptCode: code.trim(),
          scope: this.#scope,
          storeId: this.place || null,
        });
    if (saved) return void this.tell('desk-done', words.savedAs[saved.state]);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  #change(changes: Partial<ScriptInput>): void {
    this.draft = { ...this.draft, ...changes };
  }

  #error(path: string): string | undefined {
    const { problem } = this.#act;
    const duplicate = problem?.code === 'DUPLICATE' && problem.details['field'] === path ? problem.message : undefined;
    return duplicate ?? fieldMessage(problem, path);
  }

  override render() {
    const words = this.words(scriptWords);
    const { problem, busy } = this.#act;
    const isDefault = this.script !== undefined && this.script.id === null;
    return html`<desk-admin-dialog open wide
      heading=${this.script ? `${words.edit}: ${this.script.scriptCode}` : words.add} ?dirty=${Object.keys(this.draft).length > 0}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${isDefault ? html`<p class="notice">${words.overrideText}</p>` : nothing} ${problemNotice(problem, this.language)}
        ${this.#renderPlace()} <div class="two">${this.#renderText('zh', words.chinese)}${this.#renderText('en', words.english)}</div>
        ${this.#renderValues()} ${this.#renderTimes()}
      </form>
      <button slot="actions" class="button primary" form="form"
        aria-disabled=${busy}>${this.words(kitWords).save}</button>
    </desk-admin-dialog>`;
  }

  #renderPlace() {
    const words = this.words(scriptWords);
    const value = this.#value;
    const isNew = !this.script?.id;
    const stores = [...this.#directory.value.stores.values()].map(({ id, name }) => ({ value: id, label: name }));
    const scopes = this.language
      .choices<LibraryScript['scope']>('ScriptScope')
      .filter((scope) => this.#shares || scope.value === 'PERSONAL');
    return html`<div class="two">
        ${
          isNew
            ? html`${textField({ id: 'scriptCode', label: words.code, hint: words.codeHint, required: true, maxLength: 20, mono: true, value: this.scriptCode ?? this.script?.scriptCode ?? '', error: this.#error('scriptCode'), onInput: (code) => (this.scriptCode = code) })}
            ${selectField({ id: 'scope', label: words.scope, value: this.#scope, choices: scopes, onInput: (scope) => (this.scope = scope || 'PERSONAL') })}
            ${selectField({ id: 'storeId', label: words.store, value: this.place ?? '', empty: words.allStores, choices: stores, error: this.#error('storeId'), onInput: (store) => (this.place = store) })}`
            : nothing
        }
        ${selectField({ id: 'scene', label: words.scene, value: value.scene, choices: this.language.choices<LibraryScript['scene']>('Scene'), onInput: (scene) => scene && this.#change({ scene }) })}
        ${textField({ id: 'quickKey', label: words.quickKey, hint: words.quickKeyHint, maxLength: 20, mono: true, value: value.quickKey ?? '', error: this.#error('quickKey'), onInput: (key) => this.#change({ quickKey: key.trim() || null }) })}
      </div>
      ${
        this.#scope === 'TEAM'
          ? checksField({
              id: 'roles',
              label: words.roles,
              value: value.roles,
              error: this.#error('roles'),
              choices: this.language.choices<ScriptInput['roles'][number]>('Role'),
              onInput: (roles) => this.#change({ roles }),
            })
          : nothing
      }`;
  }

  #renderText(key: 'zh' | 'en', named: string) {
    const words = this.words(scriptWords);
    const { title, body } = this.#value;
    const text = body[key].replace(NAME, (whole, name: string) => this.values[name] || whole);
    const open = [...text.matchAll(NAME)].map(([, name = '']) => name);
    return html`<div class="stack">
      ${textField({ id: `title-${key}`, label: words.titleIn(named), value: title[key], maxLength: 200, onInput: (value) => this.#change({ title: { ...title, [key]: value } }) })}
      ${areaField({ id: `body-${key}`, label: words.bodyIn(named), hint: words.bodyHint, value: body[key], rows: 4, maxLength: 2000, error: this.#error('body'), onInput: (value) => this.#change({ body: { ...body, [key]: value } }) })}
      <div class="preview" role="group"
        aria-label="${words.preview} (${named})">${text ? markedText(text, openMarks(text, open)) : html`<span class="muted">${words.preview}</span>`}</div>
    </div>`;
  }

  /** Each variable once, to see the text as it will be sent. */
  #renderValues() {
    const words = this.words(scriptWords);
    const { body } = this.#value;
    const names = [...new Set([...`${body.zh} ${body.en}`.matchAll(NAME)].map(([, name = '']) => name))];
    if (names.length === 0) return nothing;
    return html`<div
      class="two">${names.map((name) => textField({ id: `value-${name}`, label: words.value(name), value: this.values[name] ?? '', onInput: (text) => (this.values = { ...this.values, [name]: text }) }))}</div>`;
  }

  #renderTimes() {
    const words = this.words(scriptWords);
    const { validFrom, validTo, hours, customers, scene } = this.#value;
    const span = (changes: { from?: string; to?: string }) => {
      const next = { from: hours?.from ?? '', to: hours?.to ?? '', ...changes };
      this.#change({ hours: next.from || next.to ? next : null });
    };
    const kinds = this.language.choices<LibraryScript['customers']>('ScriptCustomers');
    return html`<div class="two">
        ${textField({ id: 'validFrom', type: 'datetime-local', label: words.validFrom, value: toLocalInput(validFrom), error: this.#error('validFrom'), onInput: (text) => this.#change({ validFrom: fromLocalInput(text) ?? null }) })}
        ${textField({ id: 'validTo', type: 'datetime-local', label: words.validTo, value: toLocalInput(validTo), error: this.#error('validTo'), onInput: (text) => this.#change({ validTo: fromLocalInput(text) ?? null }) })}
      </div>
      ${
        scene === 'GREETING'
          ? html`<fieldset class="stack"><legend>${words.hours}</legend><p class="hint">${words.hoursHint}</p><div
            class="two">
              ${textField({ id: 'hours-from', type: 'time', label: words.hoursFrom, value: hours?.from ?? '', error: this.#error('hours.from'), onInput: (from) => span({ from }) })}
              ${textField({ id: 'hours-to', type: 'time', label: words.hoursTo, value: hours?.to ?? '', error: this.#error('hours.to'), onInput: (to) => span({ to }) })}
            </div></fieldset>
            ${selectField({ id: 'customers', label: words.customers, value: customers, choices: kinds, onInput: (kind) => this.#change({ customers: kind || 'ALL' }) })}`
          : nothing
      }`;
  }
}

define('desk-admin-script-dialog', DeskScriptDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-script-dialog': DeskScriptDialog;
  }
}
