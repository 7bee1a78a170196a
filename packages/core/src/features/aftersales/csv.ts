/**
 * @module Tables as CSV that a spreadsheet opens with correct Chinese (a UTF-8 mark) and that cannot carry a formula into it.
 */

const BYTE_ORDER_MARK = '\uFEFF';
/** A cell that begins so is a formula to a spreadsheet; an apostrophe makes it text. Plain numbers stay numbers. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

export type CsvCell = string | number | null;

function written(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV with CRLF line ends (RFC 4180). */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string => BYTE_ORDER_MARK + rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');
