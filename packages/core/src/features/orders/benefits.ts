/**
 * @module The benefits of an order as the shop states them: what each line was really paid with, and whether it is
 * known what fewer goods would have cost.
 */
import type { ShopDiscount, ShopOrder } from '../../ports/shop.ts';
import type { OrderDiscount, RefundOrder } from '../../policies/index.ts';
import { settle } from '../../policies/refund/settle.ts';

type Rule = OrderDiscount['rule'];

/** A discount that nobody explains is spread over all goods in proportion, as far as shares of what was paid go. */
const IN_PROPORTION: Rule = { kind: 'PERCENT', threshold: 0 };

function ruleOf({ rule }: ShopDiscount): Rule | undefined {
  const threshold = rule?.threshold?.amount ?? 0;
  switch (rule?.kind) {
    case 'FIXED':
    case 'PERCENT':
      return { kind: rule.kind, threshold };
    case 'EVERY':
      return rule.step && threshold > 0 ? { kind: 'EVERY', threshold, step: rule.step.amount } : undefined;
    case 'BUNDLE':
      return rule.step && rule.requires?.length
        ? { kind: 'BUNDLE', requires: rule.requires, perBundle: rule.step.amount }
        : undefined;
    default:
      return undefined;
  }
}

const sumOf = (discounts: readonly ShopDiscount[]): number =>
  discounts.reduce((sum, { amount }) => sum + amount.amount, 0);

/** Whether the listed discounts are all there were. */
const complete = ({ discounts = [], amounts }: ShopOrder): boolean => sumOf(discounts) === amounts.discount.amount;

/** Whether it is not known what a part of the order would have cost alone. */
export const benefitsUnknown = (order: ShopOrder): boolean =>
  order.benefitsUnknown === true ||
  !complete(order) ||
  (order.discounts ?? []).some((discount) => discount.amount.amount > 0 && !ruleOf(discount));

/** The discounts for the refund arithmetic. */
export function discountsOf(order: ShopOrder): OrderDiscount[] {
  const { discounts = [], amounts } = order;
  if (amounts.discount.amount === 0) return [];
  if (!complete(order))
    return [
      {
        id: 'order',
        title: { zh: '订单优惠', en: 'Order discount' },
        amount: amounts.discount.amount,
        rule: IN_PROPORTION,
      },
    ];
  return discounts.map((discount) => {
    const { id, title, amount, lineIds, coupon } = discount;
    return {
      id,
      title: { zh: title, en: title },
      amount: amount.amount,
      rule: ruleOf(discount) ?? IN_PROPORTION,
      ...(lineIds ? { lineIds } : {}),
      ...(coupon ? { coupon } : {}),
    };
  });
}

/** The freight for the refund arithmetic. */
export function freightOf({ amounts, freeFreight }: ShopOrder): RefundOrder['freight'] {
  if (!freeFreight) return { paid: amounts.freight.amount };
  const { threshold, fee, lineIds, counts } = freeFreight;
  return {
    paid: amounts.freight.amount,
    free: {
      threshold: threshold.amount,
      fee: fee.amount,
      ...(lineIds ? { lineIds } : {}),
      ...(counts ? { counts } : {}),
    },
  };
}

/** What was paid for each line, all its pieces, after the discounts that count on it. */
export function paidByLine(order: ShopOrder): ReadonlyMap<string, number> {
  const lines = order.lines.map(({ id, quantity, unitPrice }) => ({ id, quantity, unitPrice: unitPrice.amount }));
  const whole = {
    currency: order.amounts.total.currency,
    lines,
    discounts: discountsOf(order),
    freight: { paid: 0 },
    payments: [],
    earlier: [],
  };
  return settle(whole, new Map(lines.map(({ id, quantity }) => [id, quantity]))).net;
}
