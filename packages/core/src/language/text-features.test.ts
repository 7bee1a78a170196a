import { expect, it } from 'vitest';
import { opinionFeatures, questionFeatures } from './text-features.ts';

const LONG = Array.from({ length: 2000 }, (_, n) => `word${n}`).join(' ');

it('features of a text stay as they are when others are read, however long those are', () => {
  for (const features of [questionFeatures, opinionFeatures]) {
    const before = features('where is my order?');
    const copy = { keys: [...before.keys], values: [...before.values] };
    features('我要退款');
    const long = features(LONG);
    expect({ keys: [...before.keys], values: [...before.values] }).toEqual(copy);
    expect(features('where is my order?')).toEqual(before);
    expect([...long.keys]).toEqual([...new Set(long.keys)].toSorted((a, b) => a - b));
    expect(Math.hypot(...long.values)).toBeCloseTo(1, 4);
  }
});
