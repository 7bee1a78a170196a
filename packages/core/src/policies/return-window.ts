/**
 * @module When the return window of a case ends, read from the RETURN tables themselves: the latest end among the rows
 * that grant a return for these goods and this reason. A fee for late returns counts from there.
 */
import type { CompiledRow, CompiledTable } from './compile.ts';
import { instantAfter, instantOf, FactsInvalid, type Facts, type StoreSetting } from './facts.ts';
import { intervalsOf } from './cell.ts';
import { holdsOn, readKeys, type Keys } from './evaluate.ts';
import { admits } from './near-miss.ts';
import type { Policy } from './policy.ts';
import type { InputDefinition } from './table-schema.ts';
import { before, type ValueSet } from './value-set.ts';
import { zonedDay } from './zoned-day.ts';

interface Question {
  readonly facts: Facts;
  readonly store: StoreSetting;
}

/** Whether the column follows the clock of the case. */
const follows = ({ derived }: InputDefinition): boolean => derived?.to === 'at';

/** The highest value the cell admits; Infinity without an upper bound. */
function most(set: ValueSet, input: InputDefinition): number {
  const high = set.kind === 'ordered' ? Math.max(-Infinity, ...intervalsOf(set).map(([, end]) => end)) : Infinity;
  return high === Infinity ? Infinity : before(input, high);
}

/** By how many days the cell is passed: 0 in time, Infinity where it never admitted these facts. */
function daysPastCell(input: InputDefinition, set: ValueSet, key: Keys[number], { facts, store }: Question): number {
  const limit = most(set, input);
  if (limit === -Infinity) return Infinity;
  if (limit === Infinity) return 0;
  const at = instantOf(facts, 'at');
  const anchor = instantOf(facts, input.derived?.from ?? '');
  const stated = facts[input.name] !== undefined && facts[input.name] !== null;
  if (stated || anchor === null || at === null) {
    if (typeof key !== 'number') return Infinity;
    return input.derived?.measure === 'days' || key <= limit ? Math.max(0, key - limit) : Infinity;
  }
  const end = instantAfter(input.derived!.measure, limit, anchor, store);
  return at < end ? 0 : zonedDay(at, store.zone) - zonedDay(end - 1, store.zone);
}

/** By how many days a row's window is passed; undefined where the row does not speak of these goods and this reason. */
function daysPastRow(table: CompiledTable, row: number, keys: Keys, question: Question): number | undefined {
  const {
    sets,
    row: { answer },
  } = table.rows[row]!;
  const { remedies } = answer;
  if (answer['outcome'] !== 'ALLOW' || (Array.isArray(remedies) && !remedies.includes('RETURN'))) return undefined;
  let days = 0;
  for (const [at, column] of table.columns.entries()) {
    const key = keys[at] ?? null;
    if (!column.restricts) continue;
    if (!follows(column.input)) {
      if (!admits(column, key, row)) return undefined;
    } else if (key === null) {
      if (!admits(column, key, row)) return undefined;
    } else {
      days = Math.max(days, daysPastCell(column.input, sets[at]!, key, question));
    }
  }
  return holdsOn(table, table.rows[row] as CompiledRow, keys) && days !== Infinity ? days : undefined;
}

function daysPastTable(table: CompiledTable, question: Question): number[] {
  try {
    const keys = readKeys(table, question.facts, question.store);
    return [...table.rows.keys()].flatMap((row) => daysPastRow(table, row, keys, question) ?? []);
  } catch (error) {
    // A question about the fee need not hold what the return tables ask.
    if (error instanceof FactsInvalid) return [];
    throw error;
  }
}

/**
 * How many of the store's days have passed since the end of the return window that applies, the longest of all layers:
 * 0 in time, null where no window is known. Exclusions are left out: what is taken back all the same is late only by
 * its window.
 */
export function daysPastWindow({ layers }: Policy, facts: Facts, store: StoreSetting): number | null {
  const tables = layers
    .flatMap((layer) => layer.tables.get('RETURN') ?? [])
    .filter(({ table }) => table.role !== 'EXCLUSION');
  const days = tables.flatMap((table) => daysPastTable(table, { facts, store }));
  return days.length > 0 ? Math.min(...days) : null;
}

/**
 * The facts of a question about a fee, with the days past the window where the tables ask for them and nobody stated
 * them.
 */
export function withDaysLate(policy: Policy, kind: string, facts: Facts, store: StoreSetting): Facts {
  const asks = policy.layers.some(({ tables }) =>
    (tables.get(kind) ?? []).some(({ table }) => table.inputs.some(({ name }) => name === 'daysLate')),
  );
  return asks && kind !== 'RETURN' && facts['daysLate'] === undefined
    ? { ...facts, daysLate: daysPastWindow(policy, facts, store) }
    : facts;
}
