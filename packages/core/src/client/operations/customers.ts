/** @module What a shopper's client asks of the feature `customers`. */
import type { AnswerOf } from '../document.ts';
import { shopperGraphql } from '../graphql.ts';

export const MY_ORDERS = shopperGraphql(`query MyOrders($first: Int, $after: String) {
  customerOrders(first: $first, after: $after) {
    shop next
    orders { id number status shopStatus statusText placedAt lines { title quantity imageUrl } amounts { total { amount currency } } }
  }
}`);

/** An order as a shopper picks it from a list. */
export type OrderChoice = AnswerOf<typeof MY_ORDERS>['orders'][number];
