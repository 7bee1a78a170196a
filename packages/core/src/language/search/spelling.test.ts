import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, Spelling } from './spelling.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 });

/** The definition, without limits or early ends. */
function distance(a: string, b: string, i = a.length, j = b.length): number {
  if (i === 0 || j === 0) return i + j;
  const cost = a[i - 1] === b[j - 1] ? 0 : 1;
  const best = Math.min(
    distance(a, b, i - 1, j) + 1,
    distance(a, b, i, j - 1) + 1,
    distance(a, b, i - 1, j - 1) + cost,
  );
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(best, distance(a, b, i - 2, j - 2) + 1) : best;
}

describe('editDistance', () => {
  it('agrees with its definition up to the limit', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(
      fc.property(short, short, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        const real = distance(a, b);
        expect(editDistance(a, b, limit) > limit).toBe(real > limit);
        if (real <= limit) expect(editDistance(a, b, limit)).toBe(real);
      }),
    );
  });
});

describe('Spelling', () => {
  it('finds every word within one edit of a word of four to seven letters', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          word.filter((each) => each.length >= 3),
          { maxLength: 20 },
        ),
        word.filter((each) => each.length >= 4 && each.length < 8),
        (known, asked) => {
          const spelling = new Spelling();
          known.forEach((each, id) => spelling.add(id, each));
          const expected = known.flatMap((each, id) => (distance(each, asked) <= 1 ? [id] : [])).sort();
          expect(
            spelling
              .near(asked, () => true)
              .map((near) => near.word)
              .sort(),
          ).toEqual(expected);
        },
      ),
    );
  });

  it('proposes nothing for short words and no word that is gone', () => {
    const spelling = new Spelling();
    spelling.add(1, 'return');
    expect(spelling.near('ret', () => true)).toEqual([]);
    expect(spelling.near('retrun', () => true)).toEqual([{ word: 1, distance: 1 }]);
    expect(spelling.near('retrun', () => false)).toEqual([]);
  });

  it('completes a prefix', () => {
    const spelling = new Spelling();
    ['refund', 'return', 'order'].forEach((each, id) => spelling.add(id, each));
    expect(spelling.startingWith('re', () => true)).toEqual([0, 1]);
    expect(spelling.startingWith('x', () => true)).toEqual([]);
    expect(spelling.startingWith('', () => true)).toEqual([]);
  });
});
