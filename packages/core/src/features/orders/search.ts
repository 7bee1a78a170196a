/**
 * @module Finding orders of a store. A shop that can list its orders is asked; of another the desk knows the order of a
 * number, the orders of an e-mail address, and those it has heard of. Flags and buyers come along, so that a list needs
 * no question per row.
 */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { instant, named, personal, type Entity, type Filter, type RowOf } from '../../kernel/entity.ts';
import { ShopError, ShopOrder, ShopOrderStatus, ShopPaymentMethod, type Shop } from '../../ports/shop.ts';
import { pastedText } from '../../text/index.ts';
import { Store } from '../access/index.ts';
import { Customer, CustomerIdentity } from '../customers/index.ts';
import { OrderRemark, OrderWatch, remarkFlag } from './entities.ts';
import { buyerOf, orderOf, refuseShopError, shopOf } from './shop-access.ts';

const input = z.object({
  storeId: z.string(),
  /** A part of the number, or an e-mail address. */
  text: z.string().max(200).overwrite(pastedText).default(''),
  status: named('ShopOrderStatus', ShopOrderStatus).optional(),
  /** Only orders with a remark of this flag, the last flagged first. */
  flag: remarkFlag.optional(),
  placedFrom: instant().optional(),
  placedBefore: instant().optional(),
  first: z.int().min(1).max(50).default(20),
  after: z.string().max(1000).optional(),
});
type Search = z.output<typeof input>;

interface Found {
  readonly items: readonly ShopOrder[];
  readonly next?: string | undefined;
}

/** Orders by number, buyer's e-mail, state, flag and date, newest first. */
export const searchOrders = defineView({
  title: { en: 'Search orders', zh: '查找订单' },
  allow: { staff: 'order.read' },
  input,
  output: value(
    'ShopOrderPage',
    z.object({
      items: z.array(ShopOrder),
      next: z.string().nullable(),
      /**
       * SHOP: all orders of the shop. KNOWN: the shop cannot list its orders, these are the ones that the desk has
       * heard of.
       */
      source: codes('OrderListSource', {
        SHOP: { en: 'All orders of the shop', zh: '商城全部订单' },
        KNOWN: { en: 'Orders the desk has heard of', zh: '客服台已知的订单', note: 'The shop cannot list its orders.' },
      }),
      flags: z.array(
        named(
          'OrderListFlag',
          z.object({ orderId: z.string(), flag: remarkFlag, reason: z.string(), needsAcknowledgement: z.boolean() }),
        ),
      ),
      buyers: z.array(
        named(
          'OrderListBuyer',
          z.object({ shopCustomerId: z.string(), customerId: z.string(), name: personal('name', z.string()) }),
        ),
      ),
    }),
  ),
  run: async (ctx, search) => {
    const { store, shop } = await shopOf(ctx, search.storeId);
    const byNumber = !readsCustomers(ctx);
    if (byNumber && /[@＠]/.test(search.text)) return refuse('FORBIDDEN', { details: { permission: 'customer.read' } });
    const all = shop.searchOrders !== undefined;
    const { items: found, next } = search.flag
      ? await flagged(ctx, shop, search)
      : await (all ? listed(shop, search) : known(ctx, shop, search)).catch(refuseShopError);
    // A shop may find by more than was asked; who reads no customers finds by the number alone.
    const items = byNumber
      ? found.filter(({ id, number }) => [id, number].some((known) => holds(known, search.text)))
      : found;
    const [flags, buyers] = await Promise.all([flagsOf(ctx, store.id, items), buyersOf(ctx, store.id, items)]);
    return {
      items: [...items],
      next: next ?? null,
      source: all && !search.flag ? ('SHOP' as const) : ('KNOWN' as const),
      flags,
      buyers,
    };
  },
});

/** More stores than this are not asked at once. */
const MOST_STORES = 20;

/**
 * Orders of all stores that the viewer sees, by a part of the number: the shops are asked side by side, and one that
 * does not answer hides nothing of the others.
 */
