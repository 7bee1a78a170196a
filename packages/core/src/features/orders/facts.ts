/**
 * @module What a policy is told about an order and what somebody wants of it: pure, from what the shop says now.
 */
import type { Money } from '../../kernel/money.ts';
import type { ShopCustomer, ShopOrder, ShopOrderLine, ShopPaymentMethod, ShopVariant } from '../../ports/shop.ts';
import type { Facts } from '../../policies/index.ts';
import { partOf } from '../../policies/refund/allocate.ts';
import { paidByLine } from './benefits.ts';
import { deliveryFacts } from './delivery.ts';
import type { ErpStage } from './entities.ts';

/** One line to change or give back; `variant` is what replaces it, as the shop knows it. */
export interface WantedItem {
  readonly lineId: string;
  readonly quantity: number;
  readonly newVariantId?: string;
  readonly variant?: ShopVariant | undefined;
}

export interface OrderQuestion {
  readonly order: ShopOrder;
  readonly customer: ShopCustomer;
  readonly asker: 'CUSTOMER' | 'AGENT';
  readonly now: string;
  readonly reason?: string | undefined;
  readonly paymentMethodId?: string | undefined;
  readonly items?: readonly WantedItem[];
  /** A contact with the customer on his intention is on record. */
  readonly contactRecorded?: boolean;
}

const STAGES: Partial<Record<ShopOrder['status'], ErpStage>> = {
  RELEASED_TO_WAREHOUSE: 'PRINTED',
  PACKED: 'PACKED',
  SHIPPED: 'SHIPPED',
  DELIVERED: 'SHIPPED',
  COMPLETED: 'SHIPPED',
  RETURNED: 'SHIPPED',
};

/** How far the parcel is, as the order's state tells: from the hand-over to the warehouse on it is printed. */
export const erpStageOf = ({ status }: Pick<ShopOrder, 'status'>): ErpStage => STAGES[status] ?? 'RECEIVED';

/** `pending (item modified)` → `PENDING_ITEM_MODIFIED`: a shop's own word as a code. */
export const codeOf = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');

/** The method that paid first, which is where money goes back to by default. */
export const payingMethod = (order: ShopOrder): string | undefined =>
  order.payments.find(({ kind }) => kind === 'PAYMENT')?.paymentMethodId;

const instants = (order: ShopOrder) => {
  const { placedAt, payments, shipments } = order;
  return {
    orderedAt: placedAt,
    paidAt: payments.find(({ kind }) => kind === 'PAYMENT')?.at ?? placedAt,
    shippedAt: shipments.map(({ shippedAt }) => shippedAt).find((at) => at !== undefined) ?? null,
    ...deliveryFacts(order),
  };
};

/** The lines wanted, each held by the order; undefined where one is not, or is wanted more often than it is there. */
export function wantedLines(order: ShopOrder, items: readonly WantedItem[]): ShopOrderLine[] | undefined {
  const left = new Map(order.lines.map((line) => [line.id, line.quantity]));
  const lines = items.map(({ lineId, quantity }) => {
    const rest = (left.get(lineId) ?? 0) - quantity;
    left.set(lineId, rest);
    return rest >= 0 ? order.lines.find(({ id }) => id === lineId) : undefined;
  });
  return lines.every((line) => line !== undefined) ? lines : undefined;
}

/** What new variants cost against what was paid for the old ones, in minor units of the order's currency. */
export interface PriceChange {
  /** With the share of the order's discounts that the old line had. */
  readonly price: number;
  readonly paid: number;
}

/**
 * What the new variants cost and what was paid for the lines they replace. A discount goes on, in the share the line
 * had of it.
 */
export function priceChange(order: ShopOrder, items: readonly WantedItem[]): PriceChange {
  const paidFor = paidByLine(order);
  let [price, paid] = [0, 0];
  for (const { lineId, quantity, variant } of items) {
    const line = order.lines.find(({ id }) => id === lineId);
    if (!line || !variant) continue;
    const [net, list] = [paidFor.get(lineId) ?? 0, line.unitPrice.amount * line.quantity];
    price += list === 0 ? variant.price.amount * quantity : partOf(variant.price.amount * quantity, net, list);
    paid += partOf(net, quantity, line.quantity);
  }
  return { price, paid };
}

