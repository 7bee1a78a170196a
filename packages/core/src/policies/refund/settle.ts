/**
 * @module What some of an order's goods would have cost by the rules of the purchase.
 */
import { allocate } from './allocate.ts';
import type { OrderDiscount, Quantities, RefundOrder } from './order.ts';

/** Net amounts by line, and what each discount takes off. */
export interface Settlement {
  readonly net: ReadonlyMap<string, number>;
  readonly off: ReadonlyMap<string, number>;
  readonly total: number;
}

function bundles(
  quantities: Quantities,
  requires: readonly { readonly lineId: string; readonly quantity: number }[],
): number {
  return Math.min(...requires.map(({ lineId, quantity }) => Math.floor((quantities.get(lineId) ?? 0) / quantity)));
}

/** What a discount would have been on these goods; never more than it was. */
function discountOn(
  { rule, amount }: OrderDiscount,
  quantities: Quantities,
  eligible: number,
  originally: number,
): number {
  if (rule.kind === 'BUNDLE') return Math.min(amount, bundles(quantities, rule.requires) * rule.perBundle);
  if (eligible < rule.threshold || eligible === 0) return 0;
  if (rule.kind === 'EVERY') return Math.min(amount, Math.floor(eligible / Math.max(1, rule.threshold)) * rule.step);
  if (rule.kind === 'FIXED' || originally === 0) return amount;
  return Number((BigInt(amount) * BigInt(Math.min(eligible, originally))) / BigInt(originally));
}

function scopeOf(discount: OrderDiscount, ids: readonly string[]): number[] {
  return [...ids.keys()].filter((index) => discount.lineIds?.includes(ids[index]!) ?? true);
}

function eligibleOf(scope: readonly number[], net: readonly number[]): number {
  return scope.reduce((sum, index) => sum + net[index]!, 0);
}

function takeOff(net: number[], scope: readonly number[], amount: number): void {
  const parts = allocate(
    amount,
    scope.map((index) => net[index]!),
  );
  scope.forEach((index, at) => (net[index]! -= parts[at]!));
}

/** What each discount counted on when everything was bought. */
function originalBases({ lines, discounts }: RefundOrder): number[] {
  const ids = lines.map((line) => line.id);
  const net = lines.map((line) => line.unitPrice * line.quantity);
  return discounts.map((discount) => {
    const scope = scopeOf(discount, ids);
    const eligible = eligibleOf(scope, net);
    takeOff(net, scope, Math.min(discount.amount, eligible));
    return eligible;
  });
}

/** Settles a part of the order: discounts in their order, each on what the ones before left. */
export function settle(order: RefundOrder, quantities: Quantities): Settlement {
  const { lines, discounts } = order;
  const ids = lines.map((line) => line.id);
  const whole = lines.every((line) => (quantities.get(line.id) ?? 0) === line.quantity);
  const net = lines.map((line) => line.unitPrice * (quantities.get(line.id) ?? 0));
  const bases = originalBases(order);
  const off = new Map<string, number>();
  discounts.forEach((discount, at) => {
    const scope = scopeOf(discount, ids);
    const eligible = eligibleOf(scope, net);
    const wanted = whole ? discount.amount : discountOn(discount, quantities, eligible, bases[at]!);
    const amount = Math.min(wanted, eligible);
    takeOff(net, scope, amount);
    off.set(discount.id, amount);
  });
  return {
    net: new Map(ids.map((id, index) => [id, net[index]!])),
    off,
    total: net.reduce((sum, one) => sum + one, 0),
  };
}
