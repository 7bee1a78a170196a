/**
 * @module What the shop says of a customer: who he is there, and his newest orders.
 */
import type { AnswerOf } from '@shopdesk/core/client';
import { viewQuery } from './documents.ts';

const money = '{ amount currency }';

export const customerOrders = viewQuery(
  'customerOrders',
  { customerId: 'ID', first: 'Int' },
  `shop customerName orders { id number status shopStatus placedAt cancelReason lines { id title quantity unitPrice
    ${money} options { name value } } amounts { total ${money} paid ${money} refunded ${money} } shipments { id
    carrier trackingNumbers shippedAt deliveredAt } returns { id kind } }`,
);

export type CustomerOrders = AnswerOf<typeof customerOrders>;
export type Order = CustomerOrders['orders'][number];
