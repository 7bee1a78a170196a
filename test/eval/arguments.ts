/**
 * @module What the evaluations are told on the command line: `--train FILE --test FILE`.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

/** A row of a labelled CSV file by column. */
export type Row = Readonly<Record<string, string>>;

const valueOf = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

/** Reads a CSV file with a header, with or without a byte-order mark; ends the process with a message if it cannot. */
export function readRows(file: string, columns: readonly string[]): Row[] {
  try {
    const rows = parse(readFileSync(file), {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
    }) as Row[];
    const missing = columns.filter((column) => rows[0] === undefined || !(column in rows[0]));
    if (missing.length > 0) throw new Error(`no rows or no column ${missing.join(', ')}`);
    return rows;
  } catch (cause) {
    return stop(`Cannot read ${file}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** The rows of `--train` and `--test`; without them ends the process and says how to call it. */
export function readSplit(command: string, columns: readonly string[]): { train: Row[]; test: Row[] } {
  const [train, test] = [valueOf('train'), valueOf('test')];
  if (!train || !test) return stop(`Usage: pnpm ${command} --train FILE --test FILE (CSV with ${columns.join(',')})`);
  return { train: readRows(train, columns), test: readRows(test, columns) };
}

export function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

/** The rows of a file beside this folder, or without one those of `--test`; undefined when that is not given. */
export function optionalRows(own?: string): Row[] | undefined {
  const columns = ['text', 'language', 'label'];
  const file = own === undefined ? valueOf('test') : fileURLToPath(new URL(`../${own}`, import.meta.url));
  return file ? readRows(file, columns) : undefined;
}
