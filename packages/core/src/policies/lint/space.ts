/**
 * @module The space of all facts of one or more tables, cut into segments, and the exact search for a point inside some
 * rows and outside others.
 */
import { compileColumn, type Column } from '../column-index.ts';
import { cellSet, sampleOf, universe } from '../cell.ts';
import { scalarOf } from '../scalar.ts';
import type { InputDefinition, Scalar, TableRow } from '../table-schema.ts';
import type { CompiledTable } from '../compile.ts';
import { normalise, type ValueSet } from '../value-set.ts';

/** Per column, 1 for each segment that belongs to the box. */
export type Box = readonly Uint8Array[];

/** Columns with their segments, and each row as a box of them. */
export interface Space {
  readonly columns: readonly Column[];
  readonly boxes: ReadonlyMap<TableRow, Box>;
}

/** One segment per column. */
export type Point = readonly number[];

/** Thrown when the search would take too long to be exact. */
export class TooComplex extends Error {
  constructor() {
    super('The rows are too entangled to be checked exactly.');
    this.name = 'TooComplex';
  }
}

const MOST_STEPS = 100_000;

/**
 * What checks may spend together, in cells compared, so that a table of any size is answered within a second or two.
 */
export interface Effort {
  left: number;
}

/** Enough for a thousand rows that are not entangled. */
export const newEffort = (): Effort => ({ left: 40_000_000 });

function sameKind(a: InputDefinition, b: InputDefinition): boolean {
  return a.name === b.name && a.type === b.type && a.integer === b.integer;
}

/** Tables may know different values of one column; together they know all. */
function joined(a: InputDefinition, b: InputDefinition): InputDefinition {
  const more = (b.values ?? []).filter((value) => !a.values?.some((known) => known.value === value.value));
  return {
    ...a,
    ...(a.values ? { values: [...a.values, ...more] } : {}),
    ...(a.nullable || b.nullable ? { nullable: true } : {}),
  };
}

function inputsOf(tables: readonly CompiledTable[]): InputDefinition[] {
  const inputs: InputDefinition[] = [];
  for (const input of tables.flatMap(({ table }) => table.inputs)) {
    const at = inputs.findIndex((known) => sameKind(known, input));
    if (at < 0) inputs.push(input);
    else inputs[at] = joined(inputs[at]!, input);
  }
  return inputs;
}

function setOf(input: InputDefinition, row: TableRow, { table }: CompiledTable): ValueSet {
  const own = table.inputs.find((known) => sameKind(known, input));
  return own ? cellSet(input, row.when[input.name]) : universe(input);
}

/** Lays tables over each other: a column that a table does not have does not matter to its rows. */
export function spaceOf(tables: readonly CompiledTable[]): Space {
  const rows = tables.flatMap((table) => table.rows.map(({ row }) => ({ row, table })));
  const columns = inputsOf(tables).map((input) =>
    compileColumn(
      input,
      rows.map(({ row, table }) => setOf(input, row, table)),
      true,
    ),
  );
  const boxes = new Map<TableRow, Box>();
  rows.forEach(({ row }, index) => {
    const box = columns.map(({ bits, words, segments }) =>
      Uint8Array.from(segments, (_, segment) => (bits[segment * words + (index >> 5)]! >>> (index & 31)) & 1),
    );
    boxes.set(row, box);
  });
  return { columns, boxes };
}

/** The box of everything. */
export function wholeBox({ columns }: Space): Box {
  return columns.map(({ segments }) => new Uint8Array(segments.length).fill(1));
}

/**
 * The rows of a one-table space, from one place to before another, that share facts with a box; by the columns' bits
 * rather than pair by pair.
 */
export function rowsMeeting({ columns }: Space, box: Box, { from, to }: { from: number; to: number }): number[] {
  const words = Math.ceil(to / 32);
  const shared = new Uint32Array(words).fill(0xffffffff);
  columns.forEach((column, at) => {
    const inside = box[at]!;
    if (!inside.includes(0)) return;
    const meeting = new Uint32Array(words);
    inside.forEach((chosen, segment) => {
      if (chosen === 1)
        for (let word = 0; word < words; word += 1) meeting[word]! |= column.bits[segment * column.words + word]!;
    });
    for (let word = 0; word < words; word += 1) shared[word]! &= meeting[word]!;
  });
  const rows: number[] = [];
  for (let row = from; row < to; row += 1) if ((shared[row >> 5]! >>> (row & 31)) & 1) rows.push(row);
  return rows;
}

/** What two boxes share; undefined when nothing. */
export function meet(a: Box, b: Box): Box | undefined {
  const shared = a.map((column, at) => column.map((inside, segment) => inside & b[at]![segment]!));
  return shared.every((column) => column.includes(1)) ? shared : undefined;
}

interface Search {
  readonly order: readonly number[];
  readonly allowed: readonly (readonly number[])[];
  readonly covers: readonly Box[];
  /** The last place in `order` at which a cover leaves something out. */
  readonly lastLimit: readonly number[];
  readonly dead: Set<string>;
  readonly effort: Effort;
  steps: number;
}

