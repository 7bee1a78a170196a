/**
 * @module Comma-separated values as spreadsheets write and read them (RFC 4180): every table that leaves the desk or
 * comes back is one of these.
 */

/** A row with the line on which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** An amount of money in decimals, which a spreadsheet is to count with. */
export interface CsvDecimal {
  readonly decimal: string;
}
/** The number of a thing (an order, a case, a product), with which nothing is to be counted. */
export interface CsvCode {
  readonly code: string;
}
export type CsvCell = string | number | null | CsvDecimal | CsvCode;

const BYTE_ORDER_MARK = '\ufeff';
/**
 * What a spreadsheet would run as a formula, in ordinary or full-width signs, or turn into another number: it keeps 15
 * digits and no leading zero. An apostrophe makes it text.
 */
const TAKEN = '[=+\\-@＝＋－＠\\t\\r\\n]|0\\d|\\d{12,}';
const OPENS = new RegExp(`^'*(?:${TAKEN})`);
const GUARDED = new RegExp(`^'(?='*(?:${TAKEN}))`);
/** What it would read as a number or as a date: 2022-1, 1E5, MAR-1. */
const NUMERIC = /^'*(?:[\d\s.,:/+\-–eE]+|\d{1,4}[-/ ]?[a-z]{3,9}([-/ ]?\d+)?|[a-z]{3,9}[-/ ]?\d{1,4})$/i;

function closes(source: string, at: number): boolean {
  const quoted = /"[^"]*(?:""[^"]*)*"/y;
  quoted.lastIndex = at;
  return quoted.test(source);
}

/** Reads rows; undefined when a quotation is never closed. */
export function readCsv(text: string): CsvRow[] | undefined {
  const source = text.replace(/^\ufeff/, '');
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let [line, begun, at] = [1, 1, 0];
  const cell = /"([^"]*(?:""[^"]*)*)"([^,\r\n]*)|([^,\r\n"][^,\r\n]*)?/y;
  for (;;) {
    if (source[at] === '"' && !closes(source, at)) return undefined;
    cell.lastIndex = at;
    const [whole = '', quoted, rest = '', bare = ''] = cell.exec(source) ?? [];
    cells.push((quoted === undefined ? bare : quoted.replaceAll('""', '"') + rest).replace(GUARDED, ''));
    line += whole.split('\n').length - 1;
    at += whole.length;
    if (source[at] === ',') {
      at += 1;
      continue;
    }
    if (cells.some((value) => value.trim() !== '')) rows.push({ line: begun, cells });
    if (at >= source.length) return rows;
    at += source.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    begun = line;
    cells = [];
  }
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function written(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return quoted(OPENS.test(cell) ? `'${cell}` : cell);
  if ('decimal' in cell) return cell.decimal;
  return quoted(OPENS.test(cell.code) || NUMERIC.test(cell.code) ? `'${cell.code}` : cell.code);
}

/** Writes rows with a byte order mark, so that a spreadsheet reads Chinese as it is, and CRLF line ends. */
export const writeCsv = (rows: readonly (readonly CsvCell[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');
