/**
 * @module What a table answers, in words: names by their labels, money with its currency, spans after an event.
 */
import { isSpan, spanText } from './due.ts';
import { formatDuration } from './duration.ts';
import { formatMoney } from './scalar.ts';
import type { OutputDefinition, OutputValue } from './table-schema.ts';
import { inBoth, joinTexts, type Text } from './text.ts';

const NOTHING: Text = { zh: '—', en: '—' };
const YES: Text = { zh: '是', en: 'yes' };
const NO: Text = { zh: '否', en: 'no' };

const labelOf = ({ values }: OutputDefinition, name: string): Text =>
  values?.find(({ value }) => value === name)?.label ?? { zh: name, en: name };

/** An output value as a person reads it; a dash for none. */
export function showOutput(output: OutputDefinition, value: OutputValue | undefined, currency?: string): Text {
  if (value === undefined || value === null) return NOTHING;
  if (Array.isArray(value))
    return value.length > 0
      ? joinTexts(
          value.map((one) => labelOf(output, one)),
          { zh: '、', en: ', ' },
        )
      : NOTHING;
  if (isSpan(value)) return spanText(value);
  if (typeof value === 'boolean') return value ? YES : NO;
  if (typeof value === 'string') return labelOf(output, value);
  if (output.type === 'money') return inBoth((language) => formatMoney(value, language, currency));
  if (output.type === 'duration') return inBoth((language) => formatDuration(value, language));
  return { zh: String(value), en: String(value) };
}
