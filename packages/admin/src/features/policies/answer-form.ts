/**
 * @module What a row answers as ordinary controls hold it, and back.
 */
import { isSpan, type DueSpan, type OutputDefinition, type OutputValue } from '@shopdesk/core/policies';
import { minorOf, textOf, UNITS, type SpanUnit } from './cell-form.ts';

export const SPANS = ['minutes', 'hours', 'days', 'businessDays', 'months'] as const;
export type Span = (typeof SPANS)[number];

export interface AnswerForm {
  /** The row says nothing here. */
  readonly none: boolean;
  readonly values: readonly string[];
  readonly text: string;
  readonly unit: SpanUnit;
  readonly span: Span;
  readonly event: string;
}

const BLANK: AnswerForm = { none: true, values: [], text: '', unit: 'h', span: 'days', event: 'at' };

const spanOf = (value: DueSpan): Span => SPANS.find((span) => value[span] !== undefined) ?? 'days';

/** An answer as controls hold it. */
export function answerForm(output: OutputDefinition, value: OutputValue | undefined, currency: string): AnswerForm {
  if (value === undefined || value === null) return BLANK;
  const form = { ...BLANK, none: false };
  if (isSpan(value)) return { ...form, span: spanOf(value), text: String(value[spanOf(value)]), event: value.from };
  if (Array.isArray(value)) return { ...form, values: value };
  if (typeof value === 'boolean') return { ...form, values: [String(value)] };
  if (typeof value === 'string') return { ...form, values: [value] };
  const unit = output.type === 'duration' && value % UNITS.d === 0 ? 'd' : 'h';
  return {
    ...form,
    unit,
    text: textOf({ type: output.type === 'money' || output.type === 'duration' ? output.type : 'number' }, value, {
      currency,
      unit,
    }),
  };
}

function spanFrom({ text, span, event }: AnswerForm): DueSpan | undefined {
  const count = Number(text);
  const least = span === 'months' ? 1 : 0;
  return text.trim() !== '' && Number.isInteger(count) && count >= least && event
    ? { from: event, [span]: count }
    : undefined;
}

function numberFrom({ type }: OutputDefinition, { text, unit }: AnswerForm, currency: string): number | undefined {
  if (type === 'money') return minorOf(text, currency);
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return undefined;
  return type === 'duration' ? Math.round(value * UNITS[unit]) : value;
}

/** The answer that the controls say; undefined when the column cannot hold it. */
export function answerOf(output: OutputDefinition, form: AnswerForm, currency: string): OutputValue | undefined {
  if (form.none) return null;
  const [first] = form.values;
  switch (output.type) {
    case 'set':
      return [...form.values];
    case 'enum':
      return first || undefined;
    case 'boolean':
      return first === undefined ? undefined : first === 'true';
    case 'due':
      return spanFrom(form);
    default:
      return numberFrom(output, form, currency);
  }
}
