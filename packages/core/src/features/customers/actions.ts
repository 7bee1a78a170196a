import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { named, personal, type RowOf } from '../../kernel/entity.ts';
import { Money } from '../../kernel/money.ts';
import {
  ShopAddress,
  ShopError,
  shopFor,
  ShopOption,
  ShopOrder,
  ShopOrderAmounts,
  ShopOrderEvent,
  ShopOrderLine,
  ShopPayment,
  ShopReturn,
  ShopShipment,
  ShopTrackingEvent,
  type Shop,
  type ShopPageInput,
} from '../../ports/shop.ts';
import { Customer, CustomerIdentity } from './entities.ts';
import { contactsLeft, timeline, TimelineEntry } from './points.ts';

export const updateCustomer = defineAction({
  title: { en: 'Change the customer file', zh: '修改顾客档案' },
  allow: { staff: 'customer.edit' },
  on: Customer,
  input: z.object({
    name: z.string().trim().max(200).optional(),
    nick: z.string().trim().max(200).optional(),
    tags: z.array(z.string().trim().min(1).max(40)).max(50).optional(),
    tier: z.string().max(40).nullable().optional(),
    styleTag: z.string().max(40).nullable().optional(),
    riskNote: z.string().max(1000).nullable().optional(),
  }),
  output: one(Customer),
  run: (ctx, customer, given) =>
    ctx.update(Customer, customer, Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined))),
});

/**
 * Shows a customer's whole e-mail and phone once, for a purpose that the audit trail keeps (R-SEC-01): those of the
 * file, and the addresses that were left with conversations or that the shop knows.
 */
export const revealContact = defineAction({
  title: { en: 'Reveal contact data', zh: '查看完整联系方式' },
  about: {
    en: 'Say what you need it for. Your name, the time and the purpose are kept in the audit trail.',
    zh: '请填写用途。您的姓名、时间和用途会记入审计记录。',
  },
  allow: { staff: 'data.reveal' },
  keyless: true,
  on: Customer,
  input: z.object({ reason: z.string().trim().max(500).default('') }),
  output: value(
    'RevealedContact',
    z.object({ email: z.string().nullable(), phone: z.string().nullable(), otherEmails: z.array(z.string()) }),
  ),
  check: (_ctx, _row, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: async (ctx, customer) => {
    // The write is what puts the look into the audit trail.
    ctx.update(Customer, customer, {});
    const { email, phone } = customer;
    return { email, phone, otherEmails: (await otherEmails(ctx, customer)).filter((other) => other !== email) };
  },
});

async function otherEmails(ctx: ActionContext, { id, storeId }: RowOf<typeof Customer>): Promise<string[]> {
  const left = await ctx.ask(contactsLeft, { customerId: id });
  const shop = ctx.ports.shop(storeId);
  const externalId = shop && (await externalIdOf(ctx, id));
  const known = shop && externalId ? await shop.customer(externalId).catch(unlessShopError) : undefined;
  return [...new Set([...left.flat(), ...(known ? [known.email] : [])])];
}

/** What the shop does not tell now is not shown; the rest is. */
function unlessShopError(error: unknown): undefined {
  if (!(error instanceof ShopError)) throw error;
}

/** What happened with a customer, newest first: conversations of all channels and ratings (R-CRM-01). */
export const customerTimeline = defineView({
  title: { en: 'Customer timeline', zh: '顾客时间线' },
  allow: { staff: 'customer.read' },
  input: z.object({ customerId: z.string(), first: z.int().min(1).max(100).default(50) }),
  output: value('CustomerTimeline', z.object({ entries: z.array(TimelineEntry) })),
  run: async (ctx, { customerId, first }) => {
    await ctx.get(Customer, customerId);
    const entries = (await ctx.ask(timeline, { customerId, first })).flat();
    return { entries: entries.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, first) };
  },
});

/** The customer's id in the shop, when the shop's backend has signed it. */
export async function externalIdOf(ctx: ReadContext, customerId: string): Promise<string | undefined> {
  return (await ctx.trusted('facts of the customer').first(CustomerIdentity, { customerId, channel: 'SHOP' }))
    ?.externalId;
}

for (const [name, schema] of Object.entries({
  Money,
  ShopAddress,
  ShopOption,
  ShopOrder,
  ShopOrderAmounts,
  ShopOrderEvent,
  ShopOrderLine,
  ShopPayment,
  ShopReturn,
  ShopShipment,
  ShopTrackingEvent,
}))
  named(name, schema);

const shopState = codes('CustomerOrdersShop', {
  NOT_CONNECTED: { en: 'No shop connected', zh: '未连接商城' },
  UNKNOWN_CUSTOMER: { en: 'The shop does not know them', zh: '商城没有此顾客' },
  UNAVAILABLE: { en: 'The shop does not answer', zh: '商城暂无响应' },
  CONNECTED: { en: 'Connected', zh: '已连接' },
});

/** The newest orders of a customer in the shop, for the panel and for his own widget. */
export const customerOrders = defineView({
  title: { en: 'Orders of a customer', zh: '顾客订单' },
  allow: { staff: 'customer.read', shopper: true },
  input: z.object({
    /** Ignored for a shopper: he sees his own. */
    customerId: z.string().optional(),
    first: z.int().min(1).max(50).default(10),
    /** `next` of the page before. */
    after: z.string().max(1000).optional(),
  }),
  output: value(
    'CustomerOrders',
    z.object({
      shop: shopState,
      customerName: personal('name', z.string().nullable()),
      orders: z.array(ShopOrder),
      next: z.string().nullable(),
    }),
  ),
  run: async (ctx, input) => {
    // Who reads customers' files need not read what they bought.
    if (ctx.actor.kind === 'staff' && !ctx.actor.permissions.has('order.read'))
      return refuse('FORBIDDEN', { details: { permission: 'order.read' } });
    const id = ctx.actor.kind === 'shopper' ? ctx.actor.customerId : (input.customerId ?? refuse('NOT_FOUND'));
    const customer = await ctx.get(Customer, id);
    const shop = ctx.ports.shop(customer.storeId);
    if (!shop) return { shop: 'NOT_CONNECTED' as const, ...NO_ORDERS };
    const externalId = await externalIdOf(ctx, id);
    if (!externalId) return { shop: 'UNKNOWN_CUSTOMER' as const, ...NO_ORDERS };
    return shopFacts(shopFor(ctx.actor, shop), externalId, {
      first: input.first,
      ...(input.after ? { after: input.after } : {}),
    });
  },
});

const NO_ORDERS = { customerName: null, orders: [], next: null };

async function shopFacts(shop: Shop, externalId: string, wanted: ShopPageInput) {
  try {
    const [person, page] = await Promise.all([shop.customer(externalId), shop.ordersOf(externalId, wanted)]);
    return { shop: 'CONNECTED' as const, customerName: person.name, orders: [...page.items], next: page.next ?? null };
  } catch (error) {
    if (!(error instanceof ShopError)) throw error;
    const state = error.code === 'UNAVAILABLE' ? ('UNAVAILABLE' as const) : ('UNKNOWN_CUSTOMER' as const);
    return { shop: state, ...NO_ORDERS };
  }
}
