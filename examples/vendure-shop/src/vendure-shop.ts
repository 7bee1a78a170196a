/**
 * @module The shop port over Vendure: look-ups by its own Admin and Shop API, changes by the plugin in `server/`, which
 * gives Vendure what it lacks – a key that makes a change happen once.
 */
import type { Shop } from '@shopdesk/core';
import { Catalogue } from './catalogue.ts';
import { changesOf, VENDURE_CHANGES } from './changes.ts';
import { VendureClient, type VendureClientOptions } from './client.ts';
import { Customers, type PaymentKinds } from './customers.ts';
import { Orders } from './orders.ts';

export interface VendureShopOptions extends VendureClientOptions {
  /** WEBHOOK where the plugin posts to the desk. @defaultValue POLL */
  readonly orderEvents?: 'WEBHOOK' | 'POLL';
  /** What the shop's payment methods are, by their codes: `{ stripe: 'CARD' }`. @defaultValue all OTHER */
  readonly paymentKinds?: PaymentKinds;
}

/**
 * A Vendure shop for `createDeskServer({ shops: { 'my-store': vendureShop({ … }) } })`. Vendure that is down, slow or
 * answers nonsense is ShopError `UNAVAILABLE`.
 */
export function vendureShop({ orderEvents = 'POLL', paymentKinds = {}, ...options }: VendureShopOptions): Shop {
  const client = new VendureClient(options);
  const [catalogue, customers] = [new Catalogue(client), new Customers(client, paymentKinds)];
  const orders = new Orders(client, customers);
  return {
    ...changesOf(client, orders, customers),
    capabilities: { changes: VENDURE_CHANGES, orderEvents },
    customer: (id) => customers.customer(id),
    customerByEmail: (email) => customers.byEmail(email),
    customersByName: (search) => customers.byName(search),
    order: (id) => orders.order(id),
    searchOrders: (search) => orders.search(search),
    ordersOf: (customerId, page) => orders.of(customerId, page),
    product: (id) => catalogue.product(id),
    variant: (id) => catalogue.variant(id),
    searchProducts: (search) => catalogue.search(search),
  };
}
