/**
 * @module Changes of a policy pack as pure functions, and a history that takes them back.
 */
import type { Cell, DecisionTable, OutputValue, PolicyPack, TableRow } from '@shopdesk/core/policies';

export type RowFields = Partial<Omit<TableRow, 'when' | 'answer'>>;

/** Where a row is. */
export interface RowPlace {
  readonly table: string;
  readonly row: string;
}

const inTable = (pack: PolicyPack, code: string, change: (table: DecisionTable) => DecisionTable): PolicyPack => ({
  ...pack,
  tables: pack.tables.map((table) => (table.code === code ? change(table) : table)),
});

const inRow = (pack: PolicyPack, { table, row }: RowPlace, change: (found: TableRow) => TableRow): PolicyPack =>
  inTable(pack, table, (found) => ({ ...found, rows: found.rows.map((one) => (one.id === row ? change(one) : one)) }));

/** Anything is what a cell says when it is left out. */
export const withCell = (pack: PolicyPack, place: RowPlace, column: string, cell: Cell): PolicyPack =>
  inRow(pack, place, (row) => {
    const { [column]: _before, ...others } = row.when;
    return { ...row, when: cell === '-' ? others : { ...others, [column]: cell } };
  });

export const withAnswer = (pack: PolicyPack, place: RowPlace, column: string, value: OutputValue): PolicyPack =>
  inRow(pack, place, (row) => ({ ...row, answer: { ...row.answer, [column]: value } }));

/** Changes what a row is besides its cells; a field that becomes undefined is taken out. */
export const withRowFields = (
  pack: PolicyPack,
  place: RowPlace,
  fields: { readonly [K in keyof RowFields]: RowFields[K] | undefined },
): PolicyPack =>
  inRow(
    pack,
    place,
    (row) =>
      Object.fromEntries(Object.entries({ ...row, ...fields }).filter(([, value]) => value !== undefined)) as TableRow,
  );

/** An id that the table does not have yet: `OWN-02` after `OWN-01`. */
export function freeRowId(table: DecisionTable, like = `${table.code}-01`): string {
  const [, stem = like, digits = ''] = /^(.*?)(\d*)$/.exec(like) ?? [];
  const taken = new Set(table.rows.map(({ id }) => id));
  let next = Number(digits || '0') + (taken.has(like) ? 1 : 0);
  const named = () =>
    `${stem}${digits ? '' : '-'}${String(Math.max(1, next)).padStart(Math.max(2, digits.length), '0')}`;
  while (taken.has(named())) next += 1;
  return named();
}

/** What a new row answers before somebody says otherwise: the least favourable, or nothing. */
function blankAnswer({ outputs }: DecisionTable): TableRow['answer'] {
  return Object.fromEntries(
    outputs.map(({ name, type, values }) => [
      name,
      type === 'enum' ? (values?.[0]?.value ?? null) : type === 'set' ? [] : type === 'boolean' ? false : null,
    ]),
  );
}

/** Puts a row into a table, after another one or at the end; answers its id too. */
export function withNewRow(
  pack: PolicyPack,
  code: string,
  { after, day, from }: { after?: string | undefined; day: string; from?: Partial<TableRow> },
): { pack: PolicyPack; id: string } {
  const table = pack.tables.find((one) => one.code === code);
  if (!table) return { pack, id: '' };
  const id = freeRowId(table, from?.id ?? table.rows.at(-1)?.id);
  const { rules: _rules, ...rest } = from ?? {};
  const row: TableRow = {
    source: 'S',
    asOf: day,
    volatile: false,
    when: {},
    answer: blankAnswer(table),
    clause: { zh: '（请填写）', en: '(to be written)' },
    ...rest,
    id,
  };
  const at = after === undefined ? table.rows.length : table.rows.findIndex((one) => one.id === after) + 1;
  return { pack: inTable(pack, code, (found) => ({ ...found, rows: found.rows.toSpliced(at, 0, row) })), id };
}

export const withoutRow = (pack: PolicyPack, { table, row }: RowPlace): PolicyPack =>
  inTable(pack, table, (found) => ({ ...found, rows: found.rows.filter(({ id }) => id !== row) }));

/** Moves a row up (−1) or down (1); at the edge it stays. */
export function withMovedRow(pack: PolicyPack, { table, row }: RowPlace, by: -1 | 1): PolicyPack {
  return inTable(pack, table, (found) => {
    const at = found.rows.findIndex(({ id }) => id === row);
    const to = at + by;
    const moved = found.rows[at];
    if (!moved || to < 0 || to >= found.rows.length) return found;
    return { ...found, rows: found.rows.toSpliced(at, 1).toSpliced(to, 0, moved) };
  });
}

const MOST_STEPS = 200;

/** A pack that is being edited: what is saved, what is shown, and the steps between. */
export class PackHistory {
  saved: PolicyPack;
  present: PolicyPack;
  #past: PolicyPack[] = [];
  #undone: PolicyPack[] = [];

  constructor(saved: PolicyPack) {
    this.saved = saved;
    this.present = saved;
  }

  get dirty(): boolean {
    return this.present !== this.saved && JSON.stringify(this.present) !== JSON.stringify(this.saved);
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  change(next: PolicyPack): void {
    if (next === this.present) return;
    this.#past = [...this.#past.slice(1 - MOST_STEPS), this.present];
    this.#undone = [];
    this.present = next;
  }

  undo(): void {
    const before = this.#past.pop();
    if (!before) return;
    this.#undone.push(this.present);
    this.present = before;
  }

  redo(): void {
    const after = this.#undone.pop();
    if (!after) return;
    this.#past.push(this.present);
    this.present = after;
  }
}
