/**
 * Word boundaries for phrases matched over text without its punctuation: "this hit" must not read
 * as an insult, "f.u c.k" must. Han has no such boundaries and is never refused here.
 * @module
 */
import type { FoldedText } from './fold.ts';

const LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const DIGIT = /\p{Nd}/u;

function sameKind(a: string, b: string): boolean {
  return (LETTER.test(a) && LETTER.test(b)) || (DIGIT.test(a) && DIGIT.test(b));
}

const before = (text: string, offset: number): string =>
  /.$/su.exec(text.slice(Math.max(0, offset - 2), offset))?.[0] ?? '';
const after = (text: string, offset: number): string => /^./su.exec(text.slice(offset, offset + 2))?.[0] ?? '';

/** Whether a folded range continues into a neighbouring word or number of the original text. */
export function adjoinsWord(original: string, folded: FoldedText, start: number, end: number): boolean {
  const span = folded.spanOf(start, end);
  const first = folded.text[start] ?? '';
  const last = folded.text[end - 1] ?? '';
  return sameKind(before(original, span.start), first) || sameKind(after(original, span.end), last);
}

/** Folded offsets before which the original has something that folding dropped. */
export function gapsOf(folded: FoldedText): Set<number> {
  const gaps = new Set<number>();
  for (let unit = 1; unit < folded.text.length; unit += 1)
    if (folded.spanOf(unit, unit + 1).start > folded.spanOf(unit - 1, unit).end) gaps.add(unit);
  return gaps;
}

function spacedInside(original: string, folded: FoldedText, unit: number): boolean {
  const gap = original.slice(folded.spanOf(unit - 1, unit).end, folded.spanOf(unit, unit + 1).start);
  return /\s/.test(gap) && sameKind(folded.text[unit - 1] ?? '', folded.text[unit] ?? '');
}

/**
 * Whether a hit joins pieces of different words ("pen is") rather than one word spelled apart
 * ("p e n"). Gaps that the phrase has itself are free; punctuation without a space never separates words.
 */
export function breaksWord(
  original: string,
  folded: FoldedText,
  hit: { start: number; end: number },
  phraseGaps: ReadonlySet<number>,
): boolean {
  let [pieces, longest, pieceStart] = [1, 0, hit.start];
  for (let unit = hit.start + 1; unit <= hit.end; unit += 1) {
    const endsWord = unit === hit.end || phraseGaps.has(unit - hit.start);
    if (!endsWord && !spacedInside(original, folded, unit)) continue;
    longest = Math.max(longest, unit - pieceStart);
    pieceStart = unit;
    if (!endsWord) pieces += 1;
    else if (pieces > 1 && longest > 1) return true;
    else [pieces, longest] = [1, 0];
  }
  return false;
}
