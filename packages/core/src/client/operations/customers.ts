/** @module What a shopper's client asks of the feature `customers`. */
import type { ShopOrderStatus } from '../../ports/shop.ts';
import type { Document } from '../document.ts';

interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** An order as a shopper picks it from a list. */
export interface OrderChoice {
  readonly id: string;
  readonly number: string;
  readonly status: ShopOrderStatus;
  readonly shopStatus: string;
  readonly placedAt: string;
  readonly lines: readonly { readonly title: string; readonly quantity: number; readonly imageUrl?: string | null }[];
  readonly amounts: { readonly total: Money };
}

export const MY_ORDERS = `query MyOrders($first: Int, $after: String) {
  customerOrders(first: $first, after: $after) {
    shop next
    orders { id number status shopStatus placedAt lines { title quantity imageUrl } amounts { total { amount currency } } }
  }
}` as Document<
  { first?: number; after?: string },
  {
    readonly shop: 'NOT_CONNECTED' | 'UNKNOWN_CUSTOMER' | 'UNAVAILABLE' | 'CONNECTED';
    readonly orders: readonly OrderChoice[];
    readonly next: string | null;
  }
>;
