import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntLists } from './int-lists.ts';

type Step = readonly ['push' | 'remove' | 'clear' | 'set', number, number];

describe('IntLists', () => {
  it('behaves like an array of arrays under any changes', () => {
    const step: fc.Arbitrary<Step> = fc.tuple(
      fc.constantFrom('push', 'push', 'push', 'remove', 'clear', 'set'),
      fc.nat(4),
      fc.nat(1_000),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const lists = new IntLists();
        const model: number[][] = Array.from({ length: 5 }, () => []);
        for (let list = 0; list < 5; list += 1) lists.addList();
        for (const [what, list, value] of steps) change(lists, model, what, list, value);
        expect(model.map((_, list) => [...lists.valuesOf(list)])).toEqual(model);
      }),
    );
  });

  it('reuses the places that lists have left', () => {
    const lists = new IntLists();
    const list = lists.addList();
    for (let round = 0; round < 1_000; round += 1) lists.set(list, [1, 2, 3, 4, 5, 6, 7, 8]);
    expect(lists.bytes).toBeLessThan(16_000);
  });

  it('holds many lists', () => {
    const lists = new IntLists();
    for (let list = 0; list < 5_000; list += 1) lists.push(lists.addList(), list);
    expect(lists.count).toBe(5_000);
    expect([...lists.valuesOf(4_321)]).toEqual([4_321]);
  });
});

function change(lists: IntLists, model: number[][], what: Step[0], list: number, value: number): void {
  const own = model[list] as number[];
  if (what === 'push') {
    lists.push(list, value);
    own.push(value);
  } else if (what === 'clear') {
    lists.clear(list);
    own.length = 0;
  } else if (what === 'set') {
    const values = Array.from({ length: value % 9 }, (_, at) => value + at);
    lists.set(list, values);
    own.splice(0, own.length, ...values);
  } else if (own.length > 0) {
    const place = value % own.length;
    lists.removeAt(list, place);
    const last = own.pop() as number;
    if (place < own.length) own[place] = last;
  }
}
