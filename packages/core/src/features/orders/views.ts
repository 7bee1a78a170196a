import { z } from 'zod';
import { defineView, value, pageOf } from '../../kernel/action.ts';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { instant, named } from '../../kernel/entity.ts';
import {
  ShopCustomer,
  ShopDiscount,
  ShopDiscountRule,
  ShopFreeFreight,
  ShopOption,
  ShopOrder,
  ShopPaymentMethod,
  ShopProduct,
  ShopVariant,
} from '../../ports/shop.ts';
import { OrderRemark, remarkFlag } from './entities.ts';
import { orderOf, refuseShopError, shopOf } from './shop-access.ts';
import { orderTexts as t } from './texts.ts';

for (const [name, schema] of Object.entries({
  ShopCustomer,
  ShopDiscount,
  ShopDiscountRule,
  ShopFreeFreight,
  ShopOption,
  ShopPaymentMethod,
  ShopProduct,
  ShopVariant,
}))
  named(name, schema);

const storeId = z.string().optional();

/** One order as the shop knows it now: a shopper's own, or any of the stores one works for. */
export const order = defineView({
  title: { en: 'Order', zh: '订单' },
  allow: { shopper: true, staff: 'order.read' },
  input: z.object({ storeId, orderId: z.string().min(1).max(200) }),
  output: value('ShopOrder', ShopOrder),
  run: async (ctx, input) => orderOf(ctx, await shopOf(ctx, input.storeId), input.orderId),
});

/** A product with its variants (R-PRE-02). */
export const product = defineView({
  title: { en: 'Product', zh: '商品' },
  allow: { shopper: true, staff: 'order.read' },
  input: z.object({ storeId, productId: z.string().min(1).max(200) }),
  output: value('ShopProduct', ShopProduct),
  run: async (ctx, input) => (await shopOf(ctx, input.storeId)).shop.product(input.productId).catch(refuseShopError),
});

/** One variant: what is bought. */
export const productVariant = defineView({
  title: { en: 'Product variant', zh: '商品规格' },
  allow: { shopper: true, staff: 'order.read' },
  input: z.object({ storeId, variantId: z.string().min(1).max(200) }),
  output: value('ShopVariant', ShopVariant),
  run: async (ctx, input) => (await shopOf(ctx, input.storeId)).shop.variant(input.variantId).catch(refuseShopError),
});

/** Products by words; an empty text lists everything. */
export const searchProducts = defineView({
  title: { en: 'Search products', zh: '搜索商品' },
  allow: { shopper: true, staff: 'order.read' },
  input: z.object({
    storeId,
    text: z.string().max(200).default(''),
    first: z.int().min(1).max(100).default(20),
    after: z.string().max(1000).optional(),
  }),
  output: value('ShopProductPage', z.object({ items: z.array(ShopProduct), next: z.string().nullable() })),
  run: async (ctx, { storeId: id, text, first, after }) => {
    const { shop } = await shopOf(ctx, id);
    const page = await shop.searchProducts({ text, first, ...(after ? { after } : {}) }).catch(refuseShopError);
    return { items: [...page.items], next: page.next ?? null };
  },
});

/** Who may not read an e-mail or a postcode finds nobody by it. */
function insistOn({ actor }: ReadContext, permission: string): void {
  if (actor.kind === 'staff' && !actor.permissions.has(permission)) refuse('FORBIDDEN', { details: { permission } });
}

/** A customer of the shop by id, by e-mail, or by name and postcode when that names one person. */
export const shopCustomer = defineView({
  title: { en: 'Customer of the shop', zh: '店铺顾客' },
  allow: { staff: 'customer.read' },
  input: z.object({
    storeId: z.string(),
    id: z.string().max(200).optional(),
    email: z.string().max(254).optional(),
    name: z
      .object({
        givenName: z.string().min(1).max(100),
        familyName: z.string().min(1).max(100),
        postalCode: z.string().min(1).max(20),
      })
      .optional(),
  }),
  output: value('ShopCustomer', ShopCustomer),
  run: async (ctx, input) => {
    const { shop } = await shopOf(ctx, input.storeId);
    if (!input.id) insistOn(ctx, input.email ? 'contact.read' : 'address.read');
    if (input.id) return shop.customer(input.id).catch(refuseShopError);
    if (input.email) return shop.customerByEmail(input.email).catch(refuseShopError);
    if (!input.name) return refuse('VALIDATION_FAILED', { fields: [{ path: 'id', text: t.nameCustomer }] });
    const found = await shop.customersByName(input.name).catch(refuseShopError);
    const [only] = found;
    return only && found.length === 1 ? only : refuse('NOT_FOUND');
  },
});

/** Everybody of the shop with a name and postcode: staff ask further before they tell anything. */
export const shopCustomers = defineView({
  title: { en: 'Customers of the shop by name', zh: '按姓名查找顾客' },
  allow: { staff: 'customer.read' },
  input: z.object({
    storeId: z.string(),
    givenName: z.string().min(1).max(100),
    familyName: z.string().min(1).max(100),
    postalCode: z.string().min(1).max(20),
  }),
  output: value('ShopCustomers', z.object({ customers: z.array(ShopCustomer) })),
  run: async (ctx, { storeId: id, ...name }) => {
    insistOn(ctx, 'address.read');
    return { customers: [...(await (await shopOf(ctx, id)).shop.customersByName(name).catch(refuseShopError))] };
  },
});

/** The last flag of each of some orders, for lists of orders. */
export const orderFlags = defineView({
  title: { en: 'Flags of orders', zh: '订单旗标' },
  allow: { staff: 'order.read' },
  input: z.object({ storeId: z.string(), orderIds: z.array(z.string().max(200)).min(1).max(100) }),
  output: value(
    'OrderFlags',
    z.object({
      flags: z.array(
        named(
          'OrderFlag',
          z.object({
            orderId: z.string(),
            flag: remarkFlag,
            reason: z.string(),
            needsAcknowledgement: z.boolean(),
            at: instant(),
          }),
        ),
      ),
    }),
  ),
  run: async (ctx, { storeId: id, orderIds }) => {
    const rows = await ctx.find(OrderRemark, {
      where: { storeId: id, orderId: { in: orderIds } },
      order: [['at', 'asc']],
      limit: 1000,
    });
    const last = new Map(
      rows.map(({ orderId, flag, reason, needsAcknowledgement, at }) => [
        orderId,
        { orderId, flag, reason, needsAcknowledgement, at },
      ]),
    );
    return { flags: [...last.values()] };
  },
});

/** The remarks of an order, oldest first. */
export const remarksOfOrder = defineView({
  title: { en: 'Order remarks', zh: '订单备注' },
  allow: { staff: 'order.read' },
  input: z.object({ storeId: z.string(), orderId: z.string().min(1).max(200) }),
  output: pageOf(OrderRemark, [['at', 'asc']]),
  run: (ctx, { storeId: id, orderId }, page) => ctx.find(OrderRemark, { where: { storeId: id, orderId }, ...page }),
});
