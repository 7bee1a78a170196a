/**
 * @module Asks a compiled table: one segment per column, intersected bit by bit, then the hit policy.
 */
import type { CompiledRow, CompiledTable } from './compile.ts';
import { ConditionFailed, type ConditionScope } from './condition.ts';
import { readFact, FactsInvalid, type FactProblem, type Facts, type StoreSetting } from './facts.ts';
import { scalarOf, type Key } from './scalar.ts';
import type { InputDefinition, Scalar } from './table-schema.ts';

/** Thrown when two rows of a UNIQUE table match the same facts. */
export class TableConflict extends Error {
  readonly table: string;
  readonly rowIds: readonly string[];
  constructor(table: string, rowIds: readonly string[]) {
    super(`Only one row of ${table} may match, but ${rowIds.join(' and ')} do.`);
    this.name = 'TableConflict';
    this.table = table;
    this.rowIds = rowIds;
  }
}

/** The keys of a table's columns, in their order. */
export type Keys = readonly (Key | null)[];

/** Keys of the same table that were read from facts which differ in `changed` only. */
export interface KnownKeys {
  readonly keys: Keys;
  /** Names of facts. */
  readonly changed: readonly string[];
}

/** Whether a column is read from one of these facts. */
export const restsOn = ({ name, derived }: InputDefinition, facts: readonly string[]): boolean =>
  facts.includes(name) || (derived !== undefined && (facts.includes(derived.from) || facts.includes(derived.to)));

/** Reads all columns; collects everything that is missing or wrong before it throws. */
export function readKeys(
  { columns, table }: CompiledTable,
  facts: Facts,
  store: StoreSetting,
  known?: KnownKeys,
): (Key | null)[] {
  const problems: FactProblem[] = [];
  const keys: (Key | null)[] = [];
  for (let index = 0; index < columns.length; index += 1) {
    const { input } = columns[index]!;
    if (known && !restsOn(input, known.changed)) {
      keys.push(known.keys[index] ?? null);
      continue;
    }
    try {
      keys.push(readFact(input, facts, store));
    } catch (error) {
      if (!(error instanceof FactsInvalid)) throw error;
      problems.push(...error.problems);
      keys.push(null);
    }
  }
  if (table.currency && store.currency && table.currency !== store.currency) {
    const message = `${table.code} is written in ${table.currency}, the facts are in ${store.currency}`;
    problems.push({ code: 'CURRENCY_MISMATCH', input: 'currency', message });
  }
  if (problems.length > 0) throw new FactsInvalid(problems);
  return keys;
}

function scopeOf({ columns }: CompiledTable, keys: Keys): ConditionScope {
  const scope: Record<string, Scalar | null> = {};
  columns.forEach(({ input }, index) => {
    const key = keys[index] ?? null;
    scope[input.name] = typeof key === 'string' ? scalarOf(input, key) : key;
  });
  return scope;
}

function holds(row: CompiledRow, scope: () => ConditionScope): boolean {
  if (!row.condition) return true;
  try {
    return row.condition(scope());
  } catch (error) {
    throw new ConditionFailed(row.row.id, error);
  }
}

/** Whether a row's condition, where it has one, holds on these keys. Throws {@link ConditionFailed}. */
export const holdsOn = (compiled: CompiledTable, row: CompiledRow, keys: Keys): boolean =>
  holds(row, () => scopeOf(compiled, keys));

interface Walk {
  readonly places: readonly number[];
  readonly columns: CompiledTable['columns'];
}

/** The offset of each restricting column's segment in its bits. */
function walkOf({ columns }: CompiledTable, keys: Keys): Walk {
  const places: number[] = [];
  const used: (typeof columns)[number][] = [];
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index]!;
    const segment = column.find(keys[index] ?? null);
    if (segment < 0) throw outside(column.input.name, keys[index]);
    if (!column.restricts) continue;
    places.push(segment * column.words);
    used.push(column);
  }
  return { places, columns: used };
}

function outside(input: string, key: Key | null | undefined): FactsInvalid {
  return new FactsInvalid([{ code: 'INVALID', input, message: `"${input}" is outside its range: ${String(key)}` }]);
}

/** Matching rows in the order they are tried; at most `limit`. */
export function matchingRows(compiled: CompiledTable, keys: Keys, limit = Infinity): number[] {
  const walk = walkOf(compiled, keys);
  const found: number[] = [];
  let scope: ConditionScope | undefined;
  const lazily = (): ConditionScope => (scope ??= scopeOf(compiled, keys));
  const last = compiled.rows.length - 1;
  for (let word = 0; word < compiled.words && found.length < limit; word += 1) {
    let bits = 0xffffffff;
    for (let index = 0; index < walk.columns.length && bits !== 0; index += 1) {
      bits &= walk.columns[index]!.bits[walk.places[index]! + word]!;
    }
    while (bits !== 0 && found.length < limit) {
      const row = (word << 5) + (31 - Math.clz32(bits & -bits));
      if (row > last) break;
      bits &= bits - 1;
      if (holds(compiled.rows[row]!, lazily)) found.push(row);
    }
  }
  return found;
}

function extreme({ table, rows }: CompiledTable, found: readonly number[]): number[] {
  const { output, by } = table.aggregate!;
  const values = found.map((row) => Number(rows[row]!.row.answer[output]));
  const best = by === 'MIN' ? Math.min(...values) : Math.max(...values);
  return found.filter((_, index) => values[index] === best);
}

/**
 * The rows that answer under the table's hit policy. Throws {@link TableConflict} when a UNIQUE table contradicts
 * itself.
 */
export function answeringRows(compiled: CompiledTable, keys: Keys): number[] {
  const { hitPolicy, code, aggregate } = compiled.table;
  if (hitPolicy === 'FIRST' || hitPolicy === 'PRIORITY') return matchingRows(compiled, keys, 1);
  if (hitPolicy === 'COLLECT') {
    const found = matchingRows(compiled, keys);
    return aggregate && found.length > 1 ? extreme(compiled, found) : found;
  }
  const found = matchingRows(compiled, keys, 2);
  if (found.length > 1)
    throw new TableConflict(
      code,
      found.map((row) => compiled.rows[row]!.row.id),
    );
  return found;
}

/** Asks a table directly: the rows that answer for these facts. */
export function evaluate(compiled: CompiledTable, facts: Facts, store: StoreSetting): CompiledRow[] {
  return answeringRows(compiled, readKeys(compiled, facts, store)).map((row) => compiled.rows[row]!);
}
