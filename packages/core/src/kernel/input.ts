/**
 * @module What data from outside may be, before its schema is asked: how deep JSON may be nested, and that its texts
 * can be stored. Nothing here calls itself, so that no input can exhaust the stack.
 */
import type { FieldProblem } from './denial.ts';
import { ownTexts } from './own-texts.ts';
import type { Said } from './said.ts';
import { hasVisible, isBroken, repaired } from './text.ts';

/** Deepest nesting of data from outside; a policy pack, the deepest that people write, needs fewer than 20. */
export const MAX_INPUT_DEPTH = 64;
/** What a person is told about data that {@link isTooDeep}. */
export const TOO_DEEP: Said = ownTexts.tooDeep({ most: MAX_INPUT_DEPTH });
/** So many problems are told; an input with more is no mistake of a person. */
const MOST_TOLD = 20;

interface Place {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
}

const isNode = (value: unknown): value is object => value !== null && typeof value === 'object';

/** Whether data is nested deeper than `most` levels; a list or an object is one level. */
export function isTooDeep(input: unknown, most = MAX_INPUT_DEPTH): boolean {
  const open: Omit<Place, 'path'>[] = [{ value: input, depth: 1 }];
  for (let place = open.pop(); place; place = open.pop()) {
    if (!isNode(place.value)) continue;
    if (place.depth > most) return true;
    for (const value of Object.values(place.value)) if (isNode(value)) open.push({ value, depth: place.depth + 1 });
  }
  return false;
}

/** Every text of an input that cannot be stored, by its dotted path, or that the input is nested too deeply. */
export function inputProblems(input: unknown): FieldProblem[] {
  if (isTooDeep(input)) return [{ path: '', text: TOO_DEEP }];
  const problems: FieldProblem[] = [];
  const open: Omit<Place, 'depth'>[] = [{ value: input, path: '' }];
  for (let place = open.pop(); place && problems.length < MOST_TOLD; place = open.pop()) {
    const { value, path } = place;
    if (typeof value === 'string' && isBroken(value))
      problems.push({ path: repaired(path), text: ownTexts.brokenText });
    if (!isNode(value)) continue;
    for (const [key, inner] of Object.entries(value).toReversed()) {
      const at = path ? `${path}.${key}` : key;
      if (isBroken(key)) problems.push({ path: repaired(at), text: ownTexts.brokenText });
      if (typeof inner === 'string' || isNode(inner)) open.push({ value: inner, path: at });
    }
  }
  return problems;
}

/**
 * The same value with every text changed; the value itself when no text was. It is at most {@link MAX_INPUT_DEPTH}
 * deep.
 */
function withTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (!isNode(value)) return value;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => withTexts(item, change));
    return items.some((item, index) => item !== value[index]) ? (items as T) : value;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const before = Object.entries(value);
  const after = before.map(([key, inner]) => [repaired(key), withTexts(inner, change)] as const);
  const isSame = after.every(([key, inner], index) => key === before[index]?.[0] && inner === before[index]?.[1]);
  return isSame ? value : (Object.fromEntries(after) as T);
}

/** The same value with every text as it can be stored (see {@link repaired}). For what comes from a shop or a model. */
export const storable = <T>(value: T): T => withTexts(value, repaired);

/**
 * The same value in which a text that shows nothing is empty, so that whoever asks whether it is given sees that it is
 * not.
 */
export const withoutBlanks = <T>(value: T): T => withTexts(value, (text) => (hasVisible(text) ? text : ''));
