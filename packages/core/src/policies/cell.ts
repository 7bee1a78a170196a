/**
 * @module Turns a cell into the exact set of values it admits, and a set back into words.
 */
import { formatKey, keyOf, type Key, type Showing } from './scalar.ts';
import type { Cell, InputDefinition, Scalar } from './table-schema.ts';
import type { Language } from './text.ts';
import {
  after,
  before,
  complement,
  isOrdered,
  isWhole,
  nextDown,
  normalise,
  type Interval,
  type OrderedSet,
  type ValueSet,
} from './value-set.ts';

/** Why a cell does not fit its column. */
export class CellProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CellProblem';
  }
}

function key(input: InputDefinition, value: Scalar): Key {
  const found = keyOf(input, value);
  if (found === undefined) throw new CellProblem(`${JSON.stringify(value)} is not a ${input.type} of "${input.name}"`);
  return found;
}

function numberKey(input: InputDefinition, value: Scalar): number {
  const found = key(input, value);
  if (typeof found === 'string') throw new CellProblem(`"${input.name}" has no order`);
  return found;
}

/** Everything an ordered column can hold. */
export function domainOf(input: InputDefinition): Interval {
  const low = input.min === undefined ? -Infinity : numberKey(input, input.min);
  const high = input.max === undefined ? Infinity : after(input, numberKey(input, input.max));
  return [low, high];
}

/** The names a column can hold; undefined for open text. */
export function namesOf(input: InputDefinition): string[] | undefined {
  if (input.type === 'boolean') return ['true', 'false'];
  return input.type === 'enum' ? (input.values ?? []).map((known) => known.value) : undefined;
}

/** Every value of the column, "not known" included where the column allows it. */
export function universe(input: InputDefinition): ValueSet {
  const unknown = input.nullable === true;
  if (isOrdered(input)) return { kind: 'ordered', intervals: [domainOf(input)], unknown };
  const names = namesOf(input);
  return { kind: 'named', names: new Set(names ?? []), others: names === undefined, unknown };
}

type Bounds = { gt?: Scalar; gte?: Scalar; lt?: Scalar; lte?: Scalar };

function interval(input: InputDefinition, { gt, gte, lt, lte }: Bounds): Interval {
  if (gt !== undefined && gte !== undefined) throw new CellProblem(`"${input.name}" has two lower bounds`);
  if (lt !== undefined && lte !== undefined) throw new CellProblem(`"${input.name}" has two upper bounds`);
  const [least, end] = domainOf(input);
  let low = least;
  if (gte !== undefined) low = numberKey(input, gte);
  if (gt !== undefined) low = after(input, numberKey(input, gt));
  let high = end;
  if (lt !== undefined) high = numberKey(input, lt);
  if (lte !== undefined) high = after(input, numberKey(input, lte));
  return [Math.max(low, least), Math.min(high, end)];
}

function listed(input: InputDefinition, values: readonly Scalar[], inside: boolean, unknown: boolean): ValueSet {
  if (isOrdered(input)) {
    const points = values.map((value): Interval => interval(input, { gte: value, lte: value }));
    const intervals = inside ? normalise(points) : complement(points, domainOf(input));
    return { kind: 'ordered', intervals, unknown };
  }
  const names = new Set(values.map((value) => String(key(input, value))));
  if (inside) return { kind: 'named', names, others: false, unknown };
  const all = namesOf(input);
  if (all) return { kind: 'named', names: new Set(all.filter((one) => !names.has(one))), others: false, unknown };
  return { kind: 'named', names, others: true, unknown };
}

function ranges(input: InputDefinition, list: readonly Bounds[], unknown: boolean): ValueSet {
  if (!isOrdered(input)) throw new CellProblem(`"${input.name}" has no order`);
  return { kind: 'ordered', intervals: normalise(list.map((bounds) => interval(input, bounds))), unknown };
}

