import { expect, test } from 'vitest';
import { timeOrderedId } from './time-ordered-id.ts';

test('ids are unique, are version 7 and rise, also within a millisecond and when the clock is set back', () => {
  const now = Date.now();
  const ids = Array.from({ length: 10_000 }, (_, n) => timeOrderedId(n % 2 ? now : now - 60_000));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
