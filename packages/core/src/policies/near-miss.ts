/**
 * @module Rows that just fail: which of their cells the facts do not meet.
 */
import type { Column } from './column-index.ts';
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

const MOST_CELLS = 2;

/** Whether a row's cell in this column admits the key. */
export function admits(column: Column, key: Key | null, row: number): boolean {
  const segment = column.find(key);
  return segment >= 0 && (column.bits[segment * column.words + (row >> 5)]! & (1 << (row & 31))) !== 0;
}

function failuresIn({ depth, layer, table, keys, found }: Asked): Failure[] {
  const failures: Failure[] = [];
  table.rows.forEach((row, index) => {
    if (found.includes(index)) return;
    const cells: FailedCell[] = [];
    for (let at = 0; at < table.columns.length && cells.length <= MOST_CELLS; at += 1) {
      const column = table.columns[at]!;
      const key = keys[at] ?? null;
      if (column.restricts && !admits(column, key, index)) cells.push({ input: column.input, key, set: row.sets[at]! });
    }
    if (cells.length > 0 && cells.length <= MOST_CELLS) failures.push({ hit: { depth, layer, table, row }, cells });
  });
  return failures;
}

/** Rows that fail by one or two cells which the case may yet meet; a row that asks for another claim is not near. */
export function failuresOf({ asked }: Findings): Failure[] {
  return asked
    .flatMap(failuresIn)
    .filter(({ cells }) => cells.every((cell) => !cell.input.fixed))
    .toSorted((a, b) => a.cells.length - b.cells.length);
}