export const findOrders = defineView({
  title: { en: 'Find orders in all stores', zh: '在所有店铺中查找订单' },
  allow: { staff: 'order.read' },
  input: z.object({
    text: z.string().min(2).max(200).overwrite(pastedText),
    first: z.int().min(1).max(20).default(5),
  }),
  output: value(
    'FoundOrders',
    z.object({
      orders: z.array(
        named(
          'FoundOrder',
          z.object({
            storeId: z.string(),
            orderId: z.string(),
            number: z.string(),
            status: named('ShopOrderStatus', ShopOrderStatus),
            placedAt: instant(),
          }),
        ),
      ),
    }),
  ),
  run: async (ctx, { text, first }) => {
    // Who looks for a person by an e-mail address opens the list of orders, which asks for that permission.
    if (/[@＠]/.test(text)) return { orders: [] };
    const stores = await ctx.find(Store, { order: [['name', 'asc']], limit: MOST_STORES });
    const found = await Promise.allSettled(
      stores.map(async ({ id: storeId }) => {
        const { shop } = await shopOf(ctx, storeId);
        const search = input.parse({ storeId, text, first });
        const { items } = await (shop.searchOrders ? listed(shop, search) : known(ctx, shop, search));
        return items
          .filter(({ id, number }) => [id, number].some((one) => holds(one, text)))
          .map(({ id: orderId, number, status, placedAt }) => ({ storeId, orderId, number, status, placedAt }));
      }),
    );
    const orders = found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    return { orders: orders.toSorted((a, b) => (a.placedAt < b.placedAt ? 1 : -1)).slice(0, first) };
  },
});

/** Whether the actor may know whose an e-mail address is. */
const readsCustomers = ({ actor }: ReadContext): boolean =>
  actor.kind !== 'staff' || actor.permissions.has('customer.read');

const folded = (text: string) => text.normalize('NFKC').toLowerCase();
const holds = (text: string, part: string) => folded(text).includes(folded(part));

async function listed(shop: Shop, { text, status, placedFrom, placedBefore, first, after }: Search): Promise<Found> {
  const wanted = {
    text,
    first,
    ...(status ? { status } : {}),
    ...(placedFrom ? { placedFrom } : {}),
    ...(placedBefore ? { placedBefore } : {}),
    ...(after ? { after } : {}),
  };
  return (await shop.searchOrders?.(wanted)) ?? { items: [] };
}

/** Without a list of the shop: the order of that number, the buyer's orders, or what the desk watches. */
async function known(ctx: ReadContext, shop: Shop, search: Search): Promise<Found> {
  const { text, first, after } = search;
  if (!text) return heardOf(ctx, shop, search);
  if (!text.includes('@')) return { items: fitting([await shop.order(text).catch(unlessMissing)], search) };
  const customer = await shop.customerByEmail(text).catch(unlessMissing);
  if (!customer) return { items: [] };
  const { items, next } = await shop.ordersOf(customer.id, { first, ...(after ? { after } : {}) });
  return { items: fitting(items, search), next };
}

function fitting(
  orders: readonly (ShopOrder | undefined)[],
  { status, placedFrom, placedBefore }: Search,
): ShopOrder[] {
  return orders.filter(
    (order): order is ShopOrder =>
      order !== undefined &&
      (!status || order.status === status) &&
      (!placedFrom || order.placedAt >= placedFrom) &&
      (!placedBefore || order.placedAt < placedBefore),
  );
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof ShopError && error.code === 'NOT_FOUND') return undefined;
  throw error;
}

type Row = RowOf<typeof OrderWatch> | RowOf<typeof OrderRemark>;

