/**
 * @module The controls of what a row answers.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { EVENT_NAMES, type OutputDefinition } from '@shopdesk/core/policies';
import { checkField, checksField, selectField, textField } from '../../kit/field.ts';
import type { Language } from '../../kit/language.ts';
import { SPANS, type AnswerForm, type Span } from './answer-form.ts';
import type { SpanUnit } from './cell-form.ts';
import { gridWords } from './grid-words.ts';

export interface AnswerFields {
  readonly output: OutputDefinition;
  readonly form: AnswerForm;
  readonly language: Language;
  readonly currency: string;
  readonly change: (form: AnswerForm) => void;
}

export function answerFields(fields: AnswerFields): TemplateResult {
  const { output, form, language, change } = fields;
  const words = language.words(gridWords);
  const choices = (output.values ?? []).map(({ value, label }) => ({ value, label: language.of(label) }));
  const [first = ''] = form.none ? [] : form.values;
  const pick = (value: string) =>
    change(value ? { ...form, none: false, values: [value] } : { ...form, none: true, values: [] });
  if (output.type === 'enum')
    return selectField({
      id: 'value',
      label: language.of(output.label),
      value: first,
      choices,
      empty: words.none,
      onInput: pick,
    });
  if (output.type === 'boolean') {
    const yesNo = (['true', 'false'] as const).map((value) => ({ value, label: words.yesNo[value] }));
    return selectField({
      id: 'value',
      label: language.of(output.label),
      value: first === 'true' || first === 'false' ? first : '',
      choices: yesNo,
      empty: words.none,
      onInput: pick,
    });
  }
  if (output.type === 'set')
    return checksField({
      id: 'values',
      label: language.of(output.label),
      value: form.values,
      choices,
      onInput: (values) => change({ ...form, none: false, values }),
    });
  return html`${checkField({ id: 'none', label: words.none, value: form.none, onInput: (none) => change({ ...form, none }) })}
    ${form.none ? nothing : output.type === 'due' ? dueFields(fields) : numberField(fields)}`;
}

function numberField({ output, form, language, currency, change }: AnswerFields): TemplateResult {
  const words = language.words(gridWords);
  const units = (['min', 'h', 'd'] as const).map((value) => ({ value, label: words.units[value] }));
  return html`${textField({ id: 'value', label: output.type === 'money' ? `${language.of(output.label)} (${currency})` : language.of(output.label), value: form.text, onInput: (text) => change({ ...form, text }) })}
    ${output.type === 'duration' ? selectField<SpanUnit>({ id: 'unit', label: words.unit, value: form.unit, choices: units, onInput: (unit) => change({ ...form, unit: unit || 'h' }) }) : nothing}`;
}

function dueFields({ form, language, change }: AnswerFields): TemplateResult {
  const words = language.words(gridWords);
  const spans = SPANS.map((value) => ({ value, label: words.spans[value] }));
  const events = Object.entries(EVENT_NAMES).map(([value, name]) => ({ value, label: language.of(name) }));
  const known = events.some(({ value }) => value === form.event)
    ? events
    : [...events, { value: form.event, label: form.event }];
  return html`${textField({ id: 'count', label: words.count, type: 'number', min: 0, step: 1, value: form.text, onInput: (text) => change({ ...form, text }) })}
    ${selectField<Span>({ id: 'span', label: words.unit, value: form.span, choices: spans, onInput: (span) => change({ ...form, span: span || 'days' }) })}
    ${selectField({ id: 'event', label: words.after, value: form.event, choices: known, onInput: (event) => change({ ...form, event }) })}`;
}
