import { describe, expect, test } from 'vitest';
import { inputProblems, isTooDeep, MAX_INPUT_DEPTH, storable, TOO_DEEP } from './input.ts';

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

describe('data from outside', () => {
  test('may be nested so deep and no deeper, and no depth exhausts the stack', () => {
    expect([0, 1, MAX_INPUT_DEPTH, MAX_INPUT_DEPTH + 1, 150_000].map((depth) => isTooDeep(nested(depth || 1)))).toEqual(
      [false, false, false, true, true],
    );
    expect(inputProblems({ pack: nested(150_000) })).toEqual([{ path: '', text: TOO_DEEP }]);
  });

  test('is told every text that cannot be stored, by its place', () => {
    const problems = inputProblems({ a: 'fine', b: ['x', '\0'], c: { d: '\ud800' }, 'k\0': 1, n: null, i: 7 });
    expect(problems.map(({ path }) => path)).toEqual(['k', 'b.1', 'c.d']);
  });

  test('with thousands of bad texts is told some of them', () => {
    expect(inputProblems(Array.from({ length: 5000 }, () => '\0')).length).toBeLessThan(50);
  });

  test('is repaired where it comes from a shop, and is the same object where nothing was broken', () => {
    const whole = { title: '🎁', options: [{ name: 'a', value: 'b' }], at: null };
    expect(storable(whole)).toBe(whole);
    expect(storable({ ...whole, title: 'A\ud83c', options: [{ name: 'a\0', value: 'b' }] })).toEqual({
      ...whole,
      title: 'A\ufffd',
    });
  });
});
