/** @module What is wrong with the values of a record: loosely while it is filled in, strictly when it is submitted. */
import { isBlank, shownFields } from './condition.ts';
import { fieldsOf, mostOf, type FormDefinition, type FormField, type FormValues, type RowValue } from './definition.ts';

/** What may be wrong with a value; `{limit}` is the number that it does not keep. */
export const VALUE_PROBLEMS = {
  unknownField: { en: 'This form has no such field.', zh: '此表单没有该字段。' },
  required: { en: 'This has to be filled in.', zh: '此项必填。' },
  wrongType: { en: 'This is not what the field takes.', zh: '内容格式不符合要求。' },
  notAnOption: { en: 'Choose one of the options.', zh: '请从选项中选择。' },
  tooLong: { en: 'At most {limit} characters.', zh: '最多 {limit} 个字符。' },
  tooSmall: { en: 'At least {limit}.', zh: '不得小于 {limit}。' },
  tooGreat: { en: 'At most {limit}.', zh: '不得大于 {limit}。' },
  tooFew: { en: 'At least {limit} entries.', zh: '至少 {limit} 项。' },
  tooMany: { en: 'At most {limit} entries.', zh: '最多 {limit} 项。' },
  tooExact: { en: 'At most {limit} digits after the point.', zh: '最多保留 {limit} 位小数。' },
} as const;

export type ValueProblemCode = keyof typeof VALUE_PROBLEMS;

export interface ValueProblem {
  /** Id of the field; of a cell also its row, from 0, and its column: `promises.0.what`. */
  readonly path: string;
  readonly code: ValueProblemCode;
  readonly limit?: number;
}

type Found = readonly [code: ValueProblemCode, limit?: number];

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const CURRENCY = /^[A-Z]{3}$/;

/** A day or an instant that the calendar has. */
const isReal = (text: string, form: RegExp): boolean => {
  if (!form.test(text)) return false;
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text.slice(0, 10));
};

function textProblem(field: FormField, value: unknown): Found | undefined {
  if (typeof value !== 'string') return ['wrongType'];
  const most = mostOf(field);
  if (field.type === 'TEXT' && /[\r\n]/.test(value)) return ['wrongType'];
  return value.length > most ? ['tooLong', most] : undefined;
}

function numberProblem({ least, most, decimals = 0 }: FormField, value: unknown): Found | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    return ['wrongType'];
  if (least !== undefined && value < least) return ['tooSmall', least];
  if (most !== undefined && value > most) return ['tooGreat', most];
  return Number(value.toFixed(decimals)) === value ? undefined : ['tooExact', decimals];
}

function moneyProblem(value: unknown): Found | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return ['wrongType'];
  const { amount, currency, ...rest } = value as Readonly<Record<string, unknown>>;
  const fits = Number.isSafeInteger(amount) && typeof currency === 'string' && CURRENCY.test(currency);
  return fits && Object.keys(rest).length === 0 ? undefined : ['wrongType'];
}

function listProblem(field: FormField, value: unknown, isOne: (one: unknown) => Found | undefined): Found | undefined {
  if (!Array.isArray(value)) return ['wrongType'];
  const most = mostOf(field);
  if (value.length > most) return ['tooMany', most];
  if (new Set(value).size !== value.length) return ['wrongType'];
  for (const one of value) {
    const problem = isOne(one);
    if (problem) return problem;
  }
  return undefined;
}

const textual = (value: unknown): Found | undefined =>
  typeof value === 'string' && value.length <= 64 ? undefined : ['wrongType'];

const optionProblem =
  ({ options = [] }: FormField) =>
  (value: unknown): Found | undefined =>
    options.some(({ id }) => id === value) ? undefined : ['notAnOption'];

/** What is wrong with one value that is not blank. */
function valueProblem(field: FormField, value: unknown): Found | undefined {
  switch (field.type) {
    case 'TEXT':
    case 'LONG_TEXT':
      return textProblem(field, value);
    case 'NUMBER':
      return numberProblem(field, value);
    case 'MONEY':
      return moneyProblem(value);
    case 'DATE':
      return typeof value === 'string' && isReal(value, DAY) ? undefined : ['wrongType'];
    case 'TIME':
      return typeof value === 'string' && isReal(value, INSTANT) ? undefined : ['wrongType'];
    case 'CHOICE':
      return optionProblem(field)(value);
    case 'CHOICES':
      return listProblem(field, value, optionProblem(field));
    case 'FLAG':
      return typeof value === 'boolean' ? undefined : ['wrongType'];
    case 'DONE':
      return value === true ? undefined : ['wrongType'];
    case 'PERSON':
      return textual(value);
    case 'EVIDENCE':
      return listProblem(field, value, textual);
    default:
      // A signature is no value: somebody signs.
      return ['wrongType'];
  }
}

const said = (path: string, [code, limit]: Found): ValueProblem => ({
  path,
  code,
  ...(limit === undefined ? {} : { limit }),
});

function rowProblems(field: FormField, value: unknown, strict: boolean): ValueProblem[] {
  if (!Array.isArray(value)) return [said(field.id, ['wrongType'])];
  const most = mostOf(field);
  if (value.length > most) return [said(field.id, ['tooMany', most])];
  const columns = field.columns ?? [];
  return (value as unknown[]).flatMap((row, at) => {
    if (row === null || typeof row !== 'object' || Array.isArray(row))
      return [said(`${field.id}.${at}`, ['wrongType'])];
    const cells = row as RowValue;
    const strange = Object.keys(cells).filter((id) => !columns.some((column) => column.id === id));
    return [
      ...strange.map((id) => said(`${field.id}.${at}.${id}`, ['unknownField'])),
      ...columns.flatMap((column) => fieldProblems(column, cells[column.id], strict, `${field.id}.${at}.`)),
    ];
  });
}

function fieldProblems(field: FormField, value: unknown, strict: boolean, above = ''): ValueProblem[] {
  const path = `${above}${field.id}`;
  if (isBlank(value)) return strict && field.must && field.type !== 'SIGNATURE' ? [said(path, ['required'])] : [];
  if (field.type === 'ROWS' || field.type === 'EVIDENCE') {
    const count = Array.isArray(value) ? value.length : 0;
    if (strict && field.least && count < field.least) return [said(path, ['tooFew', field.least])];
  }
  if (field.type === 'ROWS') return rowProblems(field, value, strict);
  const problem = valueProblem(field, value);
  return problem ? [said(path, problem)] : [];
}

export interface Strictness {
  /** What must be there is asked for, too; hidden fields are passed over. */
  readonly strict: boolean;
  /** Only the fields of this step. */
  readonly step?: string | undefined;
}

/** What is wrong with the values of a record of this version; unknown fields always are. */
export function valueProblems(
  definition: FormDefinition,
  values: FormValues,
  { strict, step }: Strictness,
): readonly ValueProblem[] {
  const all = fieldsOf(definition);
  const known = new Set(all.map(({ id }) => id));
  const strange = step === undefined ? Object.keys(values).filter((id) => !known.has(id)) : [];
  const asked = strict ? shownFields(definition, values) : all;
  const within = definition.steps.find(({ id }) => id === step)?.fields;
  const fields = within ? asked.filter((field) => within.includes(field)) : asked;
  return [
    ...strange.map((id) => said(id, ['unknownField'])),
    ...fields.flatMap((field) => fieldProblems(field, values[field.id], strict)),
  ];
}
