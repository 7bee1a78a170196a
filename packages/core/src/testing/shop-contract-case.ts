/**
 * @module What a case of the shop contract is, and what it is run on.
 */
import type { Shop, ShopAddress } from '../ports/shop.ts';

/** A shop with some facts about it. Every case gets a new one, whose orders nobody has touched. */
export interface ShopUnderTest {
  readonly shop: Shop;
  /** Somebody with at least two orders. */
  readonly customer: {
    readonly id: string;
    readonly email: string;
    readonly givenName: string;
    readonly familyName: string;
    readonly postalCode: string;
  };
  readonly orders: {
    /**
     * Paid, not sent. One of its lines has another available variant that costs no more, and its customer has a second
     * payment method that covers the total.
     */
    readonly open: string;
    /** Handed to the carrier, not delivered. */
    readonly sent: string;
    /** Delivered, nothing sent back. One of its lines has another available variant that costs no more. */
    readonly delivered: string;
  };
  /** An address that no order has, in a country that the shop delivers to. @defaultValue one in the USA */
  readonly otherAddress?: ShopAddress;
  /** The same adapter pointed at an address where nobody listens. */
  readonly down: Shop;
  /** The same adapter pointed at a server that takes requests and never answers. */
  readonly silent: Shop;
  close(): Promise<void>;
}

/** A case an adapter does not keep, with the reason written down. */
export interface ContractException {
  readonly title: string;
  readonly reason: string;
}

/** A case before it is bound to a way to make shops. */
export interface ShopCase {
  readonly title: string;
  readonly check: (subject: ShopUnderTest) => Promise<void>;
}
