import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { instant } from '../../kernel/entity.ts';
import type { Facts } from '../../policies/index.ts';
import { Store } from '../access/index.ts';
import { ProductTerms, productTermFields, PurchaseConfirmation } from './entities.ts';
import { policyTexts as t } from './texts.ts';

const flag = z.boolean().default(false);

/** Says what kind of goods a product is, as far as rules on returns ask (5.0 `returnClass`). */
export const setProductTerms = defineAction({
  title: { en: 'Set return terms of a product', zh: '设置商品退换属性' },
  allow: { staff: 'product.classify', system: true },
  input: z.object({
    storeId: z.string(),
    productId: z.string().min(1).max(200),
    returnClass: productTermFields.returnClass.default('NONE'),
    goodsGroup: productTermFields.goodsGroup.default('GENERAL'),
    threeGuarantees: flag,
    durableGoods: flag,
    freeReturnItem: flag,
    promisedGoods: flag,
    virtualGoods: flag,
  }),
  output: one(ProductTerms),
  run: async (ctx, input) => {
    await ctx.get(Store, input.storeId);
    const known = await ctx
      .trusted('judged by the policy')
      .first(ProductTerms, { storeId: input.storeId, productId: input.productId });
    return known ? ctx.update(ProductTerms, known, input) : ctx.insert(ProductTerms, input);
  },
});

/**
 * Records that the buyer confirmed an exclusion at the purchase; without such a record the return must be accepted
 * (CN-07).
 */
export const recordPurchaseConfirmation = defineAction({
  title: { en: 'Record a purchase confirmation', zh: '登记下单确认' },
  allow: { staff: 'product.classify', system: true },
  input: z.object({
    storeId: z.string(),
    orderId: z.string().min(1).max(200),
    lineId: z.string().min(1).max(200),
    confirmedAt: instant(),
    evidence: z.string().trim().min(1).max(1000),
  }),
  output: one(PurchaseConfirmation),
  check: async (ctx, { storeId, orderId, lineId, confirmedAt }) => {
    await ctx.get(Store, storeId);
    if (confirmedAt > ctx.now)
      return deny('VALIDATION_FAILED', { fields: [{ path: 'confirmedAt', text: t.inFuture }] });
    return (await ctx.trusted('judged by the policy').first(PurchaseConfirmation, { storeId, orderId, lineId }))
      ? deny('DUPLICATE')
      : undefined;
  },
  run: (ctx, input) => ctx.insert(PurchaseConfirmation, input),
});

/** The facts of goods that the desk itself knows, by product. */
export async function termsOf(
  ctx: ReadContext,
  storeId: string,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, Facts>> {
  const rows =
    productIds.length === 0
      ? []
      : await ctx.trusted('judged by the policy').find(ProductTerms, {
          where: { storeId, productId: { in: productIds } },
          limit: productIds.length,
        });
  return new Map(
    rows.map((row) => [
      row.productId,
      Object.fromEntries(
        Object.keys(productTermFields).map((name) => [name, row[name as keyof typeof productTermFields]]),
      ),
    ]),
  );
}

/** The lines of an order whose exclusion the buyer confirmed. */
export async function confirmedLines(ctx: ReadContext, storeId: string, orderId: string): Promise<ReadonlySet<string>> {
  const rows = await ctx
    .trusted('judged by the policy')
    .find(PurchaseConfirmation, { where: { storeId, orderId }, limit: 200 });
  return new Set(rows.map(({ lineId }) => lineId));
}
