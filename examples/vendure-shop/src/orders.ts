/** @module Looking orders up. */
import {
  parseShopInput,
  ShopError,
  ShopOrderSearch,
  ShopPageInput,
  shopNotFound,
  type ShopOrder,
  type ShopPage,
} from '@shopdesk/core';
import { z } from 'zod';
import type { VendureClient } from './client.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Customers } from './customers.ts';
import { ORDER_FIELDS, orderOf, statesOf, VendureOrder } from './order.ts';

const ONE = `query ($id: ID!) { order(id: $id) { ${ORDER_FIELDS} active } }`;
const OF_CUSTOMER = `query ($id: ID!, $options: OrderListOptions) { customer(id: $id) { orders(options: $options) { totalItems items { ${ORDER_FIELDS} } } } }`;
const ALL = `query ($options: OrderListOptions) { orders(options: $options) { totalItems items { ${ORDER_FIELDS} } } }`;
const List = z.object({ totalItems: z.int(), items: z.array(VendureOrder) });
type List = z.output<typeof List>;

interface Place {
  readonly first: number;
  readonly skip: number;
  /** What was ordered later than this is on no page, so that nothing moves while somebody reads on. */
  readonly until: string | undefined;
}

const FIRST_DAY = '1970-01-01T00:00:00.000Z';
const LAST_DAY = '9999-12-31T00:00:00.000Z';

/** Both ends belong to the span. */
const optionsOf = (
  { first, skip }: Place,
  {
    from = FIRST_DAY,
    to = LAST_DAY,
    ...filter
  }: { from?: string | undefined; to?: string | undefined; [field: string]: unknown },
) => ({
  skip,
  take: first,
  sort: { orderPlacedAt: 'DESC', id: 'DESC' },
  filter: { active: { eq: false }, orderPlacedAt: { between: { start: from, end: to } }, ...filter },
});

function pageOf({ items, totalItems }: List, { skip, until }: Place): ShopPage<ShopOrder> {
  const next = skip + items.length;
  const newest = until ?? items[0]?.orderPlacedAt ?? undefined;
  const more = items.length > 0 && next < totalItems;
  return {
    items: items.map(orderOf),
    ...(more ? { next: writeCursor({ skip: next, ...(newest ? { until: newest } : {}) }) } : {}),
  };
}

const placeOf = ({ first, after }: { first: number; after?: string | undefined }): Place => {
  const { skip, until } = readCursor(after);
  return { first, skip, until };
};

const earlier = (a: string, b: string | undefined): string => (b !== undefined && b < a ? b : a);
const justBefore = (at: string): string => new Date(Date.parse(at) - 1).toISOString();

/** Orders that were placed; a cart is nobody's business. */
export class Orders {
  readonly #client: VendureClient;
  readonly #customers: Customers;

  constructor(client: VendureClient, customers: Customers) {
    this.#client = client;
    this.#customers = customers;
  }

  async order(id: string): Promise<ShopOrder> {
    const { order } = await this.#client.admin(
      z.object({ order: VendureOrder.extend({ active: z.boolean() }).nullable() }),
      ONE,
      { id },
    );
    if (!order || order.active) throw shopNotFound('Order');
    return orderOf(order);
  }

  async of(customerId: string, page: z.input<typeof ShopPageInput> = {}): Promise<ShopPage<ShopOrder>> {
    const place = placeOf(parseShopInput(ShopPageInput, page));
    return pageOf(await this.#ofCustomer(customerId, optionsOf(place, { to: place.until })), place);
  }

  async search(input: ShopOrderSearch): Promise<ShopPage<ShopOrder>> {
    const { text, status, placedFrom: from, placedBefore, ...page } = parseShopInput(ShopOrderSearch, input);
    const place = placeOf(page);
    const to = earlier(placedBefore ? justBefore(placedBefore) : LAST_DAY, place.until);
    const states = status && statesOf(status);
    if (states?.length === 0) return { items: [] };
    const span = { from, to, ...(states ? { state: { in: states } } : {}) };
    if (!text.includes('@'))
      return pageOf(
        await this.#all(optionsOf(place, { ...span, ...(text ? { code: { contains: text } } : {}) })),
        place,
      );
    const buyer = await this.#customers.byEmail(text).catch(nobody);
    return buyer ? pageOf(await this.#ofCustomer(buyer.id, optionsOf(place, span)), place) : { items: [] };
  }

  async #all(options: object): Promise<List> {
    return (await this.#client.admin(z.object({ orders: List }), ALL, { options })).orders;
  }

  async #ofCustomer(id: string, options: object): Promise<List> {
    const { customer } = await this.#client.admin(
      z.object({ customer: z.object({ orders: List }).nullable() }),
      OF_CUSTOMER,
      { id, options },
    );
    if (!customer) throw shopNotFound('Customer');
    return customer.orders;
  }
}

function nobody(error: unknown): undefined {
  if (error instanceof ShopError && error.code === 'NOT_FOUND') return undefined;
  throw error;
}
