/**
 * @module The number under which people speak of a case: short, typed on any keyboard, and of one case of the store
 * only.
 */
import { clip } from '../../kernel/clip.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { AfterSalesCase } from './entities.ts';

/** So many numbers are looked up at once; more than the first are needed only where numbers of orders hardly differ. */
const LOOKED_UP = 50;

/**
 * A number for the case that is the order's `count`-th: what can be typed of the order's number, and the count. Orders
 * whose numbers differ in other signs only ("#1001" and "1001") would share it, so the later case gets one more:
 * 1001-1, then 1001-1.2. A point stands in no other part of a number, so no order can be called as a longer number is.
 */
export async function freeCaseNumber(
  ctx: ReadContext,
  { storeId, orderNumber, count }: { storeId: string; orderNumber: string; count: number },
): Promise<string> {
  const plain = `${clip(orderNumber.replace(/[^\p{L}\p{N}-]/gu, ''), 60)}-${count}`;
  for (let first = 1; ; first += LOOKED_UP) {
    const numbers = Array.from({ length: LOOKED_UP }, (_, index) => withTurn(plain, first + index));
    const cases = await ctx.trusted('numbers are used once').find(AfterSalesCase, {
      where: { storeId, number: { in: numbers } },
      limit: LOOKED_UP,
    });
    const taken = new Set(cases.map(({ number }) => number));
    const free = numbers.find((number) => !taken.has(number));
    if (free) return free;
  }
}

const withTurn = (plain: string, turn: number) => (turn === 1 ? plain : `${plain}.${turn}`);
