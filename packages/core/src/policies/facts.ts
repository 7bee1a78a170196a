/**
 * @module Reads a table's columns from the facts of a case: given, derived from two instants, assumed by default, or
 * not known.
 */
import { WEEKDAYS, addBusinessDays, businessDayNumber, type BusinessCalendar } from './business-days.ts';
import { keyOf, monthDayOf, monthDayOrdinal, parseInstant, type Key } from './scalar.ts';
import type { InputDefinition } from './table-schema.ts';
import { addMonths, dayFields, monthNumber, zonedDay, zonedDayEnd } from './zoned-day.ts';

/** A fact as a caller knows it. Instants are ISO strings with a zone, or milliseconds since the epoch. */
export type FactValue = boolean | number | string | null | undefined;

/** What is known about a case, by input name. Unused facts are ignored. */
export type Facts = Readonly<Record<string, FactValue>>;

/** Where the shop lives: its IANA zone, its calendar, and the currency of the amounts in the facts. */
export interface StoreSetting {
  readonly zone: string;
  readonly calendar?: BusinessCalendar;
  readonly currency?: string;
}

/** One fact that is missing or of the wrong kind. */
export interface FactProblem {
  readonly code: 'MISSING' | 'INVALID' | 'CURRENCY_MISMATCH';
  readonly input: string;
  readonly message: string;
  /** What is given, as JSON; absent where nothing is. */
  readonly given?: string;
}

/** Thrown when a question cannot be asked with these facts; lists everything that is wrong. */
export class FactsInvalid extends Error {
  readonly problems: readonly FactProblem[];
  constructor(problems: readonly FactProblem[]) {
    super(`The facts are not complete or not valid:\n- ${problems.map((problem) => problem.message).join('\n- ')}`);
    this.name = 'FactsInvalid';
    this.problems = problems;
  }
}

function invalid(input: string, value: unknown, wanted: string): FactsInvalid {
  const given = JSON.stringify(value);
  return new FactsInvalid([{ code: 'INVALID', input, message: `"${input}" is ${given}, expected ${wanted}`, given }]);
}

/** An instant among the facts in milliseconds; null when it is not known. */
export function instantOf(facts: Facts, name: string): number | null {
  const value = facts[name];
  if (value === undefined || value === null) return null;
  const instant = typeof value === 'string' ? parseInstant(value) : value;
  if (typeof instant !== 'number' || !Number.isSafeInteger(instant)) throw invalid(name, value, 'an instant');
  return instant;
}

type Measure = NonNullable<InputDefinition['derived']>['measure'];

const MEASURES: Record<Measure, (from: number, to: number, store: StoreSetting) => number> = {
  days: (from, to, { zone }) => zonedDay(to, zone) - zonedDay(from, zone),
  months: (from, to, { zone }) => monthNumber(zonedDay(from, zone), zonedDay(to, zone)),
  businessDays: (from, to, { zone, calendar = WEEKDAYS }) =>
    businessDayNumber(zonedDay(from, zone), zonedDay(to, zone), calendar),
  elapsed: (from, to) => to - from,
  monthDay: (from, to, { zone }) => {
    const { year, month, date } = dayFields(zonedDay(to, zone));
    return monthDayOrdinal(year - dayFields(zonedDay(from, zone)).year, month, date);
  },
};

/** The first instant at which a derived column is above `value`, counting from the anchor. */
export function instantAfter(
  measure: Measure,
  value: number,
  anchor: number,
  { zone, calendar = WEEKDAYS }: StoreSetting,
): number {
  if (measure === 'elapsed') return anchor + value + 1;
  const from = zonedDay(anchor, zone);
  if (measure === 'days') return zonedDayEnd(from + value, zone);
  if (measure === 'months') return zonedDayEnd(addMonths(from, value), zone);
  if (measure === 'monthDay') return zonedDayEnd(monthDayOf(value, from), zone);
  // Days off after the last working day still count as that day, so the column rises when the next working day starts.
  return zonedDayEnd(addBusinessDays(from, value + 1, calendar) - 1, zone);
}

function derivedKey(input: InputDefinition, facts: Facts, store: StoreSetting): number | null {
  const { measure, from, to } = input.derived!;
  const start = instantOf(facts, from);
  const end = instantOf(facts, to);
  return start === null || end === null ? null : MEASURES[measure](start, end, store);
}

/** The key of one column; null is "not known". Throws {@link FactsInvalid}. */
export function readFact(input: InputDefinition, facts: Facts, store: StoreSetting): Key | null {
  const given = facts[input.name];
  if (given === undefined || given === null) {
    const derived = input.derived ? derivedKey(input, facts, store) : null;
    if (derived !== null) return derived;
    if (isAssumed(input, facts)) return keyOf(input, input.default!) ?? null;
    if (input.nullable) return null;
    throw new FactsInvalid([
      { code: 'MISSING', input: input.name, message: `"${input.name}" (${input.label.en}) is missing` },
    ]);
  }
  const key = keyOf(input, given);
  if (key === undefined) throw invalid(input.name, given, `a ${input.type}`);
  return key;
}

/**
 * Whether the column stands on its default because nobody stated the fact; null states "not known" where that is
 * possible.
 */
export function isAssumed(input: InputDefinition, facts: Facts): boolean {
  const given = facts[input.name];
  const silent = given === undefined || (given === null && !input.nullable);
  return silent && input.default !== undefined;
}
