/** @module What a shopper's client asks of the feature `customers`. */
import type { Document } from '../document.ts';

interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** An order as a shopper picks it from a list. */
export interface OrderChoice {
  readonly id: string;
  readonly number: string;
  readonly shopStatus: string;
  readonly placedAt: string;
  readonly lines: readonly { readonly title: string; readonly quantity: number }[];
  readonly amounts: { readonly total: Money };
}

export const MY_ORDERS = `query MyOrders($first: Int) {
  customerOrders(first: $first) {
    shop
    orders { id number shopStatus placedAt lines { title quantity } amounts { total { amount currency } } }
  }
}` as Document<
  { first?: number },
  { readonly shop: 'NOT_CONNECTED' | 'UNKNOWN_CUSTOMER' | 'UNAVAILABLE' | 'CONNECTED'; readonly orders: readonly OrderChoice[] }
>;
