/**
 * @module Form fields as templates: label, control, hint and error belong together by id.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { icon } from './icon.ts';

interface FieldFrame {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

export interface TextField extends FieldFrame {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: 'text' | 'email' | 'password' | 'url' | 'number' | 'time' | 'datetime-local' | 'search' | 'date';
  readonly autocomplete?: string;
  readonly maxLength?: number;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly step?: number | string;
  readonly rows?: number;
  readonly mono?: boolean;
  readonly placeholder?: string;
  readonly list?: readonly string[];
}

export interface Choice<V extends string = string> {
  readonly value: V;
  readonly label: string;
}

const describedBy = ({ id, hint, error }: FieldFrame) =>
  [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined;

/** Puts label, hint and error around a control that has the same id. */
export function framed(frame: FieldFrame, control: TemplateResult): TemplateResult {
  return html`<div class="field">
    <label for=${frame.id}>${frame.label}${frame.required ? html`<span aria-hidden="true"> *</span>` : nothing}</label>
    ${control} ${fieldNotes(frame)}
  </div>`;
}

export const fieldNotes = ({ id, hint, error }: FieldFrame): TemplateResult =>
  html`${
    error ? html`<p class="error" id="${id}-error">${icon('warning', 'small')}${error}</p>` : nothing
  }${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}`;

const typed = (field: TextField) => (event: Event) => field.onInput((event.target as HTMLInputElement).value);

export function textField(field: TextField): TemplateResult {
  return framed(
    field,
    html`<input
        id=${field.id}
        name=${field.id}
        type=${field.type ?? 'text'}
        .value=${live(field.value)}
        autocomplete=${(field.autocomplete ?? 'off') as AutoFill}
        maxlength=${ifDefined(field.maxLength)}
        min=${ifDefined(field.min)}
        max=${ifDefined(field.max)}
        step=${ifDefined(field.step)}
        placeholder=${ifDefined(field.placeholder)}
        list=${ifDefined(field.list && `${field.id}-list`)}
        class=${field.mono ? 'mono' : ''}
        ?required=${field.required}
        ?disabled=${field.disabled}
        aria-invalid=${field.error ? 'true' : 'false'}
        aria-describedby=${ifDefined(describedBy(field))}
        @input=${typed(field)}
      />${field.list ? html`<datalist id="${field.id}-list">${field.list.map((value) => html`<option value=${value}></option>`)}</datalist>` : nothing}`,
  );
}

export function areaField(field: TextField): TemplateResult {
  return framed(
    field,
    html`<textarea
      id=${field.id}
      name=${field.id}
      rows=${field.rows ?? 3}
      .value=${live(field.value)}
      maxlength=${ifDefined(field.maxLength)}
      placeholder=${ifDefined(field.placeholder)}
      class=${field.mono ? 'mono' : ''}
      ?required=${field.required}
      ?disabled=${field.disabled}
      aria-invalid=${field.error ? 'true' : 'false'}
      aria-describedby=${ifDefined(describedBy(field))}
      @input=${typed(field)}
    ></textarea>`,
  );
}

export interface SelectField<V extends string> extends FieldFrame {
  readonly value: V | '';
  readonly choices: readonly Choice<V>[];
  /** Label of the empty choice; absent: there is none. */
  readonly empty?: string;
  readonly onInput: (value: V | '') => void;
}

/** A select without its frame, for tool bars; `label` is its accessible name. */
export function bareSelect<V extends string>(field: SelectField<V>, named = true): TemplateResult {
  return html`<select
    id=${field.id}
    name=${field.id}
    ?required=${field.required}
    ?disabled=${field.disabled}
    aria-label=${ifDefined(named ? field.label : undefined)}
    aria-invalid=${field.error ? 'true' : 'false'}
    aria-describedby=${ifDefined(describedBy(field))}
    @change=${(event: Event) => field.onInput((event.target as HTMLSelectElement).value as V | '')}
  >
    ${field.empty === undefined ? nothing : html`<option value="" .selected=${live(field.value === '')}>${field.empty}</option>`}
    ${field.choices.map((choice) => html`<option value=${choice.value} .selected=${live(choice.value === field.value)}>${choice.label}</option>`)}
  </select>`;
}

export const selectField = <V extends string>(field: SelectField<V>): TemplateResult =>
  framed(field, bareSelect(field, false));

export interface CheckField extends FieldFrame {
  readonly value: boolean;
  readonly onInput: (value: boolean) => void;
}

export function checkField(field: CheckField): TemplateResult {
  return html`<div class="field">
    <label class="check">
      <input
        type="checkbox"
        id=${field.id}
        name=${field.id}
        .checked=${live(field.value)}
        ?disabled=${field.disabled}
        aria-describedby=${ifDefined(describedBy(field))}
        @change=${(event: Event) => field.onInput((event.target as HTMLInputElement).checked)}
      />
      <span>${field.label}</span>
    </label>
    ${fieldNotes(field)}
  </div>`;
}

export interface ChecksField<V extends string> extends Omit<FieldFrame, 'required'> {
  readonly value: readonly V[];
  readonly choices: readonly Choice<V>[];
  readonly onInput: (value: V[]) => void;
}

/** Several of a few. */
export function checksField<V extends string>(field: ChecksField<V>): TemplateResult {
  const toggle = (value: V) => (event: Event) => {
    const on = (event.target as HTMLInputElement).checked;
    field.onInput(
      field.choices
        .map((choice) => choice.value)
        .filter((known) => (known === value ? on : field.value.includes(known))),
    );
  };
  return html`<fieldset aria-describedby=${ifDefined(describedBy(field))}>
    <legend>${field.label}</legend>
    <div class="checks">
      ${field.choices.map(
        ({ value, label }) => html`<label class="check">
          <input type="checkbox" .checked=${live(field.value.includes(value))} ?disabled=${field.disabled} @change=${toggle(value)} />
          <span>${label}</span>
        </label>`,
      )}
    </div>
    ${fieldNotes(field)}
  </fieldset>`;
}
