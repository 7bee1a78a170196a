/**
 * @module Exact sets of the values one column can hold. Ordered values are half-open intervals of doubles: "above v"
 * starts at the next double.
 */
import type { InputDefinition } from './table-schema.ts';

/** A half-open interval `[low, high)`. */
export type Interval = readonly [low: number, high: number];

/** A set of ordered values, possibly with "not known". */
export interface OrderedSet {
  readonly kind: 'ordered';
  readonly intervals: readonly Interval[];
  readonly unknown: boolean;
}

/** A set of names. With `others`, also every name that `names` does not list. */
export interface NamedSet {
  readonly kind: 'named';
  readonly names: ReadonlySet<string>;
  readonly others: boolean;
  readonly unknown: boolean;
}

/** The values a cell admits. */
export type ValueSet = OrderedSet | NamedSet;

const view = new DataView(new ArrayBuffer(8));

/** The double after `value`. */
export function nextUp(value: number): number {
  if (value === Infinity || Number.isNaN(value)) return value;
  if (value === 0) return Number.MIN_VALUE;
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

/** The double before `value`. */
export function nextDown(value: number): number {
  return -nextUp(-value);
}

/** Whether the values of the column are a matter of order. */
export function isOrdered(input: InputDefinition): boolean {
  return !['boolean', 'enum', 'string'].includes(input.type);
}

/** Whether an ordered column holds whole numbers only. */
export function isWhole(input: InputDefinition): boolean {
  return input.type !== 'number' || input.integer === true;
}

/** The value after `value` in the column. */
export function after(input: InputDefinition, value: number): number {
  if (!Number.isFinite(value)) return value;
  return isWhole(input) ? Math.floor(value) + 1 : nextUp(value);
}

/** The value before `value` in the column. */
export function before(input: InputDefinition, value: number): number {
  if (!Number.isFinite(value)) return value;
  return isWhole(input) ? Math.ceil(value) - 1 : nextDown(value);
}

/** Sorts intervals and joins those that touch. */
export function normalise(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(([low, high]) => low < high).toSorted((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [low, high] of sorted) {
    const last = joined.at(-1);
    if (last && low <= last[1]) last[1] = Math.max(last[1], high);
    else joined.push([low, high]);
  }
  return joined;
}

/** What lies in `within` but in none of `intervals`. */
export function complement(intervals: readonly Interval[], within: Interval): Interval[] {
  const gaps: Interval[] = [];
  let low = within[0];
  for (const [from, to] of normalise(intervals)) {
    if (from > low) gaps.push([low, Math.min(from, within[1])]);
    low = Math.max(low, to);
  }
  if (low < within[1]) gaps.push([low, within[1]]);
  return gaps.filter(([from, to]) => from < to);
}

/** Whether the set has the value; null is "not known". */
export function has(set: ValueSet, value: number | string | null): boolean {
  if (value === null) return set.unknown;
  if (set.kind === 'named') return set.names.has(String(value)) !== set.others;
  return set.intervals.some(([low, high]) => Number(value) >= low && Number(value) < high);
}

/** Whether the set has no value at all. */
export function isEmpty(set: ValueSet): boolean {
  if (set.unknown) return false;
  return set.kind === 'named' ? set.names.size === 0 && !set.others : set.intervals.length === 0;
}
