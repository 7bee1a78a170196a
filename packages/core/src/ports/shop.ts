/**
 * @module The port to a shop: what the desk may look up and change there. Adapters implement it, `shopContract` proves
 * them.
 */
import type { CallSignal } from '../kernel/host.ts';
import type { ShopPage, ShopPageInput, ShopProduct, ShopProductSearch, ShopVariant } from './shop-catalogue.ts';
import type { ShopChangeAnswer, ShopChangeInput, ShopChangeName } from './shop-change.ts';
import type { ShopCustomer, ShopNameSearch } from './shop-customer.ts';
import type { ShopOrder, ShopOrderSearch } from './shop-order.ts';

export * from './shop-benefit.ts';
export { readableShop, type UnreadableOrder } from './readable-shop.ts';
export * from './shop-catalogue.ts';
export * from './shop-change.ts';
export * from './shop-customer.ts';
export * from './shop-error.ts';
export { shopFor } from './shop-language.ts';
export * from './shop-order.ts';

/** What a shop can do; what is not declared is not offered to anybody. */
export interface ShopCapabilities {
  readonly changes: readonly ShopChangeName[];
  /** The reasons `cancelOrder` takes; absent: any. */
  readonly cancelReasons?: readonly string[];
  /** How the desk hears of an order's changes: the shop posts signed events, or the desk asks. @defaultValue POLL */
  readonly orderEvents?: 'WEBHOOK' | 'POLL';
}

/** Questions to a shop. An unknown id throws ShopError `NOT_FOUND`; a shop that is down throws `UNAVAILABLE`. */
export interface ShopLookups {
  customer(id: string): Promise<ShopCustomer>;
  /** In any letter case. */
  customerByEmail(email: string): Promise<ShopCustomer>;
  /** Everybody of that name and postcode, in any letter case; the caller decides what to do with two. */
  customersByName(search: ShopNameSearch): Promise<readonly ShopCustomer[]>;
  order(id: string, call?: ShopCall): Promise<ShopOrder>;
  /** Newest first. */
  ordersOf(customerId: string, page?: ShopPageInput, call?: ShopCall): Promise<ShopPage<ShopOrder>>;
  product(id: string, call?: ShopCall): Promise<ShopProduct>;
  variant(id: string, call?: ShopCall): Promise<ShopVariant>;
  searchProducts(search: ShopProductSearch, call?: ShopCall): Promise<ShopPage<ShopProduct>>;
}

/**
 * Changes in a shop. The same idempotency key twice acts once and gives the first answer, also while the first call is
 * still under way, for at least 24 hours ({@link SHOP_KEYS_KEPT_MS}). `signal` ends the call. A change that the shop
 * declines throws ShopError `REFUSED` with its reason and leaves everything as it was.
 */
export type ShopChanges = {
  readonly [N in ShopChangeName]: (input: ShopChangeInput<N>, call?: ShopCall) => Promise<ShopChangeAnswer<N>>;
};

/** What a question or a change is given beside its input. */
export interface ShopCall {
  /** Ended when the desk waits no longer: give it to `fetch`. */
  readonly signal?: CallSignal;
  /**
   * In which language (`zh-CN`) titles, options and `statusText` are wanted, where the shop has it. Absent: the shop's own, as what
   * is kept.
   */
  readonly locale?: string;
}

/** Orders that have changed, each once or more, and where to go on from. */
export interface ShopOrderChanges {
  /** At most 100. */
  readonly orderIds: readonly string[];
  readonly cursor: string;
  /** There are more already. */
  readonly more?: boolean;
}

/**
 * A shop as the desk knows it. A change that is not in `capabilities.changes` has no method.
 * @example
 * ```ts
 * if (shop.cancelOrder) await shop.cancelOrder({ orderId, reason: 'no longer needed', idempotencyKey });
 * ```
 */
export interface Shop extends ShopLookups, Partial<ShopChanges> {
  /** All orders, newest first. Absent where the shop cannot list them: then the desk finds single orders only. */
  searchOrders?(search: ShopOrderSearch, call?: ShopCall): Promise<ShopPage<ShopOrder>>;
  /**
   * The orders that have changed since a cursor; without one, none yet and where now is. A shop that posts events needs
   * none.
   */
  orderChanges?(since?: string, call?: ShopCall): Promise<ShopOrderChanges>;
  readonly capabilities: ShopCapabilities;
}
