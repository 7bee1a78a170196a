/**
 * @module Form fields as templates: label, control, hint and error belong together by id.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { describedBy, fieldNotes, framed, typed, type FieldFrame, type TextField } from './basic-field.ts';

export { checkField, fieldNotes, framed, textField, type CheckField, type TextField } from './basic-field.ts';

export interface Choice<V extends string = string> {
  readonly value: V;
  readonly label: string;
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
          <input type="checkbox" .checked=${live(field.value.includes(value))} ?disabled=${field.disabled}
            @change=${toggle(value)} />
          <span>${label}</span>
        </label>`,
      )}
    </div>
    ${fieldNotes(field)}
  </fieldset>`;
}
