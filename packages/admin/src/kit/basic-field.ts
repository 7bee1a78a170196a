/**
 * @module The form fields that the first view has; `field.ts` has them all. Label, control, hint and error belong
 * together by id.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { icon } from './icon.ts';

export interface FieldFrame {
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

export const describedBy = ({ id, hint, error }: FieldFrame) =>
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

export const typed = (field: TextField) => (event: Event) => field.onInput((event.target as HTMLInputElement).value);

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
