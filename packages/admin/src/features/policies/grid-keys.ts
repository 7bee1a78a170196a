/** A cell by its row and column, from 0. */
export interface CellAt {
  readonly row: number;
  readonly column: number;
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));

/** Where a key leads from a cell, as the grid pattern has it; undefined for a key that moves nothing. */
export function cellAfter(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  at: CellAt,
  size: { rows: number; columns: number; page: number },
): CellAt | undefined {
  if (event.altKey || event.metaKey) return undefined;
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const all = event.ctrlKey;
  const moves: Record<string, CellAt> = {
    ArrowDown: { ...at, row: at.row + 1 },
    ArrowUp: { ...at, row: at.row - 1 },
    ArrowRight: { ...at, column: at.column + 1 },
    ArrowLeft: { ...at, column: at.column - 1 },
    PageDown: { ...at, row: at.row + size.page },
    PageUp: { ...at, row: at.row - size.page },
    Home: { row: all ? 0 : at.row, column: 0 },
    End: { row: all ? lastRow : at.row, column: lastColumn },
  };
  const to = moves[event.key];
  return to && { row: clamp(to.row, lastRow), column: clamp(to.column, lastColumn) };
}

/** Keys that empty a cell. */
export const isAway = (key: string): boolean => key === 'Delete' || key === 'Backspace';
