/**
 * @module Values as people read them, on paper and in a spreadsheet. Records of several versions stand in one table: a
 * column is a field, by its id; each record is read with its own version.
 */
import { decimalOf } from '../../../kernel/currency.ts';
import type { Words } from '../../../kernel/entity.ts';
import { formatStoreTime } from '../../../policies/zoned-day.ts';
import type { CsvCell } from '../../../text/csv.ts';
import { isBlank } from './condition.ts';
import {
  fieldsOf,
  type FormDefinition,
  type FormField,
  type FormValues,
  type MoneyValue,
  type RowValue,
} from './definition.ts';

export interface Reader {
  readonly language: 'en' | 'zh';
  /** In which times are written. */
  readonly timeZone: string;
  /** What is called by an id: people by theirs, files by theirs. */
  readonly nameOf: (id: string) => string;
}

const FLAGS = { true: { en: 'Yes', zh: '是' }, false: { en: 'No', zh: '否' } } as const;
const DONE: Words = { en: 'Done', zh: '已完成' };

/** A value as a cell; a table within it is one text, a line for each of its rows. */
export function cellOf(field: FormField, value: unknown, reader: Reader): CsvCell {
  const { language, timeZone, nameOf } = reader;
  if (isBlank(value)) return null;
  const titleOf = (id: unknown) => field.options?.find((option) => option.id === id)?.title[language] ?? String(id);
  switch (field.type) {
    case 'NUMBER':
      return Number(value);
    case 'MONEY':
      return isMoney(value) ? `${decimalOf(value)} ${value.currency}` : null;
    case 'TIME':
      return formatStoreTime(Date.parse(String(value)), timeZone);
    case 'CHOICE':
      return titleOf(value);
    case 'CHOICES':
      return (value as unknown[]).map(titleOf).join(language === 'zh' ? '、' : '; ');
    case 'FLAG':
      return FLAGS[value === true ? 'true' : 'false'][language];
    case 'DONE':
      return DONE[language];
    case 'PERSON':
      return nameOf(String(value));
    case 'EVIDENCE':
      return (value as unknown[]).map((id) => nameOf(String(id))).join('; ');
    case 'ROWS':
      return (value as RowValue[]).map((row) => rowText(field, row, reader)).join('\n');
    default:
      return String(value);
  }
}

const isMoney = (value: unknown): value is MoneyValue =>
  typeof value === 'object' && value !== null && 'amount' in value;

function rowText({ columns = [] }: FormField, row: RowValue, reader: Reader): string {
  const colon = reader.language === 'zh' ? '：' : ': ';
  return columns
    .filter(({ id }) => !isBlank(row[id]))
    .map((column) => `${column.title[reader.language]}${colon}${textOf(column, row[column.id], reader)}`)
    .join(reader.language === 'zh' ? '；' : '; ');
}

/** A value as a text; empty where there is none. */
export function textOf(field: FormField, value: unknown, reader: Reader): string {
  const cell = cellOf(field, value, reader);
  return cell === null ? '' : String(cell);
}

export interface TableRecord {
  readonly definition: FormDefinition;
  readonly values: FormValues;
  /** Cells before those of its fields, such as its number. */
  readonly head: readonly CsvCell[];
  /** That of its store. */
  readonly timeZone: string;
  /** What stands in the fields of signatures, by their ids. */
  readonly signed: Readonly<Record<string, string>>;
}

/** A table of records, its titles first; `newest` says what the columns are called, and in which order they stand. */
export function tableOf(
  newest: FormDefinition,
  records: readonly TableRecord[],
  { head, ...read }: Omit<Reader, 'timeZone'> & { readonly head: readonly string[] },
): CsvCell[][] {
  const columns = new Map(fieldsOf(newest).map((field) => [field.id, field]));
  for (const { definition } of records)
    for (const field of fieldsOf(definition)) if (!columns.has(field.id)) columns.set(field.id, field);
  const ids = [...columns.keys()];
  return [
    [...head, ...[...columns.values()].map(({ title }) => title[read.language])],
    ...records.map((record) => {
      const reader: Reader = { ...read, timeZone: record.timeZone };
      const own = new Map(fieldsOf(record.definition).map((field) => [field.id, field]));
      const cell = (id: string): CsvCell => {
        const field = own.get(id);
        if (!field) return null;
        return field.type === 'SIGNATURE' ? (record.signed[id] ?? null) : cellOf(field, record.values[id], reader);
      };
      return [...record.head, ...ids.map(cell)];
    }),
  ];
}
