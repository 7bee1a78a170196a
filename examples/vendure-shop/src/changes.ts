/** @module The changes that Vendure can do for the desk, each by one mutation of its plugin, once for its key. */
import {
  CancelOrder,
  ChangeAddress,
  parseShopInput,
  Refund,
  ShopError,
  shopNotFound,
  shopRefusal,
  UpdateCustomerAddress,
  type ShopAddress,
  type ShopChanges,
} from '@shopdesk/core';
import { z } from 'zod';
import type { VendureClient } from './client.ts';
import type { Customers } from './customers.ts';
import type { Orders } from './orders.ts';

/** What this adapter declares. Vendure knows no stored cards and no returns: those the desk does by itself. */
export const VENDURE_CHANGES = ['cancelOrder', 'changeAddress', 'updateCustomerAddress', 'refund'] as const;
type VendureChange = (typeof VENDURE_CHANGES)[number];

const Outcome = z.object({
  change: z.object({
    outcome: z.enum([
      'DONE',
      'NOT_FOUND',
      'ORDER_STATE',
      'ABOVE_REFUNDABLE',
      'PAYMENT_METHOD_NOT_ALLOWED',
      'PRICE_WOULD_CHANGE',
      'WRONG_CURRENCY',
      'UNKNOWN_COUNTRY',
      'KEY_OF_ANOTHER_REQUEST',
    ]),
  }),
});
type Outcome = z.output<typeof Outcome>['change']['outcome'];

const CANCEL =
  'mutation ($key: String!, $orderId: ID!, $reason: String!) { change: deskCancelOrder(key: $key, orderId: $orderId, reason: $reason) { outcome } }';
const ADDRESS =
  'mutation ($key: String!, $orderId: ID!, $address: DeskAddressInput!) { change: deskChangeAddress(key: $key, orderId: $orderId, address: $address) { outcome } }';
const REFUND = `mutation ($key: String!, $orderId: ID!, $amount: Money!, $currency: String!, $method: String, $reason: String!) {
  change: deskRefund(key: $key, orderId: $orderId, amount: $amount, currency: $currency, method: $method, reason: $reason) { outcome }
}`;
const CUSTOMER =
  'mutation ($key: String!, $customerId: ID!, $address: DeskAddressInput!) { change: deskUpdateCustomerAddress(key: $key, customerId: $customerId, address: $address) { outcome } }';

/** The largest amount that GraphQL's Int carries; no order of Vendure was paid with more. */
const MOST = 2 ** 31 - 1;

const invalid = (path: string, message: string): ShopError =>
  new ShopError('INVALID', `Not valid: ${path}`, { fields: [{ path, message }] });

function refusalOf(outcome: Exclude<Outcome, 'DONE'>): ShopError {
  switch (outcome) {
    case 'NOT_FOUND':
      return shopNotFound('Order or customer');
    case 'PRICE_WOULD_CHANGE':
      return shopRefusal('NOT_OFFERED');
    case 'WRONG_CURRENCY':
      return invalid('amount.currency', 'Not the currency of the order');
    case 'UNKNOWN_COUNTRY':
      return invalid('address.country', 'Not a country that the shop delivers to');
    case 'KEY_OF_ANOTHER_REQUEST':
      return invalid('idempotencyKey', 'Was used for another request');
    default:
      return shopRefusal(outcome);
  }
}

const addressOf = ({ line1, line2, city, region, postalCode, country }: ShopAddress) => ({
  streetLine1: line1,
  streetLine2: line2,
  city,
  province: region,
  postalCode,
  country,
});

export function changesOf(
  client: VendureClient,
  orders: Orders,
  customers: Customers,
): Pick<ShopChanges, VendureChange> {
  const change = async (mutation: string, variables: object) => {
    const { outcome } = (await client.admin(Outcome, mutation, variables)).change;
    if (outcome !== 'DONE') throw refusalOf(outcome);
  };
  return {
    cancelOrder: async (input) => {
      const { idempotencyKey: key, orderId, reason } = parseShopInput(CancelOrder, input);
      await change(CANCEL, { key, orderId, reason });
      return orders.order(orderId);
    },
    changeAddress: async (input) => {
      const { idempotencyKey: key, orderId, address } = parseShopInput(ChangeAddress, input);
      await change(ADDRESS, { key, orderId, address: addressOf(address) });
      return orders.order(orderId);
    },
    refund: async (input) => {
      const {
        idempotencyKey: key,
        orderId,
        amount: { amount, currency },
        paymentMethodId: method,
        reason,
      } = parseShopInput(Refund, input);
      if (amount > MOST) throw shopRefusal('ABOVE_REFUNDABLE');
      await change(REFUND, { key, orderId, amount, currency, reason, ...(method === undefined ? {} : { method }) });
      return orders.order(orderId);
    },
    updateCustomerAddress: async (input) => {
      const { idempotencyKey: key, customerId, address } = parseShopInput(UpdateCustomerAddress, input);
      await change(CUSTOMER, { key, customerId, address: addressOf(address) });
      return customers.customer(customerId);
    },
  };
}
