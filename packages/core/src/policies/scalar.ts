/**
 * @module Reads and writes the values of a column: what a person writes, and the key (number or name) the engine
 * compares.
 */
import { formatMoney as moneyText } from '../kernel/currency.ts';
import { formatDuration, parseDuration } from './duration.ts';
import type { InputDefinition, Scalar } from './table-schema.ts';
import { unitFor, type Language } from './text.ts';
import { dayFields, formatDay, formatStoreTime, parseDay } from './zoned-day.ts';

/** What the engine compares: a number for ordered columns, a name otherwise. */
export type Key = number | string;

type ColumnType = InputDefinition['type'];

/** Reads an ISO instant with a zone; undefined when it is not one. */
export function parseInstant(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
}

/** Reads `12-31` or `+1 01-31` (of the next year) into an ordinal; 31 per month keeps the order. */
export function parseMonthDay(text: string): number | undefined {
  const fields = /^(?:([+-]\d{1,2}) )?(\d{2})-(\d{2})$/.exec(text);
  if (!fields) return undefined;
  const [month, date] = [Number(fields[2]), Number(fields[3])];
  if (month < 1 || month > 12 || date < 1 || date > 31) return undefined;
  return monthDayOrdinal(Number(fields[1] ?? 0), month, date);
}

/** The ordinal of a calendar date counted from a year. */
export function monthDayOrdinal(years: number, month: number, date: number): number {
  return years * 372 + (month - 1) * 31 + (date - 1);
}

/** The day that an ordinal means in the year of `anchor`; a date the month does not have becomes its last. */
export function monthDayOf(ordinal: number, anchor: number): number {
  const years = Math.floor(ordinal / 372);
  const month = Math.floor((ordinal - years * 372) / 31);
  const date = (ordinal - years * 372) % 31;
  const year = dayFields(anchor).year + years;
  const first = Date.UTC(year, month, 1) / 86_400_000;
  const next = Date.UTC(year, month + 1, 1) / 86_400_000;
  return Math.min(first + date, next - 1);
}

function formatMonthDay(ordinal: number): string {
  const years = Math.floor(ordinal / 372);
  const rest = ordinal - years * 372;
  const two = (part: number): string => String(part + 1).padStart(2, '0');
  const date = `${two(Math.floor(rest / 31))}-${two(rest % 31)}`;
  return years === 0 ? date : `${years > 0 ? '+' : ''}${years} ${date}`;
}

function finite(value: Scalar): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function whole(value: Scalar): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

function written(value: Scalar, parse: (text: string) => number | undefined): number | undefined {
  return typeof value === 'string' ? parse(value) : whole(value);
}

const READERS: Record<ColumnType, (value: Scalar, input: InputDefinition) => Key | undefined> = {
  boolean: (value) => (typeof value === 'boolean' ? String(value) : undefined),
  number: (value, input) => (input.integer ? whole(value) : finite(value)),
  money: (value) => whole(value),
  enum: (value, input) => (input.values?.some((known) => known.value === value) ? String(value) : undefined),
  string: (value) => (typeof value === 'string' ? value : undefined),
  duration: (value) => written(value, parseDuration),
  instant: (value) => written(value, parseInstant),
  date: (value) => written(value, parseDay),
  monthDay: (value) => written(value, parseMonthDay),
};

/** The key of a written value; undefined when the column cannot hold it. */
export function keyOf(input: InputDefinition, value: Scalar): Key | undefined {
  return READERS[input.type](value, input);
}

/** The written value of a key, as it may stand in a cell or in the facts. */
export function scalarOf(input: InputDefinition, key: Key): Scalar {
  if (typeof key === 'string') return input.type === 'boolean' ? key === 'true' : key;
  if (input.type === 'duration') return `${key < 0 ? '-' : ''}PT${Math.abs(key) / 1000}S`;
  if (input.type === 'instant') return new Date(key).toISOString();
  if (input.type === 'date') return formatDay(key);
  return input.type === 'monthDay' ? formatMonthDay(key) : key;
}

/** How values are shown: store zone and the currency of money columns. */
export interface Showing {
  readonly zone?: string;
  readonly currency?: string;
}

/** Writes minor units as money: `¥200.00`; without a currency as hundredths. */
export const formatMoney = (amount: number, language: Language, currency?: string): string =>
  currency ? moneyText({ amount, currency }, language === 'zh' ? 'zh-CN' : 'en') : (amount / 100).toFixed(2);

/** Writes a key for people. */
export function formatKey(
  input: InputDefinition,
  key: Key,
  language: Language,
  { zone = 'UTC', currency }: Showing = {},
): string {
  if (typeof key === 'string') {
    if (input.type === 'boolean')
      return { zh: { true: '是', false: '否' }, en: { true: 'yes', false: 'no' } }[language][key as 'true'];
    return input.values?.find((known) => known.value === key)?.label[language] ?? key;
  }
  if (input.type === 'money') return formatMoney(key, language, currency);
  if (input.type === 'duration') return formatDuration(key, language);
  if (input.type === 'instant') return formatStoreTime(key, zone);
  const unit = input.unit ? ` ${unitFor(key, input.unit, language)}` : '';
  return `${String(scalarOf(input, key))}${unit}`;
}