/** The values a cell admits. Throws {@link CellProblem} when the cell does not fit the column. */
export function cellSet(input: InputDefinition, cell: Cell | undefined): ValueSet {
  if (cell === undefined || cell === '-') return universe(input);
  if (typeof cell !== 'object') return listed(input, [cell], true, false);
  const unknown = 'isNull' in cell || ('orNull' in cell && cell.orNull === true);
  if (unknown && !input.nullable) throw new CellProblem(`"${input.name}" is always known`);
  if ('isNull' in cell) {
    return isOrdered(input)
      ? { kind: 'ordered', intervals: [], unknown }
      : { kind: 'named', names: new Set(), others: false, unknown };
  }
  if ('in' in cell) return listed(input, cell.in, true, unknown);
  if ('not' in cell) return listed(input, cell.not, false, unknown);
  return 'anyOf' in cell ? ranges(input, cell.anyOf, unknown) : ranges(input, [cell], unknown);
}

/** Whether the cell admits every value of the column. */
export function isAny(input: InputDefinition, set: ValueSet): boolean {
  if (set.unknown !== (input.nullable === true)) return false;
  if (set.kind === 'named') return set.others ? set.names.size === 0 : set.names.size === namesOf(input)?.length;
  const [low, high] = domainOf(input);
  return set.intervals.length === 1 && set.intervals[0]?.[0] === low && set.intervals[0]?.[1] === high;
}

/** The greatest value below the end of an interval, and whether "≤" reads better than "<". */
function lastValue(input: InputDefinition, high: number): { value: number; inclusive: boolean } {
  if (isWhole(input)) return { value: high - 1, inclusive: true };
  const down = nextDown(high);
  return String(down).length < String(high).length
    ? { value: down, inclusive: true }
    : { value: high, inclusive: false };
}

function firstValue(input: InputDefinition, low: number): { value: number; inclusive: boolean } {
  if (isWhole(input)) return { value: low, inclusive: true };
  const down = nextDown(low);
  return String(down).length < String(low).length ? { value: down, inclusive: false } : { value: low, inclusive: true };
}

function writeInterval(input: InputDefinition, [low, high]: Interval, language: Language, showing: Showing): string {
  const write = (value: number): string => formatKey(input, value, language, showing);
  const first = firstValue(input, low);
  const last = lastValue(input, high);
  const [least, end] = domainOf(input);
  const lower = low > least ? `${first.inclusive ? '≥' : '>'} ${write(first.value)}` : '';
  const upper = high < end ? `${last.inclusive ? '≤' : '<'} ${write(last.value)}` : '';
  if (lower && upper && first.inclusive && last.inclusive && first.value === last.value)
    return `= ${write(first.value)}`;
  return [lower, upper].filter(Boolean).join(language === 'zh' ? ' 且 ' : ' and ');
}

const WORDS = {
  zh: { unknown: '未知', or: ' 或 ', not: '不是 ', list: '、' },
  en: { unknown: 'not known', or: ' or ', not: 'not ', list: ', ' },
} as const;

/** Writes a set for people: `≤ 7`, `custom-made, perishable`, `not known`. */
export function formatSet(input: InputDefinition, set: ValueSet, language: Language, showing: Showing = {}): string {
  const words = WORDS[language];
  const parts: string[] = [];
  if (set.kind === 'named') {
    const list = [...set.names].map((one) => formatKey(input, one, language, showing)).join(words.list);
    if (set.others) parts.push(list ? words.not + list : '*');
    else if (list) parts.push(list);
  } else {
    parts.push(...set.intervals.map((one) => writeInterval(input, one, language, showing) || '*'));
  }
  if (set.unknown) parts.push(words.unknown);
  return parts.join(words.or);
}

/** A value of the set, for an example; null where only "not known" is in it. */
export function sampleOf(input: InputDefinition, set: ValueSet): Key | null {
  if (set.kind === 'named') {
    if (set.others) return unlisted(set.names);
    return [...set.names][0] ?? null;
  }
  const [low, high] = set.intervals[0] ?? [];
  if (low === undefined || high === undefined) return null;
  if (Number.isFinite(low)) return low;
  return Number.isFinite(high) ? before(input, high) : 0;
}

function unlisted(names: ReadonlySet<string>): string {
  let sample = 'other';
  while (names.has(sample)) sample += '*';
  return sample;
}

/** The ordered part of a set; empty for names. */
export function intervalsOf(set: ValueSet): OrderedSet['intervals'] {
  return set.kind === 'ordered' ? set.intervals : [];
}
