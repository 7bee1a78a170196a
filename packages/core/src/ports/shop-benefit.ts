/**
 * @module What a buyer was given on an order and under which condition, so that it can be worked out what fewer goods
 * would have cost.
 */
import { z } from 'zod';
import { Money } from '../kernel/money.ts';
import { ShopId } from './shop-catalogue.ts';
import { codes } from '../kernel/codes.ts';

/** The rule by which a discount is given. Its limit counts the goods in its scope, after the discounts before it. */
export const ShopDiscountRule = z.object({
  /**
   * FIXED: the whole amount once the limit is reached. EVERY: `step` for each full limit. PERCENT: in proportion to the
   * goods, once the limit is reached. BUNDLE: `step` for each complete set of `requires`.
   */
  kind: codes('ShopDiscountRuleKind', {
    FIXED: { en: 'Once the limit is reached', zh: '满额立减' },
    EVERY: { en: 'For each full limit', zh: '每满减' },
    PERCENT: { en: 'In per cent', zh: '按比例折扣' },
    BUNDLE: { en: 'For each set', zh: '套装优惠' },
  }),
  /** What the goods must reach; absent: any goods will do. */
  threshold: Money.optional(),
  /** What each full limit, or each set, takes off. Required for EVERY and BUNDLE. */
  step: Money.optional(),
  /** The pieces of one set. Required for BUNDLE. */
  requires: z.array(z.object({ lineId: ShopId, quantity: z.int().min(1) })).optional(),
});
export type ShopDiscountRule = z.output<typeof ShopDiscountRule>;

/** One discount of an order, in the order in which they were taken off. */
export const ShopDiscount = z.object({
  id: ShopId,
  title: z.string(),
  amount: Money,
  /** The lines it counts on and takes from; absent: all. */
  lineIds: z.array(ShopId).optional(),
  /** Absent: the shop cannot say. A person then works out what goes back when a part of the order is returned. */
  rule: ShopDiscountRule.optional(),
  /** It goes back to the customer as a coupon when nothing of it is used any more. */
  coupon: z.boolean().optional(),
});
export type ShopDiscount = z.output<typeof ShopDiscount>;

/** Freight that was free, or cheaper, because the goods reached a limit. */
export const ShopFreeFreight = z.object({
  threshold: Money,
  /** What the customer was spared. */
  fee: Money,
  /** The lines that count towards the limit; absent: all. */
  lineIds: z.array(ShopId).optional(),
  /** Whether the limit counts list prices or what is left after discounts. @defaultValue AFTER_DISCOUNTS */
  counts: codes('ShopFreeFreightCounts', {
    BEFORE_DISCOUNTS: { en: 'List prices', zh: '优惠前金额' },
    AFTER_DISCOUNTS: { en: 'Prices after discounts', zh: '优惠后金额' },
  }).optional(),
});
export type ShopFreeFreight = z.output<typeof ShopFreeFreight>;
