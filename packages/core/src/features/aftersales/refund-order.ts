/**
 * @module The order as the refund arithmetic wants it: what is paid for good by each method, and what cases have taken
 * of that – paid out or promised – so that all cases together never give back more than was paid.
 */
import type { RowOf } from '../../kernel/entity.ts';
import { allocate, type RefundOrder } from '../../policies/index.ts';
import type { ShopOrder } from '../../ports/shop.ts';
import { discountsOf, freightOf } from '../orders/index.ts';
import type { AfterSalesCase } from './entities.ts';

type CaseRow = RowOf<typeof AfterSalesCase>;
type Sums = Map<string, number>;

const add = (sums: Sums, key: string, amount: number) => sums.set(key, (sums.get(key) ?? 0) + amount);

function byMethod(cases: readonly CaseRow[], states: readonly string[]): Sums {
  const sums: Sums = new Map();
  for (const { methodId, amount, state } of cases.flatMap(({ refundSplit }) => refundSplit))
    if (states.includes(state)) add(sums, methodId, amount);
  return sums;
}

/** What each method has paid for good: payments less what the shop gave back outside of cases (a changed payment). */
function paidForGood({ payments }: ShopOrder, paidOut: Sums): Sums {
  const paid: Sums = new Map();
  const givenBack: Sums = new Map();
  for (const { kind, amount, paymentMethodId = '' } of payments)
    add(kind === 'PAYMENT' ? paid : givenBack, paymentMethodId, amount.amount);
  let elsewhere = 0;
  for (const [methodId, amount] of givenBack) {
    const outside = Math.max(0, amount - (paidOut.get(methodId) ?? 0));
    if (paid.has(methodId)) add(paid, methodId, -outside);
    else elsewhere += outside;
  }
  return takeFrom(paid, elsewhere);
}

/** Takes an amount off several sums in proportion to what they hold. */
function takeFrom(sums: Sums, amount: number): Sums {
  const entries = [...sums].filter(([, held]) => held > 0);
  const held = entries.reduce((sum, [, one]) => sum + one, 0);
  const parts = allocate(
    Math.min(amount, held),
    entries.map(([, one]) => one),
  );
  return new Map(entries.map(([methodId, one], index) => [methodId, one - (parts[index] ?? 0)]));
}

/**
 * How much of each payer's money cases have taken. A refund to a gift card that paid nothing is taken from those who
 * paid.
 */
function takenOf(paid: Sums, cases: readonly CaseRow[]): Sums {
  const all = byMethod(cases, ['PENDING', 'PAID']);
  const elsewhere = [...all].filter(([methodId]) => !paid.has(methodId)).reduce((sum, [, amount]) => sum + amount, 0);
  const own = new Map([...paid].map(([methodId, amount]) => [methodId, Math.min(amount, all.get(methodId) ?? 0)]));
  const left = new Map([...paid].map(([methodId, amount]) => [methodId, amount - (own.get(methodId) ?? 0)]));
  const after = takeFrom(left, elsewhere);
  return new Map([...paid].map(([methodId, amount]) => [methodId, amount - (after.get(methodId) ?? 0)]));
}

/** What can still go back by each payer, over all cases. */
export function refundableByMethod(order: ShopOrder, cases: readonly CaseRow[]): Sums {
  const paid = paidForGood(order, byMethod(cases, ['PAID']));
  const taken = takenOf(paid, cases);
  return new Map([...paid].map(([methodId, amount]) => [methodId, amount - (taken.get(methodId) ?? 0)]));
}

/** The order for `workOutRefund`. */
export function refundOrderOf(order: ShopOrder, cases: readonly CaseRow[]): RefundOrder {
  const paid = paidForGood(order, byMethod(cases, ['PAID']));
  const taken = takenOf(paid, cases);
  const records = cases.map(({ refundRecord }) => refundRecord).filter((record) => Object.keys(record).length > 0);
  return {
    currency: order.amounts.total.currency,
    lines: order.lines.map(({ id, quantity, unitPrice }) => ({ id, quantity, unitPrice: unitPrice.amount })),
    discounts: discountsOf(order),
    freight: freightOf(order),
    payments: [...paid].map(([id, amount]) => ({
      id,
      title: { zh: id, en: id },
      paid: amount,
      refunded: taken.get(id) ?? 0,
    })),
    earlier: records as unknown as RefundOrder['earlier'],
  };
}
