/**
 * @module The controls of a fact's cell: what it may be, in the units a person writes.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { InputDefinition } from '@shopdesk/core/policies';
import { areaField, bareSelect, checkField, checksField, selectField } from '../../kit/field.ts';
import type { Language } from '../../kit/language.ts';
import { isRanged, modesOf, type CellForm, type CellMode, type SpanUnit } from './cell-form.ts';
import { gridWords } from './grid-words.ts';

export interface CellFields {
  readonly input: InputDefinition;
  readonly form: CellForm;
  readonly language: Language;
  readonly currency: string;
  readonly change: (form: CellForm) => void;
}

export function cellFields(fields: CellFields): TemplateResult {
  const { input, form, language, change } = fields;
  const words = language.words(gridWords);
  if (input.type === 'boolean') return yesNoField(fields);
  const modes = modesOf(input, form).map((value) => ({ value, label: words.modes[value] }));
  return html`${selectField<CellMode>({ id: 'mode', label: words.how, value: form.mode, choices: modes, onInput: (mode) => change(begun({ ...form, mode: mode || 'any' }, input)) })}
    ${form.mode === 'range' ? boundFields(fields) : form.mode === 'in' || form.mode === 'not' ? listField(fields) : nothing}
    ${input.nullable && ['in', 'not', 'range'].includes(form.mode) ? checkField({ id: 'or-null', label: words.orNull, value: form.orNull, onInput: (orNull) => change({ ...form, orNull }) }) : nothing}`;
}

/** Ticks of one mode mean something else in the other. */
const begun = (form: CellForm, input: InputDefinition): CellForm => (isRanged(input) ? { ...form, values: [] } : form);

function yesNoField({ input, form, language, change }: CellFields): TemplateResult {
  const words = language.words(gridWords);
  const value = form.mode === 'in' ? (form.values[0] ?? 'any') : form.mode;
  const choices = [
    { value: 'any', label: words.modes.any },
    { value: 'true', label: words.yesNo.true },
    { value: 'false', label: words.yesNo.false },
    ...(input.nullable ? [{ value: 'null', label: words.modes.null }] : []),
  ];
  const pick = (picked: string): CellForm =>
    picked === 'true' || picked === 'false'
      ? { ...form, mode: 'in', values: [picked] }
      : { ...form, mode: picked === 'null' ? 'null' : 'any' };
  return html`${selectField({ id: 'mode', label: words.how, value, choices, onInput: (picked) => change(pick(picked)) })}
    ${input.nullable && form.mode === 'in' ? checkField({ id: 'or-null', label: words.orNull, value: form.orNull, onInput: (orNull) => change({ ...form, orNull }) }) : nothing}`;
}

function listField({ input, form, language, change }: CellFields): TemplateResult {
  const words = language.words(gridWords);
  if (!input.values)
    return areaField({
      id: 'values',
      label: words.oneOf,
      value: form.values.join('\n'),
      onInput: (text) =>
        change({
          ...form,
          values: text
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        }),
    });
  const choices = input.values.map(({ value, label }) => ({ value, label: language.of(label) }));
  return checksField({
    id: 'values',
    label: words.values,
    value: form.values,
    choices,
    onInput: (values) => change({ ...form, values }),
  });
}

function unitText({ input, language, currency }: CellFields): string {
  if (input.type === 'money') return currency;
  return input.unit ? language.of(input.unit) : '';
}

function boundFields(fields: CellFields): TemplateResult {
  const { input, form, language, change } = fields;
  const words = language.words(gridWords);
  const numeric = ['number', 'money', 'duration'].includes(input.type);
  const bound = (side: 'from' | 'to') => {
    const [open, closed, strict] =
      side === 'from' ? (['above', 'gte', 'gt'] as const) : (['below', 'lte', 'lt'] as const);
    const label = side === 'from' ? words.lower : words.upper;
    return html`<div class="pair">
      ${bareSelect({ id: `${side}-kind`, label: `${label}: ≤ <`, value: form[open] ? strict : closed, choices: [closed, strict].map((value) => ({ value, label: words.bounds[value] })), onInput: (kind) => change({ ...form, [open]: kind === strict }) })}
      <input id=${side} aria-label=${label} inputmode=${numeric ? 'decimal' : 'text'} autocomplete="off"
        type=${input.type === 'date' ? 'date' : 'text'} .value=${form[side]} @input=${(event: Event) => change({ ...form, [side]: (event.target as HTMLInputElement).value })} />
      <span class="muted small">${unitText(fields)}</span>
    </div>`;
  };
  const units = (['min', 'h', 'd'] as const).map((value) => ({ value, label: words.units[value] }));
  return html`${bound('from')}${bound('to')}
    ${input.type === 'duration' ? selectField<SpanUnit>({ id: 'unit', label: words.unit, value: form.unit, choices: units, onInput: (unit) => change({ ...form, unit: unit || 'h' }) }) : nothing}`;
}
