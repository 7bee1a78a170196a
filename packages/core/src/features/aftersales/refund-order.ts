import type { RowOf } from '../../kernel/entity.ts';
import type { RefundOrder } from '../../policies/index.ts';
import type { ShopOrder } from '../../ports/shop.ts';
import type { AfterSalesCase } from './entities.ts';

type CaseRow = RowOf<typeof AfterSalesCase>;

/** What the cases of the order have given back already, by payment method. */
function refundedByCases(cases: readonly CaseRow[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { methodId, amount } of cases.flatMap(({ refundSplit }) => refundSplit)) sums.set(methodId, (sums.get(methodId) ?? 0) + amount);
  return sums;
}

/** What each method has paid for good: payments less what the shop gave back outside of cases (a changed payment). */
function paidByMethod({ payments }: ShopOrder, byCases: ReadonlyMap<string, number>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { kind, amount, paymentMethodId = '' } of payments)
    sums.set(paymentMethodId, (sums.get(paymentMethodId) ?? 0) + (kind === 'PAYMENT' ? amount.amount : -amount.amount));
  for (const [methodId, amount] of byCases) if (sums.has(methodId)) sums.set(methodId, (sums.get(methodId) ?? 0) + amount);
  return sums;
}

/** The order as the refund arithmetic wants it, with what earlier cases gave back. */
export function refundOrderOf(order: ShopOrder, cases: readonly CaseRow[]): RefundOrder {
  const settled = cases.filter(({ refundRecord }) => Object.keys(refundRecord).length > 0);
  const byCases = refundedByCases(settled);
  const { discount, freight, total } = order.amounts;
  const whole = { id: 'order', title: { zh: '订单优惠', en: 'Order discount' }, amount: discount.amount, rule: { kind: 'FIXED' as const, threshold: 0 } };
  return {
    currency: total.currency,
    lines: order.lines.map(({ id, quantity, unitPrice }) => ({ id, quantity, unitPrice: unitPrice.amount })),
    discounts: discount.amount > 0 ? [whole] : [],
    freight: { paid: freight.amount },
    payments: [...paidByMethod(order, byCases)]
      .filter(([, paid]) => paid > 0)
      .map(([id, paid]) => ({ id, title: { zh: id, en: id }, paid, refunded: byCases.get(id) ?? 0 })),
    earlier: settled.map(({ refundRecord }) => refundRecord as unknown as RefundOrder['earlier'][number]),
  };
}
