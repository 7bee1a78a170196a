/**
 * Folding makes spellings that a reader takes as the same compare as the same: NFKC, case, width,
 * Latin accents, traditional and simplified Han. `fold` also says where each folded unit came from.
 * @module
 */
import { simplified, simplifiedText } from './han-variants.ts';

/** A half-open range of UTF-16 offsets in the original text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Folded text together with the way back to the original offsets. */
export interface FoldedText {
  readonly text: string;
  /** Original range that the folded range `[start, end)` came from. */
  readonly spanOf: (start: number, end: number) => Span;
}

export interface FoldOptions {
  /** Drops everything that is neither letter nor digit, so that "最 低-价" reads as "最低价". */
  readonly lettersOnly?: boolean;
}

/** A character with what NFKC may compose onto it: marks, half-width voiced sound marks and Hangul jamo. */
const CLUSTER = /.[\p{M}\u1160-\u11ff\uff9e\uff9f\uffa0-\uffdc]*/gsu;
const FAST = /[\0-\x7f\u3000-\u3029\u3030-\u303f\u4e00-\u9fff]/;
const LATIN_WITH_MARKS = /(?=[^\0-\x7f])\p{Script=Latin}/u;
const MARKS = /\p{M}+/gu;
const ASCII = /^[\0-\x7f]*$/;
const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{N}]+/gu;

/** Shorter texts are folded as fast as they are compared. */
const WORTH_KEEPING = 8;
let lastFolded = { text: '', folded: '' };

/**
 * Folds text for comparison, without the way back: the fast form for indexes and models. Each reader of a message asks
 * for it again, so the last one is kept.
 */
export function foldText(text: string): string {
  if (text === lastFolded.text) return lastFolded.folded;
  const folded = ASCII.test(text) ? text.toLowerCase() : foldAnew(text);
  if (text.length >= WORTH_KEEPING) lastFolded = { text, folded };
  return folded;
}

function foldAnew(text: string): string {
  let folded = text.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll('ς', 'σ');
  if (LATIN_WITH_MARKS.test(folded) || /[a-z]\p{M}/u.test(folded)) folded = withoutLatinMarks(folded);
  return simplifiedText(folded);
}

function withoutLatinMarks(text: string): string {
  return text.replace(/\p{Script=Latin}\p{M}*/gu, (letter) => letter.normalize('NFD').replace(MARKS, '').toLowerCase());
}

function foldCluster(cluster: string): string {
  if (cluster.length > 1 || !FAST.test(cluster)) return foldText(cluster);
  const code = cluster.charCodeAt(0);
  if (code < 128) return cluster.toLowerCase();
  return code >= 0x4e00 ? simplified(cluster) : foldText(cluster);
}

/** Folds text and keeps, for each folded unit, the original range that it came from. */
export function fold(original: string, { lettersOnly = false }: FoldOptions = {}): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const match of original.matchAll(CLUSTER)) {
    const folded = lettersOnly ? foldCluster(match[0]).replace(NEITHER_LETTER_NOR_DIGIT, '') : foldCluster(match[0]);
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
  }
  const spanOf = (start: number, end: number): Span => {
    if (start >= end) return { start: starts[start] ?? original.length, end: starts[start] ?? original.length };
    return { start: starts[start] ?? original.length, end: ends[end - 1] ?? original.length };
  };
  return { text, spanOf };
}

/** Folds text and drops everything that is neither letter nor digit. */
export function foldLetters(text: string): string {
  return foldText(text).replace(NEITHER_LETTER_NOR_DIGIT, '');
}
