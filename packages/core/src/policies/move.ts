/**
 * @module The smallest moves of one fact into or out of a cell, and how they read: until when, how much short, with
 * what.
 */
import { domainOf, formatSet, intervalsOf, namesOf } from './cell.ts';
import { instantAfter, instantOf, type FactValue } from './facts.ts';
import type { Question } from './hits.ts';
import { formatKey, scalarOf, type Key, type Showing } from './scalar.ts';
import type { InputDefinition } from './table-schema.ts';
import { inBoth, type Text } from './text.ts';
import { after, before, type Interval, type ValueSet } from './value-set.ts';
import { formatStoreTime } from './zoned-day.ts';

/** How a change reads. */
export type ChangeForm = 'UNTIL' | 'WAS_UNTIL' | 'FROM' | 'SHORT_BY' | 'OVER_BY' | 'UP_TO' | 'AT_LEAST' | 'IF';

/** One fact changed: an amount, the clock of the case, or a name of a closed list. */
export type Move = { readonly input: InputDefinition; readonly facts: Readonly<Record<string, FactValue>> } & (
  | { readonly kind: 'amount'; readonly from: number; readonly to: number }
  | { readonly kind: 'clock'; readonly back: boolean; readonly edge: number }
  | { readonly kind: 'name'; readonly name: string }
);

/** A cell and where the facts stand. */
export interface Place {
  readonly input: InputDefinition;
  readonly key: Key | null;
  readonly set: ValueSet;
}

/** A move in words. */
export interface ToldMove {
  readonly form: ChangeForm;
  readonly text: Text;
  /** Milliseconds since the epoch: from when it is late or allowed. */
  readonly instant?: number;
  /** How far away, in the column's unit. */
  readonly difference?: number;
}

/** A derived column follows the clock of the case; what happened before cannot be moved. */
function clockMove(
  input: InputDefinition,
  edge: (anchor: number) => number,
  back: boolean,
  { facts }: Question,
): Move[] {
  const { derived } = input;
  const anchor = derived?.to === 'at' ? instantOf(facts, derived.from) : null;
  if (anchor === null) return [];
  const at = edge(anchor);
  return [{ kind: 'clock', input, back, edge: at, facts: { at: back ? at - 1 : at } }];
}

function amountMove(input: InputDefinition, from: number, to: number): Move {
  return { kind: 'amount', input, from, to, facts: { [input.name]: scalarOf(input, to) } };
}

function nameMove(input: InputDefinition, name: string): Move {
  return { kind: 'name', input, name, facts: { [input.name]: scalarOf(input, name) } };
}

function isClock(input: InputDefinition, { facts }: Question): boolean {
  return input.derived !== undefined && facts[input.name] === undefined;
}

/** Moves an ordered fact to `to`; later on the clock, or back to the last moment at which the column held it. */
function moveTo(input: InputDefinition, key: number, to: number, question: Question): Move[] {
  if (!isClock(input, question)) return [amountMove(input, key, to)];
  const { measure } = input.derived!;
  const last = to > key ? to - 1 : to;
  return clockMove(input, (anchor) => instantAfter(measure, last, anchor, question.store), to < key, question);
}

function nearestEnd(intervals: readonly Interval[], key: number, input: InputDefinition): number | undefined {
  const ends = intervals.map(([low, high]) => (key < low ? low : before(input, high)));
  return ends.toSorted((a, b) => Math.abs(a - key) - Math.abs(b - key))[0];
}

/** Moves that would make the fact meet the cell. */
export function movesInto({ input, key, set }: Place, question: Question): Move[] {
  if (set.kind === 'named') return set.others ? [] : [...set.names].map((name) => nameMove(input, name));
  const to = typeof key === 'number' ? nearestEnd(intervalsOf(set), key, input) : undefined;
  return to === undefined ? [] : moveTo(input, key as number, to, question);
}

