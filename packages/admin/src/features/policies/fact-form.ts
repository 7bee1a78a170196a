/**
 * @module The facts of a question as fields: choices as selects, money in major units, instants on the store's clock.
 */
import { html, type TemplateResult } from 'lit';
import { formatKey, keyOf, type InputDefinition } from '@shopdesk/core/policies';
import { selectField, textField } from '../../kit/field.ts';
import type { Language } from '../../kit/language.ts';
import { scalarFrom } from './cell-form.ts';
import type { FactValue, PolicyFact } from './data.ts';
import { gridWords } from './grid-words.ts';
import { instantOf } from '../../kit/store-clock.ts';
import { tryWords } from './try-words.ts';

export interface FactReading {
  readonly language: Language;
  readonly currency: string;
  readonly timeZone: string;
}

/** What was written, by fact; an empty text is not stated. */
export type Written = Readonly<Record<string, string>>;

/** The value that was written; undefined when the fact cannot have it. */
function valueOf({ input }: PolicyFact, text: string, { currency, timeZone }: FactReading): FactValue | undefined {
  if (input.type === 'instant') return instantOf(text, timeZone);
  return scalarFrom(input, text, { currency, unit: 'h' });
}

/** Facts for the question, and the names of those that are not valid. */
export function factsOf(
  facts: readonly PolicyFact[],
  written: Written,
  reading: FactReading,
): { facts: Record<string, FactValue>; invalid: string[] } {
  const found: Record<string, FactValue> = {};
  const invalid: string[] = [];
  for (const fact of facts) {
    const text = written[fact.name]?.trim() ?? '';
    if (text === '') continue;
    const value = valueOf(fact, text, reading);
    if (value === undefined) invalid.push(fact.name);
    else found[fact.name] = value;
  }
  return { facts: found, invalid };
}

/** A fact as a person reads it. */
export function factText(
  input: InputDefinition,
  value: FactValue | undefined,
  { language, currency, timeZone }: FactReading,
): string {
  if (value === undefined || value === null) return '';
  const key = keyOf(input, value);
  return key === undefined ? String(value) : formatKey(input, key, language.source, { currency, zone: timeZone });
}

/** Without it the question cannot be asked, unless an order tells it. */
export const isNeeded = ({ input }: PolicyFact): boolean => !input.nullable && input.default === undefined;

/** What is usually so and seldom stated. */
export const isUsual = ({ input }: PolicyFact): boolean => input.default !== undefined || input.name === 'region';

interface FactField extends FactReading {
  readonly fact: PolicyFact;
  readonly text: string;
  readonly error: boolean;
  /** The same fact of the chosen order. */
  readonly known: FactValue | undefined;
  readonly onInput: (text: string) => void;
}

export function factField({ fact, text, error, known, onInput, ...reading }: FactField): TemplateResult {
  const { language, currency } = reading;
  const words = language.words(tryWords);
  const { input } = fact;
  const shown = factText(input, known, reading);
  const unit =
    input.type === 'money'
      ? currency
      : input.type === 'duration'
        ? language.words(gridWords).units.h
        : input.unit
          ? language.of(input.unit)
          : '';
  const name = language.of(fact.label);
  const frame = {
    id: `fact-${fact.name}`,
    label: unit ? `${name} (${unit})` : name,
    hint: text === '' && shown ? words.fromOrder(shown) : undefined,
    error: error ? (text === '' ? words.needed : words.invalid) : undefined,
    required: isNeeded(fact),
  };
  if (input.type === 'boolean') {
    const { yesNo } = language.words(gridWords);
    return selectField({
      ...frame,
      value: text,
      choices: [
        { value: 'true', label: yesNo.true },
        { value: 'false', label: yesNo.false },
      ],
      empty: words.open,
      onInput,
    });
  }
  if (input.values)
    return selectField({
      ...frame,
      value: text,
      choices: input.values.map(({ value, label }) => ({ value, label: language.of(label) })),
      empty: words.open,
      onInput,
    });
  const type = input.type === 'instant' ? 'datetime-local' : input.type === 'date' ? 'date' : 'text';
  return html`${textField({ ...frame, type, value: text, onInput })}`;
}
