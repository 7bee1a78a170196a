/**
 * @module Which goods of an order cases hold: never more back than was bought, over all cases and however many are
 * submitted at once.
 */
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import type { ShopOrder } from '../../ports/shop.ts';
import { orderOf, shopOf } from '../orders/index.ts';
import { AfterSalesCase, OrderClaims } from './entities.ts';
import { aftersalesTexts as t } from './texts.ts';

type CaseRow = RowOf<typeof AfterSalesCase>;
export type ClaimsRow = RowOf<typeof OrderClaims>;

interface Goods {
  readonly lineId: string;
  readonly quantity: number;
}

/** All cases of an order, oldest first. */
export const casesOf = (ctx: ReadContext, storeId: string, orderId: string): Promise<CaseRow[]> =>
  ctx
    .trusted('what exists counts')
    .find(AfterSalesCase, { where: { storeId, orderId }, order: [['submittedAt', 'asc']], limit: 500 });

/**
 * The row on which requests for one order meet. It is read before the cases are, so that a case that comes in between
 * is noticed.
 */
export const claimsOf = (ctx: ReadContext, storeId: string, orderId: string): Promise<ClaimsRow | undefined> =>
  ctx.trusted('bookkeeping of the desk').first(OrderClaims, { storeId, orderId });

/** Counts one more case on the order; of two at once the second runs again and sees the first. */
export function claim(
  ctx: ActionContext,
  claims: ClaimsRow | undefined,
  key: { storeId: string; orderId: string },
): number {
  if (!claims) return ctx.insert(OrderClaims, { ...key, cases: 1 }).cases;
  return ctx.update(OrderClaims, claims, { cases: claims.cases + 1 }).cases;
}

const sumOf = (goods: readonly Goods[]) => {
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of goods) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return sums;
};

/** How many of each line no case holds yet. */
export function quantitiesLeft({ lines }: Pick<ShopOrder, 'lines'>, cases: readonly CaseRow[]): Map<string, number> {
  const claimed = sumOf(cases.filter(({ claims, type }) => claims && takesGoods(type)).flatMap((held) => held.lines));
  return new Map(lines.map(({ id, quantity }) => [id, Math.max(0, quantity - (claimed.get(id) ?? 0))]));
}

/**
 * Refuses goods that the order does not hold (any more). Usage help and compensation take none, so they need none to be
 * left.
 */
export function checkQuantities(order: ShopOrder, items: readonly Goods[], cases: readonly CaseRow[]): void {
  const leftOf = quantitiesLeft(order, cases);
  for (const [lineId, quantity] of sumOf(items)) {
    const line = order.lines.find(({ id }) => id === lineId);
    if (!line)
      refuse('VALIDATION_FAILED', {
        fields: [{ path: 'items', text: t.notThisItem }],
        details: { lineId },
      });
    const left = leftOf.get(lineId) ?? 0;
    if (quantity > left)
      refuse('VALIDATION_FAILED', {
        fields: [{ path: 'items', text: t.onlyLeft({ left, title: line.title }) }],
        details: { lineId, left },
      });
  }
}

/** Cases that count: they hold goods or money, or have paid some. */
export const counting = (cases: readonly CaseRow[]): CaseRow[] =>
  cases.filter(({ claims, refundSplit }) => claims || refundSplit.some(({ state }) => state === 'PAID'));

/** A case that gave its goods free takes them up again; they must still be left. */
export async function claimAgain(ctx: ActionContext, row: CaseRow): Promise<void> {
  const access = await shopOf(ctx, row.storeId);
  const order = await orderOf(ctx, access, row.orderId);
  const claims = await claimsOf(ctx, row.storeId, row.orderId);
  const others = (await casesOf(ctx, row.storeId, row.orderId)).filter((other) => other.id !== row.id);
  if (takesGoods(row.type)) checkQuantities(order, row.lines, others);
  claim(ctx, claims, { storeId: row.storeId, orderId: row.orderId });
}

/** Whether a solution takes goods from the customer, or stands for goods of the order. */
export const takesGoods = (type: CaseRow['type']): boolean => type !== 'COMPENSATION' && type !== 'USAGE_HELP';
