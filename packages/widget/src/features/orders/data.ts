/** @module What the first view asks about the customer's last order. */
import { CASE_OPTIONS, ORDER_OPTIONS, shopperGraphql, type AnswerOf } from '@shopdesk/core/client';
import type { DeskConnection } from '../../connection/connection.ts';

const LAST_ORDER = shopperGraphql(`query LastOrder {
  customerOrders(first: 1) {
    shop
    orders { id number status statusText placedAt lines { id title quantity imageUrl } shipments { expectedAt deliveredAt } }
  }
}`);

type Order = AnswerOf<typeof LAST_ORDER>['orders'][number];

export interface LastOrder {
  readonly order: Order;
  /** The parcel is under way. */
  readonly canTrack: boolean;
  readonly canReturn: boolean;
  readonly canChange: boolean;
}

const ARRIVED: readonly string[] = ['DELIVERED', 'COMPLETED'];

/** The newest order with what can be done with it now; null: there is none. @throws DeskError, DeskOffline */
export async function loadLastOrder({ client }: DeskConnection): Promise<LastOrder | null> {
  const { orders } = await client.query(LAST_ORDER, {});
  const [order] = orders;
  if (!order) return null;
  const [canReturn, canChange] = await Promise.all([mayReturn(client, order), mayChange(client, order)]);
  return { order, canReturn, canChange, canTrack: order.status === 'SHIPPED' };
}

const mayChange = async (client: DeskConnection['client'], { id: orderId }: Order): Promise<boolean> => {
  const { options } = await client.query(ORDER_OPTIONS, { orderId });
  return options.some(({ state }) => state === 'POSSIBLE' || state === 'WAREHOUSE');
};

/** Whether goods are left that could go back if they were faulty, which is the widest window there is. */
async function mayReturn(client: DeskConnection['client'], { id: orderId, status, lines }: Order): Promise<boolean> {
  if (!ARRIVED.includes(status)) return false;
  const items = lines.map(({ id: lineId, quantity }) => ({ lineId, quantity }));
  const { lines: rest, types } = await client.query(CASE_OPTIONS, { orderId, items, reason: 'QUALITY' });
  return (
    rest.some(({ left }) => left > 0) && types.some(({ type, outcome }) => type !== 'USAGE_HELP' && outcome !== 'DENY')
  );
}
