/**
 * @module What of an order has arrived. The time to return anything begins with the last parcel: while one is under way
 * it has not begun for any line, so nobody is late.
 */
import type { ShopOrder } from '../../ports/shop.ts';

type Delivered = Pick<ShopOrder, 'status' | 'lines' | 'shipments' | 'history'>;

/** States in which the shop itself says that everything is with the customer. */
const ARRIVED: readonly string[] = ['DELIVERED', 'COMPLETED', 'RETURNED'];

const last = (instants: readonly (string | undefined)[]): string | undefined =>
  instants
    .filter((at) => at !== undefined)
    .toSorted()
    .at(-1);

const holds = ({ lineIds }: ShopOrder['shipments'][number], lineId: string): boolean =>
  lineIds.length === 0 || lineIds.includes(lineId);

/** When the shop says that the whole order arrived, where no parcel tells it. */
const orderArrived = ({ shipments, history }: Delivered): string | undefined =>
  shipments.some(({ deliveredAt }) => deliveredAt !== undefined)
    ? undefined
    : history.findLast(({ kind }) => kind === 'DELIVERED')?.at;

/** Whether anything has left for the customer. */
const hasLeft = ({ status, shipments }: Delivered): boolean =>
  status === 'SHIPPED' ||
  ARRIVED.includes(status) ||
  shipments.some(({ shippedAt, deliveredAt }) => shippedAt !== undefined || deliveredAt !== undefined);

/** Whether a line of an order that has left is not, or not wholly, with the customer. */
export function lineUnderWay(order: Delivered, lineId: string): boolean {
  if (!hasLeft(order) || orderArrived(order) !== undefined) return false;
  const parcels = order.shipments.filter((shipment) => holds(shipment, lineId));
  return parcels.length > 0
    ? parcels.some(({ deliveredAt }) => deliveredAt === undefined)
    : !ARRIVED.includes(order.status);
}

/** When a line arrived; undefined while it has not. */
export function lineDeliveredAt(order: Delivered, lineId: string): string | undefined {
  if (lineUnderWay(order, lineId)) return undefined;
  return (
    orderArrived(order) ??
    last(order.shipments.filter((shipment) => holds(shipment, lineId)).map(({ deliveredAt }) => deliveredAt))
  );
}

/** Whether some of an order that has left is still under way. */
export const partUnderWay = (order: Delivered): boolean => order.lines.some(({ id }) => lineUnderWay(order, id));

/** When the last of the order arrived; undefined while a part of it has not. */
export const lastDeliveredAt = (order: Delivered): string | undefined =>
  partUnderWay(order)
    ? undefined
    : (orderArrived(order) ?? last(order.shipments.map(({ deliveredAt }) => deliveredAt)));

/** No day of any window has passed while it has not begun. */
const NOT_BEGUN = {
  daysSinceSigned: 0,
  daysSinceDelivered: 0,
  daysSinceReceiptConfirmed: 0,
  monthsSinceSigned: 0,
  monthsSinceDelivered: 0,
};

/** The instants that windows count from. An order that has not left has none. */
export function deliveryFacts(order: Delivered) {
  const deliveredAt = lastDeliveredAt(order) ?? null;
  const expected = last(order.shipments.map(({ expectedAt }) => expectedAt)) ?? null;
  return {
    deliveredAt,
    signedAt: deliveredAt,
    receiptConfirmedAt: deliveredAt,
    estimatedDeliveryAt: expected,
    maxEstimatedDeliveryAt: expected,
    ...(partUnderWay(order) ? NOT_BEGUN : {}),
  };
}

/** What differs for one line: whether it is still under way, and when it came although another parcel has not. */
export function deliveryOfLine(order: Delivered, lineId: string): { underWay?: true; deliveredAt?: string } {
  if (!partUnderWay(order)) return {};
  const deliveredAt = lineDeliveredAt(order, lineId);
  return deliveredAt ? { deliveredAt } : { underWay: true };
}
