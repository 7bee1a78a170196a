/** @module Comma-separated values as spreadsheets write and read them (RFC 4180). */

/** A row with the line on which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A spreadsheet would run what begins like this as a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const GUARDED = /^'(?=[=+\-@\t\r])/;

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

const shownCell = (value: string): string => {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Writes rows with a byte order mark, so that a spreadsheet reads Chinese as it is. */
export const writeCsv = (rows: readonly (readonly string[])[]): string => `\ufeff${rows.map((cells) => cells.map(shownCell).join(',')).join('\r\n')}\r\n`;