function branches(search: Search, column: number, live: readonly number[]): { segment: number; rest: number[] }[] {
  const seen = new Map<string, { segment: number; rest: number[] }>();
  search.effort.left -= live.length * search.allowed[column]!.length;
  if (search.effort.left < 0) throw new TooComplex();
  for (const segment of search.allowed[column]!) {
    const rest = live.filter((cover) => search.covers[cover]![column]![segment] === 1);
    const key = rest.join();
    if (!seen.has(key)) seen.set(key, { segment, rest });
  }
  return [...seen.values()].toSorted((a, b) => a.rest.length - b.rest.length);
}

function descend(search: Search, place: number, live: readonly number[], point: number[]): boolean {
  if (live.length === 0) return true;
  if (place === search.order.length || live.some((cover) => search.lastLimit[cover]! < place)) return false;
  const key = `${place}:${live.join()}`;
  if (search.dead.has(key)) return false;
  search.steps += 1;
  if (search.steps > MOST_STEPS) throw new TooComplex();
  const column = search.order[place]!;
  for (const { segment, rest } of branches(search, column, live)) {
    point[column] = segment;
    if (descend(search, place + 1, rest, point)) return true;
    point[column] = search.allowed[column]![0]!;
  }
  search.dead.add(key);
  return false;
}

function prepare(inside: Box, covers: readonly Box[], effort: Effort): Search {
  const allowed = inside.map((column) => [...column.keys()].filter((segment) => column[segment] === 1));
  const limits = (cover: Box, column: number): boolean =>
    allowed[column]!.some((segment) => cover[column]![segment] === 0);
  const weight = inside.map((_, column) => covers.filter((cover) => limits(cover, column)).length);
  const order = [...inside.keys()].toSorted((a, b) => weight[b]! - weight[a]!);
  const lastLimit = covers.map((cover) => order.findLastIndex((column) => limits(cover, column)));
  return { order, allowed, covers, lastLimit, dead: new Set(), effort, steps: 0 };
}

/**
 * Finds a point inside the box and outside all covers; undefined proves there is none. Throws {@link TooComplex}.
 */
export function pointOutside(inside: Box, covers: readonly Box[], effort: Effort = newEffort()): Point | undefined {
  if (inside.some((column) => !column.includes(1))) return undefined;
  const search = prepare(inside, covers, effort);
  const point = search.allowed.map((segments) => segments[0]!);
  return descend(search, 0, [...covers.keys()], point) ? point : undefined;
}

/** Per cover, the columns that keep it apart from the box. */
interface Apart {
  readonly cover: Box;
  readonly columns: Set<number>;
}

function grow(column: number, inside: Uint8Array, chosen: Uint8Array, apart: readonly Apart[]): void {
  for (const [segment, possible] of inside.entries()) {
    if (possible === 0 || chosen[segment] === 1) continue;
    const reached = apart.filter(({ cover, columns }) => cover[column]![segment] === 1 && columns.has(column));
    if (reached.some(({ columns }) => columns.size === 1)) continue;
    chosen[segment] = 1;
    for (const { columns } of reached) columns.delete(column);
  }
}

/** Widens a point to a largest box around it that stays inside and touches no cover. */
export function widen(point: Point, inside: Box, covers: readonly Box[]): Box {
  const box = point.map((segment, column) => Uint8Array.from(inside[column]!, (_, at) => Number(at === segment)));
  const apart = covers.map((cover): Apart => ({
    cover,
    columns: new Set(point.flatMap((segment, column) => (cover[column]![segment] === 1 ? [] : [column]))),
  }));
  box.forEach((chosen, column) => grow(column, inside[column]!, chosen, apart));
  return box;
}

/** The values of one column of a box. */
export function columnSet({ segments }: Column, chosen: Uint8Array): ValueSet {
  const sets = segments.filter((_, segment) => chosen[segment] === 1);
  const unknown = sets.some((set) => set.unknown);
  if (segments.some((set) => set.kind === 'ordered')) {
    return {
      kind: 'ordered',
      intervals: normalise(sets.flatMap((set) => (set.kind === 'ordered' ? set.intervals : []))),
      unknown,
    };
  }
  const namesIn = (list: readonly ValueSet[]): string[] =>
    list.flatMap((set) => (set.kind === 'named' && !set.others ? [...set.names] : []));
  const others = sets.some((set) => set.kind === 'named' && set.others);
  const names = others ? namesIn(segments).filter((name) => !namesIn(sets).includes(name)) : namesIn(sets);
  return { kind: 'named', names: new Set(names), others, unknown };
}

/** A fact vector in the box, as one could write it. */
export function exampleIn({ columns }: Space, box: Box): Record<string, Scalar | null> {
  return Object.fromEntries(
    columns.map((column, at) => {
      const key = sampleOf(column.input, columnSet(column, box[at]!));
      return [column.input.name, key === null ? null : scalarOf(column.input, key)];
    }),
  );
}