/**
 * What the new variants cost more than was paid for the old lines; below 0 when they cost less, never by more than was
 * paid.
 */
export function priceDifference(order: ShopOrder, items: readonly WantedItem[]): Money {
  const { price, paid } = priceChange(order, items);
  return { amount: price - paid, currency: order.amounts.total.currency };
}

const sameOptions = (line: ShopOrderLine | undefined, variant: ShopVariant | undefined) =>
  line !== undefined && variant?.id === line.variantId;

function itemFacts(order: ShopOrder, items: readonly WantedItem[]) {
  const lineOf = ({ lineId }: WantedItem) => order.lines.find(({ id }) => id === lineId);
  const difference = priceDifference(order, items);
  const swaps = items.some(({ newVariantId }) => newVariantId !== undefined);
  const found = {
    itemsInOrder:
      items.length > 0 &&
      wantedLines(
        order,
        items.filter(({ lineId }) => lineId !== ''),
      ) !== undefined,
    countsMatch: items.every(({ lineId, newVariantId }) => lineId !== '' && newVariantId !== ''),
  };
  if (!swaps) return found;
  const available = items.every(({ variant }) => variant?.available === true);
  return {
    ...found,
    sameProduct: items.every(
      (item) => item.variant !== undefined && item.variant.productId === lineOf(item)?.productId,
    ),
    newItemAvailable: available,
    newItemsAvailable: available,
    optionsDiffer: items.every((item) => !sameOptions(lineOf(item), item.variant)),
    samePrice: difference.amount === 0,
  };
}

function methodKind(method: ShopPaymentMethod | undefined, original: boolean, same: 'SAME' | 'ORIGINAL'): string {
  if (!method) return 'UNKNOWN';
  if (original) return same;
  return method.kind === 'GIFT_CARD' ? 'GIFT_CARD' : 'OTHER';
}

function paymentFacts({ order, customer, paymentMethodId, items = [] }: OrderQuestion) {
  if (paymentMethodId === undefined) return {};
  const method = customer.paymentMethods.find(({ id }) => id === paymentMethodId);
  const original = payingMethod(order) === paymentMethodId;
  const needed = items.length > 0 ? priceDifference(order, items).amount : (order.payments[0]?.amount.amount ?? 0);
  return {
    newMethod: methodKind(method, original, 'SAME'),
    refundMethod: methodKind(method, original, 'ORIGINAL'),
    giftCardMargin: method?.kind === 'GIFT_CARD' ? (method.balance?.amount ?? 0) - needed : 0,
    priceDifferenceSettled: method !== undefined,
    goesTo: method?.kind === 'GIFT_CARD' ? 'GIFT_CARD' : 'OTHER',
  };
}

const CANCEL_REASONS = [
  'NO_LONGER_NEEDED',
  'ORDERED_BY_MISTAKE',
  'DUPLICATE',
  'CHANGE_ORDER',
  'FOUND_CHEAPER',
  'TOO_SLOW',
  'OUT_OF_STOCK',
];

/** Everything the order tables of a policy may ask. */
export function orderFacts(question: OrderQuestion): Facts {
  const { order, asker, now, reason, items } = question;
  const code = codeOf(reason ?? '');
  return {
    at: now,
    ...instants(order),
    orderStatus: order.status,
    erpStage: erpStageOf(order),
    shopStatus: codeOf(order.shopStatus),
    asker,
    payments: order.payments.length,
    cancelReason: CANCEL_REASONS.includes(code) ? code : 'OTHER',
    reasonGiven: Boolean(reason),
    changeReasonGiven: Boolean(reason),
    contactRecorded: question.contactRecorded === true,
    ...(items ? itemFacts(order, items) : {}),
    ...paymentFacts(question),
  };
}
