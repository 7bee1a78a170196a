/** @module An order of Vendure in the desk's words. Pure. */
import {
  money,
  type Money,
  type ShopOrder,
  type ShopOrderEvent,
  type ShopOrderLine,
  type ShopOrderStatus,
  type ShopPayment,
  type ShopShipment,
} from '@shopdesk/core';
import { z } from 'zod';
import { BENEFIT_FIELDS, Benefits, benefitsOf, LINE_DISCOUNT_FIELDS, LineDiscounts } from './benefits.ts';
import { known } from './customers.ts';

const instant = z.iso.datetime();
const Refund = z.object({ id: z.string(), total: z.int(), state: z.string(), createdAt: instant });
const Payment = z.object({
  id: z.string(),
  method: z.string(),
  amount: z.int(),
  state: z.string(),
  createdAt: instant,
  refunds: z.array(Refund),
});
const Line = z.object({
  id: z.string(),
  quantity: z.int(),
  orderPlacedQuantity: z.int(),
  unitPriceWithTax: z.int(),
  discounts: LineDiscounts,
  productVariant: z.object({
    id: z.string(),
    name: z.string(),
    product: z.object({ id: z.string() }),
    options: z.array(z.object({ name: z.string(), group: z.object({ name: z.string() }) })),
  }),
});
const Fulfillment = z.object({
  id: z.string(),
  state: z.string(),
  method: z.string(),
  trackingCode: z.string().nullable(),
  updatedAt: instant,
  lines: z.array(z.object({ orderLineId: z.string() })),
});
const HistoryEntry = z.object({
  createdAt: instant,
  type: z.string(),
  isPublic: z.boolean(),
  data: z.record(z.string(), z.unknown()),
});
const text = z.string().nullish();

/** What {@link ORDER_FIELDS} answers. */
export const VendureOrder = Benefits.extend({
  id: z.string(),
  code: z.string(),
  state: z.string(),
  createdAt: instant,
  updatedAt: instant,
  orderPlacedAt: instant.nullable(),
  currencyCode: z.string(),
  customer: z.object({ id: z.string() }).nullable(),
  shippingAddress: z
    .object({ streetLine1: text, streetLine2: text, city: text, province: text, postalCode: text, country: text })
    .nullable(),
  shippingWithTax: z.int(),
  totalWithTax: z.int(),
  lines: z.array(Line),
  payments: z.array(Payment).nullable(),
  fulfillments: z.array(Fulfillment).nullable(),
  history: z.object({ items: z.array(HistoryEntry) }),
});
export type VendureOrder = z.output<typeof VendureOrder>;

export const ORDER_FIELDS = `
  id code state createdAt updatedAt orderPlacedAt currencyCode customer { id }
  shippingAddress { streetLine1 streetLine2 city province postalCode country }
  shippingWithTax totalWithTax ${BENEFIT_FIELDS}
  lines { id quantity orderPlacedQuantity unitPriceWithTax ${LINE_DISCOUNT_FIELDS} productVariant { id name product { id } options { name group { name } } } }
  payments { id method amount state createdAt refunds { id total state createdAt } }
  fulfillments { id state method trackingCode updatedAt lines { orderLineId } }
  history(options: { take: 500, sort: { createdAt: ASC, id: ASC } }) { items { createdAt type isPublic data } }
`;

const STATUS: Readonly<Record<string, ShopOrderStatus>> = {
  PaymentAuthorized: 'PAID',
  PaymentSettled: 'PAID',
  PartiallyShipped: 'SHIPPED',
  Shipped: 'SHIPPED',
  PartiallyDelivered: 'SHIPPED',
  Delivered: 'DELIVERED',
  Cancelled: 'CANCELLED',
  Modifying: 'CONFIRMED',
  ArrangingAdditionalPayment: 'CONFIRMED',
};

/** Vendure's states that the desk calls so. */
export const statesOf = (status: ShopOrderStatus): string[] =>
  Object.keys(STATUS).filter((state) => STATUS[state] === status);

/** The order as the desk knows it. */
export function orderOf(order: VendureOrder): ShopOrder {
  const lines = linesOf(order);
  const payments = paymentsOf(order);
  const reason = order.history.items.findLast(({ type }) => type === 'ORDER_CANCELLATION')?.data['reason'];
  return {
    id: order.id,
    number: order.code,
    customerId: order.customer?.id ?? 'guest',
    status: STATUS[order.state] ?? 'CREATED',
    shopStatus: order.state,
    address: addressOf(order),
    lines,
    amounts: amountsOf(order, lines, payments),
    ...benefitsOf(order),
    payments,
    shipments: shipmentsOf(order),
    returns: [],
    history: order.history.items.flatMap(eventOf),
    ...(order.state === 'Cancelled' && typeof reason === 'string' ? { cancelReason: reason } : {}),
    placedAt: order.orderPlacedAt ?? order.createdAt,
    updatedAt: lastTouched(order),
  };
}

function addressOf({ shippingAddress }: VendureOrder): ShopOrder['address'] {
  const { streetLine1, streetLine2, city, province, postalCode, country } = shippingAddress ?? {};
  return {
    line1: known(streetLine1),
    line2: streetLine2 ?? '',
    city: known(city),
    region: province ?? '',
    postalCode: known(postalCode),
    country: known(country),
  };
}

