import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPhraseMatcher } from './phrase-matcher.ts';

function everyOccurrence(phrases: readonly string[], text: string): string[] {
  const found: string[] = [];
  phrases.forEach((phrase, index) => {
    for (let start = 0; phrase !== '' && start + phrase.length <= text.length; start += 1)
      if (text.startsWith(phrase, start)) found.push(`${index}:${start}-${start + phrase.length}`);
  });
  return found.sort();
}

describe('createPhraseMatcher', () => {
  it('finds overlapping and nested phrases', () => {
    const find = createPhraseMatcher(['没办法', '我也没办法', '办法']);
    expect(find('我也没办法').map((hit) => hit.phrase)).toEqual([1, 0, 2]);
  });

  it('finds nothing for an empty phrase or an empty text', () => {
    expect(createPhraseMatcher([''])('abc')).toEqual([]);
    expect(createPhraseMatcher(['a'])('')).toEqual([]);
    expect(createPhraseMatcher([])('abc')).toEqual([]);
  });

  it.each([
    ['few letters, so that phrases lie in one another', 'ab最低', { longest: 5, most: 8 }],
    [
      'many letters, so that many follow one',
      'abcdefghijklmnopqrstuvwxyz最低价网全\u0000\uffff',
      { longest: 2, most: 120 },
    ],
  ])('finds exactly what a naive search finds among %s', (_, letters, { longest, most }) => {
    const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 25 });
    const phrase = fc.string({ unit: fc.constantFrom(...letters), maxLength: longest });
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: most }), text, (phrases, searched) => {
        const hits = createPhraseMatcher(phrases)(searched);
        expect(hits.map((hit) => `${hit.phrase}:${hit.start}-${hit.end}`).sort()).toEqual(
          everyOccurrence(phrases, searched),
        );
      }),
      { numRuns: 500 },
    );
  });
});
