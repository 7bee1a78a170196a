/**
 * @module The plain way to read a table: row by row, cell by cell. Tests and measurements hold the compiled table
 * against it.
 */
import { readFact, type Facts, type StoreSetting } from './facts.ts';
import { keyOf, type Key } from './scalar.ts';
import type { Cell, DecisionTable, InputDefinition, Scalar, TableRow } from './table-schema.ts';

function compared(input: InputDefinition, value: Scalar): Key {
  return keyOf(input, value)!;
}

function inRange(
  input: InputDefinition,
  key: number,
  bounds: { gt?: Scalar; gte?: Scalar; lt?: Scalar; lte?: Scalar },
): boolean {
  const { gt, gte, lt, lte } = bounds;
  if (gt !== undefined && !(key > Number(compared(input, gt)))) return false;
  if (gte !== undefined && !(key >= Number(compared(input, gte)))) return false;
  if (lt !== undefined && !(key < Number(compared(input, lt)))) return false;
  return lte === undefined || key <= Number(compared(input, lte));
}

function meets(input: InputDefinition, cell: Cell, key: Key | null): boolean {
  if (cell === '-') return true;
  if (typeof cell !== 'object') return key === compared(input, cell);
  if ('isNull' in cell) return key === null;
  if (key === null) return 'orNull' in cell && cell.orNull === true;
  if ('in' in cell) return cell.in.some((value) => compared(input, value) === key);
  if ('not' in cell) return cell.not.every((value) => compared(input, value) !== key);
  if ('anyOf' in cell) return cell.anyOf.some((bounds) => inRange(input, Number(key), bounds));
  return inRange(input, Number(key), cell);
}

function matches({ inputs }: DecisionTable, row: TableRow, keys: ReadonlyMap<string, Key | null>): boolean {
  return inputs.every((input) => meets(input, row.when[input.name] ?? '-', keys.get(input.name) ?? null));
}

/** Every row that matches, in the table's order; conditions are not looked at. */
export function scanRows(table: DecisionTable, facts: Facts, store: StoreSetting): TableRow[] {
  const keys = new Map(table.inputs.map((input) => [input.name, readFact(input, facts, store)]));
  return table.rows.filter((row) => matches(table, row, keys));
}
