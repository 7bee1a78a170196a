/**
 * @module Rows that just fail: which of their cells the facts do not meet.
 */
import type { Column } from './column-index.ts';
import type { CompiledRow } from './compile.ts';
import type { Asked, Findings, Hit } from './hits.ts';
import type { Key } from './scalar.ts';
import type { InputDefinition } from './table-schema.ts';
import type { ValueSet } from './value-set.ts';

/** A cell the facts do not meet. */
export interface FailedCell {
  readonly input: InputDefinition;
  readonly key: Key | null;
  readonly set: ValueSet;
}

/** A row with the cells that keep it from matching. */
export interface Failure {
  readonly hit: Hit;
  readonly cells: readonly FailedCell[];
}

/** Whether a row's cell in this column admits the key. */
export function admits(column: Column, key: Key | null, row: number): boolean {
  const segment = column.find(key);
  return segment >= 0 && (column.bits[segment * column.words + (row >> 5)]! & (1 << (row & 31))) !== 0;
}

/** The offset of each column's segment in its bits; negative where the column cannot hold the key. */
const placesOf = ({ table, keys }: Asked): number[] =>
  table.columns.map((column, at) => column.find(keys[at] ?? null) * column.words);

const failsIn = (column: Column, place: number, word: number): number =>
  column.restricts ? (place < 0 ? -1 : ~column.bits[place + word]!) : 0;

/** Rows of one word that fail by one or two cells, none of them of a claim of its own, as bits. */
function nearIn({ table: { columns } }: Asked, places: readonly number[], word: number): number {
  let [one, two, more] = [0, 0, 0];
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at]!;
    const fails = failsIn(column, places[at]!, word);
    more |= column.input.fixed ? fails : two & fails;
    two |= one & fails;
    one |= fails;
  }
  return one & ~more;
}

/** Counts all rows of a word at once, so that only those that are near are looked at cell by cell. */
function failuresIn(asked: Asked): Failure[] {
  const { depth, layer, table } = asked;
  const places = placesOf(asked);
  const failures: Failure[] = [];
  for (let word = 0; word < table.words; word += 1)
    for (let near = nearIn(asked, places, word); near !== 0; near &= near - 1) {
      const bit = near & -near;
      const row = table.rows[(word << 5) + (31 - Math.clz32(bit))];
      if (row) failures.push({ hit: { depth, layer, table, row }, cells: failedCells(asked, row, places, word, bit) });
    }
  return failures;
}

function failedCells(
  { table, keys }: Asked,
  row: CompiledRow,
  places: readonly number[],
  word: number,
  bit: number,
): FailedCell[] {
  const cells: FailedCell[] = [];
  for (let at = 0; at < table.columns.length; at += 1) {
    const column = table.columns[at]!;
    if ((failsIn(column, places[at]!, word) & bit) !== 0)
      cells.push({ input: column.input, key: keys[at] ?? null, set: row.sets[at]! });
  }
  return cells;
}

/** Rows that fail by one or two cells which the case may yet meet, the nearest first; other claims are not near. */
export function failuresOf({ asked }: Findings): Failure[] {
  return asked.flatMap(failuresIn).toSorted((a, b) => a.cells.length - b.cells.length);
}
