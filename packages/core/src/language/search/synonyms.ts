/**
 * Finds phrases of synonym groups in a query, whatever their inflection, and gives the other
 * members of each group.
 * @module
 */
import { foldText } from '../fold.ts';
import { createWordPhrases, longestOnly } from '../word-phrases.ts';
import { stem } from './english-stem.ts';
import { runsOf } from './search-terms.ts';

/** A phrase found in a query, and what else people call it. */
export interface SynonymHit {
  readonly start: number;
  readonly end: number;
  readonly alternatives: readonly string[];
}

/** Finds synonym phrases in a folded query. */
export type SynonymFinder = (folded: string) => SynonymHit[];

interface Stemmed {
  readonly text: string;
  /** Offset in the folded text of each unit. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function stemmed(folded: string): Stemmed {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  const append = (piece: string, start: number, end: number): void => {
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
    text += piece;
  };
  let before = 0;
  for (const run of runsOf(folded)) {
    if (text !== '' && run.start > before) append(' ', before, run.start);
    before = run.start + run.text.length;
    if (!run.isHan) append(stem(run.text.replace(/['’]/g, '')), run.start, before);
    else
      for (let unit = 0; unit < run.text.length; unit += 1)
        append(run.text[unit] as string, run.start + unit, run.start + unit + 1);
  }
  return { text, starts, ends };
}

/** Compiles groups of phrases that mean the same; a phrase may be in several groups. */
export function createSynonymFinder(groups: readonly (readonly string[])[]): SynonymFinder {
  const folded = groups.map((group) =>
    group.map((phrase) => foldText(phrase).trim()).filter((phrase) => phrase !== ''),
  );
  const find = createWordPhrases(
    Object.fromEntries(folded.map((group, at) => [String(at), group.map((phrase) => stemmed(phrase).text).join('|')])),
  );
  return (query) => {
    const { text, starts, ends } = stemmed(query);
    return longestOnly(find(text)).map(({ name, start, end }) => {
      const said = text.slice(start, end);
      const alternatives = (folded[Number(name)] ?? []).filter((phrase) => stemmed(phrase).text !== said);
      return { start: starts[start] as number, end: ends[end - 1] as number, alternatives };
    });
  };
}
