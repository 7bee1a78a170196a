/**
 * @module One column of a compiled table: its values cut into segments at the rows' boundaries, and per segment the
 * rows that admit it as bits. A decision looks up one segment per column and intersects the bits, so its cost hardly
 * grows with the rows.
 */
import { domainOf, namesOf } from './cell.ts';
import type { Key } from './scalar.ts';
import type { InputDefinition } from './table-schema.ts';
import { has, isOrdered, type ValueSet } from './value-set.ts';

/** A compiled column. */
export interface Column {
  readonly input: InputDefinition;
  /** Disjoint sets that together are the column's domain. */
  readonly segments: readonly ValueSet[];
  /** `words` 32-bit words per segment; bit `row % 32` of word `row / 32` is set when the row admits the segment. */
  readonly bits: Uint32Array;
  readonly words: number;
  /** Whether any row restricts the column. */
  readonly restricts: boolean;
  /** The segment of a value; −1 when the column cannot hold it. */
  find(key: Key | null): number;
}

function admitted(set: ValueSet, rows: readonly ValueSet[], probe: Key | null, words: number): Uint32Array {
  const bits = new Uint32Array(words);
  rows.forEach((row, index) => {
    const inside =
      probe === null
        ? row.unknown
        : set.kind === 'named' && set.others && probe === ''
          ? othersIn(row)
          : has(row, probe);
    if (inside) bits[index >> 5]! |= 1 << (index & 31);
  });
  return bits;
}

function othersIn(row: ValueSet): boolean {
  return row.kind === 'named' && row.others;
}

interface Segment {
  readonly set: ValueSet;
  readonly probe: Key | null;
}

function orderedSegments(
  input: InputDefinition,
  rows: readonly ValueSet[],
): { segments: Segment[]; cuts: Float64Array } {
  const [low, high] = domainOf(input);
  const all = new Set([low, high]);
  for (const row of rows) if (row.kind === 'ordered') for (const [from, to] of row.intervals) all.add(from).add(to);
  const cuts = Float64Array.from(all).sort();
  const segments: Segment[] = [];
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const from = cuts[index]!;
    segments.push({ set: { kind: 'ordered', intervals: [[from, cuts[index + 1]!]], unknown: false }, probe: from });
  }
  return { segments, cuts };
}

function findOrdered(cuts: Float64Array, unknown: number): Column['find'] {
  return (key) => {
    if (key === null) return unknown;
    const value = key as number;
    let low = 0;
    let high = cuts.length - 1;
    if (!(value >= cuts[0]!) || (value >= cuts[high]! && cuts[high] !== Infinity)) return -1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (cuts[middle]! <= value) low = middle;
      else high = middle;
    }
    return low;
  };
}

function namedSegments(input: InputDefinition, rows: readonly ValueSet[]): Segment[] {
  const closed = namesOf(input);
  const names = new Set(closed);
  if (!closed) for (const row of rows) if (row.kind === 'named') for (const name of row.names) names.add(name);
  const segments = [...names].map((name): Segment => ({
    set: { kind: 'named', names: new Set([name]), others: false, unknown: false },
    probe: name,
  }));
  if (!closed) segments.push({ set: { kind: 'named', names, others: true, unknown: false }, probe: '' });
  return segments;
}

/** Names that no row tells apart share a segment. */
function grouped(
  segments: readonly Segment[],
  bitsOf: (segment: Segment) => Uint32Array,
): { sets: ValueSet[]; bits: Uint32Array[]; place: number[] } {
  const known = new Map<string, number>();
  const sets: ValueSet[] = [];
  const bits: Uint32Array[] = [];
  const place = segments.map((segment) => {
    const own = bitsOf(segment);
    const open = segment.set.kind === 'named' && segment.set.others;
    const signature = `${open} ${own.join(',')}`;
    const at = known.get(signature);
    const earlier = at === undefined ? undefined : sets[at];
    if (at !== undefined && earlier?.kind === 'named' && segment.set.kind === 'named') {
      sets[at] = { ...earlier, names: new Set([...earlier.names, ...segment.set.names]) };
      return at;
    }
    known.set(signature, sets.length);
    sets.push(segment.set);
    bits.push(own);
    return sets.length - 1;
  });
  return { sets, bits, place };
}

function findNamed(segments: readonly Segment[], place: readonly number[], unknown: number): Column['find'] {
  const byName = new Map<Key, number>();
  let others = -1;
  segments.forEach(({ set, probe }, index) => {
    if (set.kind === 'named' && set.others) others = place[index]!;
    else if (probe !== null) byName.set(probe, place[index]!);
  });
  return (key) => (key === null ? unknown : (byName.get(key) ?? others));
}

/** Compiles one column from the sets of its rows. */
export function compileColumn(input: InputDefinition, rows: readonly ValueSet[], restricts: boolean): Column {
  const words = Math.max(1, Math.ceil(rows.length / 32));
  const bitsOf = ({ set, probe }: Segment): Uint32Array => admitted(set, rows, probe, words);
  const ordered = isOrdered(input);
  const { segments, cuts } = ordered
    ? orderedSegments(input, rows)
    : { segments: namedSegments(input, rows), cuts: new Float64Array() };
  const { sets, bits, place } = ordered
    ? { sets: segments.map((one) => one.set), bits: segments.map(bitsOf), place: [] }
    : grouped(segments, bitsOf);
  const unknown = input.nullable ? sets.length : -1;
  if (input.nullable) {
    const set: ValueSet = ordered
      ? { kind: 'ordered', intervals: [], unknown: true }
      : { kind: 'named', names: new Set(), others: false, unknown: true };
    sets.push(set);
    bits.push(bitsOf({ set, probe: null }));
  }
  const flat = new Uint32Array(sets.length * words);
  bits.forEach((own, index) => flat.set(own, index * words));
  const find = ordered ? findOrdered(cuts, unknown) : findNamed(segments, place, unknown);
  return { input, segments: sets, bits: flat, words, restricts, find };
}
