/**
 * @module What differs between two versions of a pack: tables, rows, single cells, order.
 */
import { cellSet, formatSet } from './cell.ts';
import { showOutput } from './output-text.ts';
import type { PolicyPack } from './pack-schema.ts';
import type { Cell, DecisionTable, InputDefinition, OutputValue, TableRow } from './table-schema.ts';
import { inBoth, type Text } from './text.ts';

/** One difference. `before` or `after` is missing where something was added or removed. */
export interface Difference {
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED' | 'MOVED';
  readonly table?: string;
  readonly row?: string;
  /** The input, output or property that differs. */
  readonly field?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** Both sides as a person reads them. */
  readonly shown: { readonly before: Text; readonly after: Text };
}

const NOTHING: Text = { zh: '—', en: '—' };

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function plain(value: unknown): Text {
  if (value === undefined || value === null) return NOTHING;
  if (typeof value === 'object' && 'zh' in value && 'en' in value)
    return { zh: String(value.zh), en: String(value.en) };
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return { zh: text, en: text };
}

/** A cell in words; '-' for anything. */
export function showCell(input: InputDefinition, cell: Cell | undefined, currency?: string): Text {
  if (cell === undefined || cell === '-') return { zh: '-', en: '-' };
  return inBoth((language) => formatSet(input, cellSet(input, cell), language, currency ? { currency } : {}));
}

function showAnswer(table: DecisionTable, name: string, value: OutputValue | undefined): Text {
  const output = table.outputs.find((one) => one.name === name);
  return output ? showOutput(output, value, table.currency) : plain(value);
}

interface Sides {
  readonly before: DecisionTable;
  readonly after: DecisionTable;
}

function safely(show: () => Text, value: unknown): Text {
  try {
    return show();
  } catch {
    // A draft may hold a cell that does not fit its column yet; it is shown as written.
    return plain(value);
  }
}

function cellDifferences({ before, after }: Sides, a: TableRow, b: TableRow): Difference[] {
  const names = new Set([...Object.keys(a.when), ...Object.keys(b.when)]);
  return [...names].flatMap((name): Difference[] => {
    const [from, to] = [a.when[name] ?? '-', b.when[name] ?? '-'];
    if (same(from, to)) return [];
    const input = after.inputs.find((one) => one.name === name) ?? before.inputs.find((one) => one.name === name);
    const show = (cell: Cell): Text =>
      safely(() => (input ? showCell(input, cell, after.currency) : plain(cell)), cell);
    return [
      {
        kind: 'CHANGED',
        table: after.code,
        row: b.id,
        field: name,
        before: from,
        after: to,
        shown: { before: show(from), after: show(to) },
      },
    ];
  });
}

function outputDifferences({ before, after }: Sides, a: TableRow, b: TableRow): Difference[] {
  const names = new Set([...Object.keys(a.answer), ...Object.keys(b.answer)]);
  return [...names].flatMap((name): Difference[] => {
    const [from, to] = [a.answer[name], b.answer[name]];
    if (same(from, to)) return [];
    return [
      {
        kind: 'CHANGED',
        table: after.code,
        row: b.id,
        field: name,
        before: from,
        after: to,
        shown: { before: showAnswer(before, name, from), after: showAnswer(after, name, to) },
      },
    ];
  });
}

const ROW_FIELDS = [
  'rules',
  'source',
  'asOf',
  'volatile',
  'condition',
  'clause',
  'told',
  'priority',
  'final',
  'evenIfExcluded',
] as const;
const TABLE_FIELDS = [
  'title',
  'decision',
  'role',
  'hitPolicy',
  'aggregate',
  'currency',
  'complete',
  'inputs',
  'outputs',
] as const;
const PACK_FIELDS = ['title', 'layer', 'asOf', 'banner', 'conflict', 'statutoryLayer', 'basePack', 'kinder'] as const;

function fieldDifferences<T extends object>(
  a: T,
  b: T,
  fields: readonly (keyof T & string)[],
  at: { table?: string; row?: string },
): Difference[] {
  return fields.flatMap((field): Difference[] => {
    if (same(a[field], b[field])) return [];
    return [
      {
        kind: 'CHANGED',
        ...at,
        field,
        before: a[field],
        after: b[field],
        shown: { before: plain(a[field]), after: plain(b[field]) },
      },
    ];
  });
}

/** Rows that changed place among those that both versions have; their order matters under FIRST. */
function moved({ before, after }: Sides): Difference[] {
  const kept = (table: DecisionTable, other: DecisionTable): string[] =>
    table.rows.map((row) => row.id).filter((id) => other.rows.some((row) => row.id === id));
  const [from, to] = [kept(before, after), kept(after, before)];
  return to.flatMap((id, index): Difference[] => {
    const earlier = from.indexOf(id);
    if (earlier === index) return [];
    return [
      {
        kind: 'MOVED',
        table: after.code,
        row: id,
        before: earlier + 1,
        after: index + 1,
        shown: { before: plain(earlier + 1), after: plain(index + 1) },
      },
    ];
  });
}

function present(
  kind: 'ADDED' | 'REMOVED',
  value: TableRow | DecisionTable,
  text: Text,
  at: { table: string; row?: string },
): Difference {
  const added = kind === 'ADDED';
  return {
    kind,
    ...at,
    ...(added ? { after: value } : { before: value }),
    shown: { before: added ? NOTHING : text, after: added ? text : NOTHING },
  };
}

/** What differs between two versions of a table. */
export function diffTables(before: DecisionTable, after: DecisionTable): Difference[] {
  const sides = { before, after };
  const removed = before.rows.filter((row) => !after.rows.some((other) => other.id === row.id));
  return [
    ...fieldDifferences(before, after, TABLE_FIELDS, { table: after.code }),
    ...removed.map((row) => present('REMOVED', row, row.clause, { table: after.code, row: row.id })),
    ...after.rows.flatMap((row): Difference[] => {
      const old = before.rows.find((other) => other.id === row.id);
      if (!old) return [present('ADDED', row, row.clause, { table: after.code, row: row.id })];
      const at = { table: after.code, row: row.id };
      return [
        ...cellDifferences(sides, old, row),
        ...outputDifferences(sides, old, row),
        ...fieldDifferences(old, row, ROW_FIELDS, at),
      ];
    }),
    ...moved(sides),
  ];
}

/** What differs between two versions of a pack. */
export function diff(before: PolicyPack, after: PolicyPack): Difference[] {
  const removed = before.tables.filter((table) => !after.tables.some((other) => other.code === table.code));
  return [
    ...fieldDifferences(before, after, PACK_FIELDS, {}),
    ...removed.map((table) => present('REMOVED', table, table.title, { table: table.code })),
    ...after.tables.flatMap((table) => {
      const old = before.tables.find((other) => other.code === table.code);
      return old ? diffTables(old, table) : [present('ADDED', table, table.title, { table: table.code })];
    }),
  ];
}
