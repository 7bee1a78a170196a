/**
 * @module The columns of a decision table as a grid shows them, and what each of its cells reads.
 */
import {
  showCell,
  showOutput,
  type DecisionTable,
  type InputDefinition,
  type OutputDefinition,
  type TableRow,
} from '@shopdesk/core/policies';
import type { Language } from '../../kit/language.ts';
import { gridWords } from './grid-words.ts';

interface Frame {
  readonly key: string;
  readonly title: string;
  /** In rem; it grows where there is room. */
  readonly width: number;
}
export type GridColumn =
  | (Frame & { readonly kind: 'id' | 'clause' | 'origin' })
  | (Frame & { readonly kind: 'input'; readonly input: InputDefinition })
  | (Frame & { readonly kind: 'output'; readonly output: OutputDefinition });

const INPUT_WIDTHS: Partial<Record<InputDefinition['type'], number>> = {
  boolean: 7,
  number: 8,
  money: 9,
  duration: 9,
  monthDay: 9,
};
const OUTPUT_WIDTHS: Partial<Record<OutputDefinition['type'], number>> = {
  boolean: 7,
  number: 7,
  money: 8,
  due: 14,
  set: 13,
};

/** Id first, then facts, answers, the clause and where it comes from. */
export function columnsOf(table: DecisionTable, language: Language): GridColumn[] {
  const words = language.words(gridWords);
  return [
    { kind: 'id', key: 'id', title: words.row, width: 8.5 },
    ...table.inputs.map((input): GridColumn => ({
      kind: 'input',
      key: input.name,
      title: language.of(input.label),
      width: INPUT_WIDTHS[input.type] ?? 12,
      input,
    })),
    ...table.outputs.map((output): GridColumn => ({
      kind: 'output',
      key: output.name,
      title: language.of(output.label),
      width: OUTPUT_WIDTHS[output.type] ?? 9,
      output,
    })),
    { kind: 'clause', key: 'clause', title: words.clause, width: 22 },
    { kind: 'origin', key: 'origin', title: words.origin, width: 9 },
  ];
}

function safely(show: () => string, value: unknown): string {
  try {
    return show();
  } catch {
    // A draft may hold a cell that does not fit its column; the check beside it says so, here it is shown as written.
    return JSON.stringify(value);
  }
}

/** What a cell reads in the reader's language. */
export function cellText(column: GridColumn, row: TableRow, language: Language, currency: string): string {
  const words = language.words(gridWords);
  if (column.kind === 'id') return row.id;
  if (column.kind === 'clause') return language.of(row.clause);
  if (column.kind === 'origin') return `${row.source} · ${row.asOf}`;
  if (column.kind === 'output')
    return safely(
      () => language.of(showOutput(column.output, row.answer[column.key], currency)),
      row.answer[column.key],
    );
  if (column.kind !== 'input') return '';
  const cell = row.when[column.key];
  return cell === undefined || cell === '-'
    ? words.any
    : safely(() => language.of(showCell(column.input, cell, currency)), cell);
}

/** Whether the row holds the text anywhere a reader sees it. */
export const rowHolds = (
  row: TableRow,
  columns: readonly GridColumn[],
  text: string,
  reading: { language: Language; currency: string },
): boolean =>
  columns.some((column) =>
    cellText(column, row, reading.language, reading.currency).toLocaleLowerCase().includes(text),
  );
