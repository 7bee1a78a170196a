/**
 * Finds listed words and phrases in folded text, each under a name, with word boundaries for
 * scripts that have them. `*` at the end lets a word go on ("refund*" also finds "refunded").
 * @module
 */
import type { Span } from './fold.ts';
import { createPhraseMatcher } from './phrase-matcher.ts';

/** A named phrase found in a folded text. */
export interface NamedHit {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const APOSTROPHES = /['’]/g;

function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 32;
  return code >= 97 && code <= 122;
}

/** Compiles phrases (`|` between them) by name; apostrophes in the text are ignored, offsets count without them. */
export function createWordPhrases(listed: Readonly<Record<string, string>>): (folded: string) => NamedHit[] {
  const entries = Object.entries(listed).flatMap(([name, phrases]) =>
    phrases.split('|').map((phrase) => ({ name, phrase, goesOn: phrase.endsWith('*') })),
  );
  const find = createPhraseMatcher(entries.map(({ phrase }) => phrase.replaceAll('*', '').replace(APOSTROPHES, '')));
  return (folded) => {
    const text = folded.replace(APOSTROPHES, '');
    const hits: NamedHit[] = [];
    for (const { phrase: at, start, end } of find(text)) {
      const { name, goesOn } = entries[at] as (typeof entries)[number];
      if (isLatin(text, start) && isLatin(text, start - 1)) continue;
      if (!goesOn && isLatin(text, end - 1) && isLatin(text, end)) continue;
      hits.push({ name, start, end });
    }
    return hits;
  };
}

/** Drops hits that lie inside a longer one: "send back" is not also "send". Equal ranges stay. */
export function longestOnly<Hit extends Span>(hits: readonly Hit[]): Hit[] {
  if (hits.length < 2) return [...hits];
  let widest: Hit | undefined;
  return [...hits]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((hit) => {
      const isInside = widest !== undefined && hit.end <= widest.end && hit.end - hit.start < widest.end - widest.start;
      if (widest === undefined || hit.end > widest.end) widest = hit;
      return !isInside;
    });
}
