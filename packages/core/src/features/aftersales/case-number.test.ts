import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderOf, shopScene } from '../orders/testing/scene.ts';
import { submit } from './testing/steps.ts';

const LINES = [{ id: 'l1', productId: 'shirt', quantity: 50 }];

/** A store whose orders have these numbers, and the numbers of a case of each, opened in this turn. */
async function opened(orderNumbers: readonly string[], turns: readonly number[], atOnce = false): Promise<string[]> {
  const orders = orderNumbers.map((number, index) => ({ ...orderOf({ id: `O-${index}`, lines: LINES }), number }));
  const scene = await shopScene({ policyPack: 'TMALL', orders });
  const open = (turn: number) =>
    submit(scene, scene.lily, { orderId: `O-${turn}`, items: [{ lineId: 'l1', quantity: 1 }] });
  if (atOnce) return (await Promise.all(turns.map(open))).map(({ number }) => number);
  const numbers = [];
  for (const turn of turns) numbers.push((await open(turn)).number);
  return numbers;
}

describe('the number of a case', () => {
  test.each([
    ['one order', ['1001'], [0, 0], ['1001-1', '1001-2']],
    ['orders that differ in a sign', ['1001', '#1001'], [0, 1], ['1001-1', '1001-1.2']],
    [
      'orders that differ in a sign, the second cases too',
      ['#1001', '1001'],
      [0, 1, 1, 0],
      ['1001-1', '1001-1.2', '1001-2', '1001-2.2'],
    ],
    ['three orders that differ in signs', ['A/1', 'A 1', 'A.1'], [0, 1, 2], ['A1-1', 'A1-1.2', 'A1-1.3']],
    ['orders whose numbers have signs only', ['#', '##'], [0, 1], ['-1', '-1.2']],
    ['an order that is called as a case of another is', ['7', '7-1'], [0, 1, 0], ['7-1', '7-1-1', '7-2']],
    [
      'orders that begin alike for sixty signs',
      [`${'9'.repeat(60)}1`, `${'9'.repeat(60)}2`],
      [0, 1],
      [`${'9'.repeat(60)}-1`, `${'9'.repeat(60)}-1.2`],
    ],
    ['orders whose numbers are letters of other scripts', ['订单１', '订单１！'], [0, 1], ['订单１-1', '订单１-1.2']],
  ])('is of one case only, and every case opens: %s', async (_, orderNumbers, turns, numbers) => {
    expect(await opened(orderNumbers, turns)).toEqual(numbers);
  });

  test('is of one case only where cases of such orders are opened at once', async () => {
    expect((await opened(['#1001', '1001'], [0, 1], true)).toSorted()).toEqual(['1001-1', '1001-1.2']);
  });

  test('is of one case only where more orders of such numbers have one than are looked up at once', async () => {
    const signs = Array.from({ length: 52 }, (_, index) => `1001${'#'.repeat(index)}`);
    const numbers = await opened(signs, [...signs.keys()]);
    expect([new Set(numbers).size, numbers.at(-1)]).toEqual([52, '1001-1.52']);
  });

  test('is of one case only, whatever the orders are called', async () => {
    const orderNumber = fc.string({
      unit: fc.constantFrom('1', '0', 'A', '-', '#', '.', '/', ' ', '号', '́'),
      minLength: 1,
      maxLength: 5,
    });
    const orders = fc.uniqueArray(orderNumber, { minLength: 2, maxLength: 5 });
    const turns = fc.array(fc.nat(), { minLength: 2, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(orders, turns, async (orderNumbers, picks) => {
        const numbers = await opened(
          orderNumbers,
          picks.map((pick) => pick % orderNumbers.length),
        );
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 25 },
    );
  });
});
