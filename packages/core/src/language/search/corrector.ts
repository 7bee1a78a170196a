/**
 * Puts misspelled words of a query right before synonyms and concepts are looked up: against the
 * words that these know, and against the index. What is in neither and near neither stays as typed.
 * @module
 */
import { runsOf, wordTerm, type Run } from './search-terms.ts';
import type { Postings } from './postings.ts';
import { Spelling } from './spelling.ts';

/** A query with its misspellings put right, and how far each corrected word may be trusted. */
export interface CorrectedQuery {
  readonly text: string;
  /** Trust by the word's offset in the text, below 1. */
  readonly trust: ReadonlyMap<number, number>;
}

/** Corrects a folded query; `isUnfinished` says which runs are still being typed. */
export type Corrector = (folded: string, postings: Postings, isUnfinished: (run: Run) => boolean) => CorrectedQuery;

const WORD = /^[a-z]{4,24}$/;
const TRUST = 0.9;

/** Compiles a corrector from the words that the shop's synonyms and concepts know. */
export function createCorrector(words: Iterable<string>): Corrector {
  const known = [...new Set(words)].filter((word) => WORD.test(word));
  const listed = new Set(known);
  const spelling = new Spelling();
  known.forEach((word, id) => spelling.add(id, word));

  const nearest = (word: string, postings: Postings): { word: string; distance: number } | undefined => {
    const near = spelling.near(word, () => true);
    const equal = near.filter(({ distance }) => distance === near[0]?.distance);
    const words = equal.map((each) => known[each.word] as string);
    const chosen = words.find((each) => postings.find(wordTerm(each)) !== undefined) ?? words[0];
    return chosen === undefined || !near[0] ? undefined : { word: chosen, distance: near[0].distance };
  };

  const correct = (word: string, postings: Postings): { word: string; distance: number } | undefined => {
    if (!WORD.test(word) || listed.has(word) || postings.find(wordTerm(word)) !== undefined) return undefined;
    const best = nearest(word, postings);
    const indexed = postings.spelling.near(String(wordTerm(word)), postings.isLive)[0];
    return best && (!indexed || best.distance <= indexed.distance) ? best : undefined;
  };

  return (folded, postings, isUnfinished) => {
    const trust = new Map<number, number>();
    const asked = new Map<string, ReturnType<typeof correct>>();
    let [text, before] = ['', 0];
    for (const run of runsOf(folded)) {
      if (run.isHan || isUnfinished(run)) continue;
      if (!asked.has(run.text)) asked.set(run.text, correct(run.text, postings));
      const better = asked.get(run.text);
      if (!better) continue;
      text += folded.slice(before, run.start);
      trust.set(text.length, TRUST * (1 - better.distance / run.text.length));
      text += better.word;
      before = run.start + run.text.length;
    }
    return { text: text + folded.slice(before), trust };
  };
}
