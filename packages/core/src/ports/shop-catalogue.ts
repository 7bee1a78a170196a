/**
 * @module What a shop sells: products, and the variants one actually buys.
 */
import { z } from 'zod';
import { Money } from '../kernel/money.ts';

/** An identifier of the shop's own making; the desk never looks inside. */
export const ShopId = z.string().min(1).max(200);

/** One choice that tells a variant from its siblings: colour – blue. */
export const ShopOption = z.object({ name: z.string(), value: z.string() });
export type ShopOption = z.output<typeof ShopOption>;

/** What is bought: one product in one choice of options. */
export const ShopVariant = z.object({
  id: ShopId,
  productId: ShopId,
  title: z.string(),
  sku: z.string().optional(),
  options: z.array(ShopOption),
  price: Money,
  /** Can be bought now. */
  available: z.boolean(),
  /** Pieces on hand, where the shop counts them. */
  stock: z.int().nonnegative().optional(),
});
export type ShopVariant = z.output<typeof ShopVariant>;

/** A product with all its variants. */
export const ShopProduct = z.object({
  id: ShopId,
  title: z.string(),
  category: z.string().optional(),
  url: z.url().optional(),
  imageUrl: z.url().optional(),
  variants: z.array(ShopVariant),
});
export type ShopProduct = z.output<typeof ShopProduct>;

/** Which page of a list: at most 100 rows, after the cursor of the page before. */
export const ShopPageInput = z.object({
  first: z.int().min(1).max(100).default(20),
  after: z.string().max(1000).optional(),
});
export type ShopPageInput = z.input<typeof ShopPageInput>;

/** A search by words; an empty text lists everything. */
export const ShopProductSearch = ShopPageInput.extend({ text: z.string().max(200) });
export type ShopProductSearch = z.input<typeof ShopProductSearch>;

/** One page; `next` is the cursor of the following one and absent on the last. */
export interface ShopPage<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/**
 * The schema of a page of `item`. One that cannot be read stays as it came: the desk leaves out that one, writes down
 * which field it was, and keeps the others.
 */
export const shopPageOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item.catch(({ input }) => input as never)), next: z.string().optional() });