/** A cancelled order keeps the lines that it had; a line that was taken out of a living one is gone. */
function linesOf({ lines, state, currencyCode }: VendureOrder): ShopOrderLine[] {
  const count = ({ quantity, orderPlacedQuantity }: VendureOrder['lines'][number]) =>
    state === 'Cancelled' ? orderPlacedQuantity : quantity;
  return lines
    .filter((line) => count(line) > 0)
    .map((line) => ({
      id: line.id,
      productId: line.productVariant.product.id,
      variantId: line.productVariant.id,
      title: line.productVariant.name,
      options: line.productVariant.options.map(({ name, group }) => ({ name: group.name, value: name })),
      quantity: count(line),
      unitPrice: money(line.unitPriceWithTax, currencyCode),
    }));
}

const HELD: readonly string[] = ['Authorized', 'Settled'];

function paymentsOf({ payments, currencyCode }: VendureOrder): ShopPayment[] {
  const entries = (payments ?? [])
    .filter(({ state }) => HELD.includes(state))
    .flatMap(({ id, method, amount, createdAt, refunds }): ShopPayment[] => [
      { id, kind: 'PAYMENT', amount: money(amount, currencyCode), paymentMethodId: method, at: createdAt },
      ...refunds
        .filter(({ state }) => state !== 'Failed')
        .map((refund): ShopPayment => ({
          id: `refund-${refund.id}`,
          kind: 'REFUND',
          amount: money(refund.total, currencyCode),
          paymentMethodId: method,
          at: refund.createdAt,
        })),
    ]);
  return entries.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1));
}

const sum = (amounts: readonly Money[]): number => amounts.reduce((total, { amount }) => total + amount, 0);

/**
 * Vendure's rounding, surcharges and promotions all meet in its total; what the lines do not explain is discount or
 * freight.
 */
function amountsOf(
  { state, currencyCode, shippingWithTax, totalWithTax }: VendureOrder,
  lines: readonly ShopOrderLine[],
  payments: readonly ShopPayment[],
): ShopOrder['amounts'] {
  const of = (kind: ShopPayment['kind']) =>
    sum(payments.filter((entry) => entry.kind === kind).map(({ amount }) => amount));
  const goods = lines.reduce((total, { unitPrice, quantity }) => total + unitPrice.amount * quantity, 0);
  const paid = of('PAYMENT');
  // Vendure brings the total of a cancelled order down to nothing.
  const total = state === 'Cancelled' ? paid || goods : totalWithTax;
  const discount = Math.max(0, goods + shippingWithTax - total);
  const amounts = { goods, discount, freight: total - goods + discount, total, paid, refunded: of('REFUND') };
  return Object.fromEntries(
    Object.entries(amounts).map(([name, amount]) => [name, money(amount, currencyCode)]),
  ) as ShopOrder['amounts'];
}

function shipmentsOf({ fulfillments, history }: VendureOrder): ShopShipment[] {
  const at = (id: string, to: string) =>
    history.items.find(
      ({ type, data }) =>
        type === 'ORDER_FULFILLMENT_TRANSITION' && String(data['fulfillmentId']) === id && data['to'] === to,
    )?.createdAt;
  return (fulfillments ?? [])
    .filter(({ state }) => state !== 'Cancelled')
    .map(({ id, method, trackingCode, lines }) => {
      const [shippedAt, deliveredAt] = [at(id, 'Shipped'), at(id, 'Delivered')];
      return {
        id,
        carrier: method,
        trackingNumbers: trackingCode ? [trackingCode] : [],
        lineIds: lines.map(({ orderLineId }) => orderLineId),
        ...(shippedAt ? { shippedAt } : {}),
        ...(deliveredAt ? { deliveredAt } : {}),
        events: [
          ...(shippedAt ? [{ at: shippedAt, status: 'PICKED_UP' as const, text: method }] : []),
          ...(deliveredAt ? [{ at: deliveredAt, status: 'DELIVERED' as const, text: method }] : []),
        ],
      };
    });
}

function eventOf({ createdAt: at, type, isPublic, data }: VendureOrder['history']['items'][number]): ShopOrderEvent[] {
  const { from, to, note } = data;
  switch (type) {
    case 'ORDER_STATE_TRANSITION':
      if (from === 'ArrangingPayment' && (to === 'PaymentSettled' || to === 'PaymentAuthorized'))
        return [{ at, kind: 'PLACED' }];
      return to === 'Delivered' ? [{ at, kind: 'DELIVERED' }] : to === 'Cancelled' ? [{ at, kind: 'CANCELLED' }] : [];
    case 'ORDER_FULFILLMENT_TRANSITION':
      return to === 'Shipped' ? [{ at, kind: 'SHIPPED' }] : [];
    case 'ORDER_REFUND_TRANSITION':
      return to === 'Settled' ? [{ at, kind: 'REFUNDED' }] : [];
    case 'ORDER_MODIFIED':
      return [{ at, kind: 'ITEMS_CHANGED' }];
    case 'DESK_ADDRESS_CHANGED':
      return [{ at, kind: 'ADDRESS_CHANGED' }];
    case 'ORDER_NOTE':
      return isPublic && typeof note === 'string' ? [{ at, kind: 'OTHER', text: note }] : [];
    default:
      return [];
  }
}

/** Vendure does not touch an order when its payments or parcels change. */
function lastTouched({ updatedAt, payments, fulfillments, history }: VendureOrder): string {
  const times = [
    updatedAt,
    ...(payments ?? []).flatMap(({ refunds }) => refunds.map(({ createdAt }) => createdAt)),
    ...(fulfillments ?? []).map((one) => one.updatedAt),
    ...history.items.map(({ createdAt }) => createdAt),
  ];
  return times.toSorted().at(-1) ?? updatedAt;
}