/** A page of rows that name orders, and those orders as the shop has them now. */
async function ordersBehind<R extends Row>(
  ctx: ReadContext,
  shop: Shop,
  search: Search,
  page: { entity: Entity<R>; where: Filter; by: 'changedAt' | 'at' },
): Promise<Found> {
  const { storeId, first, after, text } = search;
  const { entity, where, by } = page;
  const rows = await ctx.find(entity, {
    where: [{ storeId, ...where } as Filter, text ? { orderNumber: { contains: text } } : {}],
    order: [[by, 'desc']],
    limit: first + 1,
    ...(after ? { after: after.split('|') } : {}),
  });
  const shown = rows.slice(0, first);
  const last = shown.at(-1) as (R & Record<typeof by, string>) | undefined;
  const orders = await Promise.all(
    [...new Set(shown.map(({ orderId }) => orderId))].map((id) => shop.order(id).catch(unlessMissing)),
  );
  return { items: fitting(orders, search), next: rows.length > first && last ? `${last[by]}|${last.id}` : undefined };
}

const heardOf = (ctx: ReadContext, shop: Shop, search: Search): Promise<Found> =>
  ordersBehind(ctx, shop, search, {
    entity: OrderWatch,
    where: search.status ? { status: search.status } : {},
    by: 'changedAt',
  });

const flagged = (ctx: ReadContext, shop: Shop, search: Search): Promise<Found> =>
  ordersBehind(ctx, shop, search, { entity: OrderRemark, where: { flag: search.flag ?? 'RED' }, by: 'at' }).catch(
    refuseShopError,
  );

/** The last flag of each order. */
async function flagsOf(ctx: ReadContext, storeId: string, orders: readonly ShopOrder[]) {
  if (orders.length === 0) return [];
  const remarks = await ctx.find(OrderRemark, {
    where: { storeId, orderId: { in: orders.map(({ id }) => id) } },
    order: [['at', 'asc']],
    limit: 1000,
  });
  const last = new Map(remarks.map(({ orderId, flag, reason }) => [orderId, { orderId, flag, reason }]));
  const waiting = new Set(
    remarks.filter(({ needsAcknowledgement }) => needsAcknowledgement).map(({ orderId }) => orderId),
  );
  return [...last.values()].map((remark) => ({ ...remark, needsAcknowledgement: waiting.has(remark.orderId) }));
}

/** The desk's customers behind the buyers, by name. */
async function buyersOf(ctx: ReadContext, storeId: string, orders: readonly ShopOrder[]) {
  const shopIds = [...new Set(orders.map(({ customerId }) => customerId))];
  if (shopIds.length === 0) return [];
  const links = await ctx.trusted('facts of the customer').find(CustomerIdentity, {
    where: { storeId, channel: 'SHOP', externalId: { in: shopIds } },
    limit: shopIds.length,
  });
  const customers =
    links.length === 0
      ? []
      : await ctx.find(Customer, {
          where: { id: { in: links.map(({ customerId }) => customerId) } },
          limit: links.length,
        });
  const names = new Map(customers.map(({ id, name, nick }) => [id, name || nick]));
  return links.flatMap(({ externalId, customerId }) =>
    names.has(customerId) ? [{ shopCustomerId: externalId, customerId, name: names.get(customerId) ?? '' }] : [],
  );
}

/** Who bought: his file in the desk, and how he can pay or be paid. */
export const orderBuyer = defineView({
  title: { en: 'Buyer of an order', zh: '订单买家' },
  allow: { staff: 'order.read' },
  input: z.object({ storeId: z.string(), orderId: z.string().min(1).max(200) }),
  output: value(
    'OrderBuyer',
    z.object({
      shopCustomerId: z.string(),
      customerId: z.string().nullable(),
      name: personal('name', z.string()),
      paymentMethods: z.array(ShopPaymentMethod),
    }),
  ),
  run: async (ctx, { storeId, orderId }) => {
    const access = await shopOf(ctx, storeId);
    const { customer, customerId } = await buyerOf(ctx, access, await orderOf(ctx, access, orderId));
    const file = customerId && (await ctx.maybe(Customer, customerId)) ? customerId : null;
    return {
      shopCustomerId: customer.id,
      customerId: file,
      name: customer.name,
      paymentMethods: customer.paymentMethods,
    };
  },
});
