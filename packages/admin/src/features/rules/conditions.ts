/** @module The rows of a condition: a field of the event, an operator that fits it, a value. */
import { html, nothing, type TemplateResult } from 'lit';
import { selectField, textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import type { Language } from '../../kit/language.ts';
import { kitWords } from '../../kit/words.ts';
import type { EventKind, RuleCondition } from './data.ts';
import { ruleWords } from './words.ts';

export interface ConditionRows {
  readonly language: Language;
  readonly kind: EventKind;
  readonly rows: readonly RuleCondition[];
  /** Operators that ask for no value. */
  readonly valueless: readonly string[];
  readonly nameOf: (field: string) => string;
  readonly problems: (path: string) => TemplateResult | typeof nothing;
  readonly change: (rows: readonly RuleCondition[]) => void;
}

export function conditionRows(about: ConditionRows): TemplateResult {
  const { language, rows, kind, change } = about;
  const words = language.words(ruleWords);
  const [first] = kind.fields.filter(({ operators }) => operators.length > 0);
  const add = () =>
    first &&
    change([...rows, { field: first.field, operator: first.operators[0] as RuleCondition['operator'], value: '' }]);
  return html`${rows.map((_, index) => conditionRow(about, index))}
    <div><button class="button tight" type="button" @click=${add}>
      ${icon('plus', 'small')}${words.addCondition}</button></div>`;
}

function conditionRow(about: ConditionRows, index: number): TemplateResult {
  const { language, kind, rows, nameOf, problems, change } = about;
  const words = language.words(ruleWords);
  const row = rows[index] as RuleCondition;
  const field = kind.fields.find((one) => one.field === row.field);
  const set = (part: Partial<RuleCondition>) =>
    change(rows.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const choose = (name: string) => {
    const next = kind.fields.find((one) => one.field === name);
    set({ field: name, operator: (next?.operators[0] ?? row.operator) as RuleCondition['operator'], value: '' });
  };
  const asked = !about.valueless.includes(row.operator);
  return html`<div class="condition">
    ${selectField({
      id: `field-${index}`,
      label: words.field,
      value: row.field,
      choices: kind.fields
        .filter(({ operators }) => operators.length > 0)
        .map((one) => ({ value: one.field, label: nameOf(one.field) })),
      onInput: choose,
    })}
    ${selectField({
      id: `operator-${index}`,
      label: words.operator,
      value: row.operator,
      choices: (field?.operators ?? []).map((value) => ({ value, label: language.code('RuleOperator', value) })),
      onInput: (operator) => operator && set({ operator: operator as RuleCondition['operator'] }),
    })}
    ${asked ? valueField(about, index, set) : html`<span></span>`}
    <button class="button plain tight" type="button" aria-label=${words.remove(nameOf(row.field))}
      @click=${() => change(rows.filter((_, at) => at !== index))}>${icon('trash', 'small')}</button>
    ${problems(`draft.conditions.${index}`)}
  </div>`;
}

function valueField(
  { language, kind, rows }: ConditionRows,
  index: number,
  set: (part: Partial<RuleCondition>) => void,
): TemplateResult {
  const words = language.words(ruleWords);
  const row = rows[index] as RuleCondition;
  const field = kind.fields.find((one) => one.field === row.field);
  const shared = { id: `value-${index}`, label: words.value, value: row.value };
  const onInput = (value: string) => set({ value });
  if (field?.type === 'BOOLEAN') {
    const { yes, no } = language.words(kitWords);
    const choices = [
      { value: 'true', label: yes },
      { value: 'false', label: no },
    ];
    return selectField({ ...shared, empty: '–', choices, onInput });
  }
  if (field?.type === 'CODE' && row.operator !== 'ONE_OF') {
    const choices = field.codes.map((value) => ({ value, label: language.code(field.set ?? '', value) }));
    return selectField({ ...shared, empty: '–', choices, onInput });
  }
  if (field?.type === 'CODE') return manyField({ ...shared, field, language, onInput });
  return textField({ ...shared, type: field?.type === 'NUMBER' ? 'number' : 'text', maxLength: 500, onInput });
}

function manyField({
  id,
  label,
  value,
  field,
  language,
  onInput,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly field: EventKind['fields'][number];
  readonly language: Language;
  readonly onInput: (value: string) => void;
}): TemplateResult {
  const chosen = value ? value.split(',') : [];
  const toggle = (code: string, on: boolean) =>
    onInput(field.codes.filter((one) => (one === code ? on : chosen.includes(one))).join());
  return html`<fieldset class="many" id=${id}><legend>${label}</legend>${field.codes.map(
    (code) => html`<label class="check"><input type="checkbox" .checked=${chosen.includes(code)}
      @change=${(event: Event) => toggle(code, (event.target as HTMLInputElement).checked)} />
      ${language.code(field.set ?? '', code)}</label>`,
  )}</fieldset>`;
}