/** Moves that would make the fact no longer meet the cell. Time only runs forward. */
export function movesOutOf({ input, key, set }: Place, question: Question): Move[] {
  if (set.kind === 'named')
    return (namesOf(input) ?? []).filter((name) => !set.names.has(name)).map((name) => nameMove(input, name));
  const held = intervalsOf(set).find(([low, high]) => typeof key === 'number' && key >= low && key < high);
  if (!held || typeof key !== 'number') return [];
  const [least, end] = domainOf(input);
  const up = held[1] < end ? moveTo(input, key, held[1], question) : [];
  const down = held[0] > least && !isClock(input, question) ? [amountMove(input, key, before(input, held[0]))] : [];
  return [...up, ...down];
}

const SENTENCES: Record<ChangeForm, (what: string, label: Text) => Text> = {
  UNTIL: (what) => ({ zh: `截至 ${what}（店铺时间）`, en: `until ${what} store time` }),
  WAS_UNTIL: (what) => ({ zh: `已于 ${what}（店铺时间）截止`, en: `it was possible until ${what} store time` }),
  FROM: (what) => ({ zh: `自 ${what}（店铺时间）起`, en: `from ${what} store time` }),
  SHORT_BY: (what, label) => ({ zh: `${label.zh}还差 ${what}`, en: `${what} short (${label.en})` }),
  OVER_BY: (what, label) => ({ zh: `${label.zh}超出 ${what}`, en: `${what} over (${label.en})` }),
  UP_TO: (what, label) => ({ zh: `${label.zh}不超过 ${what}`, en: `up to ${what} (${label.en})` }),
  AT_LEAST: (what, label) => ({ zh: `${label.zh}不低于 ${what}`, en: `at least ${what} (${label.en})` }),
  IF: (what, label) => ({ zh: `${label.zh}：${what}`, en: `${label.en}: ${what}` }),
};

function sentence(form: ChangeForm, input: InputDefinition, write: (language: keyof Text) => string): Text {
  const told = SENTENCES[form];
  return inBoth((language) => told(write(language), input.label)[language]);
}

function tellAmount(move: Move & { kind: 'amount' }, better: boolean, showing: Showing): ToldMove {
  const { input, from, to } = move;
  const up = to > from;
  const distance = Math.abs(to - from);
  const edge = up ? before(input, to) : after(input, to);
  // Upwards, "up to" unless more would help; downwards, "over by" unless it would hurt.
  const form = up ? (better ? 'SHORT_BY' : 'UP_TO') : better ? 'OVER_BY' : 'AT_LEAST';
  const shown = form === 'SHORT_BY' || form === 'OVER_BY' ? distance : edge;
  return {
    form,
    text: sentence(form, input, (language) => formatKey(input, shown, language, showing)),
    difference: distance,
  };
}

/** Writes a move, knowing whether it would help the one who asks. */
export function tellMove(move: Move, better: boolean, showing: Showing): ToldMove {
  const { input } = move;
  if (move.kind === 'amount') return tellAmount(move, better, showing);
  if (move.kind === 'clock') {
    const form = move.back ? 'WAS_UNTIL' : better ? 'FROM' : 'UNTIL';
    const shown = formatStoreTime(form === 'FROM' ? move.edge : move.edge - 1, showing.zone ?? 'UTC');
    return {
      form,
      text: SENTENCES[form](shown, input.label),
      instant: move.edge,
    };
  }
  const phrase = input.type === 'boolean' ? (move.name === 'true' ? input.whenTrue : input.whenFalse) : undefined;
  return { form: 'IF', text: phrase ?? textOfNames(input, [move.name], showing) };
}

/** One text for several names of one column. */
export function textOfNames(input: InputDefinition, names: readonly string[], showing: Showing): Text {
  const set: ValueSet = { kind: 'named', names: new Set(names), others: false, unknown: false };
  return sentence('IF', input, (language) => formatSet(input, set, language, showing));
}
