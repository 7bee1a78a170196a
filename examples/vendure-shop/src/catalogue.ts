/**
 * @module What the shop sells, as its customers see it: from the Shop API, which knows what is enabled and in stock.
 */
import {
  money,
  parseShopInput,
  ShopProductSearch,
  shopNotFound,
  type ShopPage,
  type ShopProduct,
  type ShopVariant,
} from '@shopdesk/core';
import { z } from 'zod';
import type { VendureClient } from './client.ts';
import { readCursor, writeCursor } from './cursor.ts';

const Variant = z.object({
  id: z.string(),
  name: z.string(),
  sku: z.string(),
  priceWithTax: z.int(),
  currencyCode: z.string(),
  stockLevel: z.string(),
  options: z.array(z.object({ name: z.string(), group: z.object({ name: z.string() }) })),
});
const Product = z.object({
  id: z.string(),
  name: z.string(),
  featuredAsset: z.object({ preview: z.string() }).nullable(),
  variants: z.array(Variant),
});

const PRODUCT = `id name featuredAsset { preview } variants { id name sku priceWithTax currencyCode stockLevel options { name group { name } } }`;
const ONE = `query ($id: ID!) { product(id: $id) { ${PRODUCT} } }`;
const MANY = `query ($options: ProductListOptions) { products(options: $options) { totalItems items { ${PRODUCT} } } }`;
const PRODUCT_OF_VARIANT = 'query ($id: ID!) { productVariant(id: $id) { productId } }';

const variantOf = (
  productId: string,
  { id, name, sku, priceWithTax, currencyCode, stockLevel, options }: z.output<typeof Variant>,
): ShopVariant => ({
  id,
  productId,
  title: name,
  sku,
  options: options.map((option) => ({ name: option.group.name, value: option.name })),
  price: money(priceWithTax, currencyCode),
  available: stockLevel !== 'OUT_OF_STOCK',
});

const productOf = ({ id, name, featuredAsset, variants }: z.output<typeof Product>): ShopProduct => ({
  id,
  title: name,
  ...(featuredAsset && URL.canParse(featuredAsset.preview) ? { imageUrl: featuredAsset.preview } : {}),
  variants: variants.map((variant) => variantOf(id, variant)),
});

/** Looks goods up. */
export class Catalogue {
  readonly #client: VendureClient;

  constructor(client: VendureClient) {
    this.#client = client;
  }

  async product(id: string): Promise<ShopProduct> {
    const { product } = await this.#client.shop(z.object({ product: Product.nullable() }), ONE, { id });
    if (!product) throw shopNotFound('Product');
    return productOf(product);
  }

  async variant(id: string): Promise<ShopVariant> {
    const { productVariant } = await this.#client.admin(
      z.object({ productVariant: z.object({ productId: z.string() }).nullable() }),
      PRODUCT_OF_VARIANT,
      { id },
    );
    const product = productVariant ? await this.product(productVariant.productId) : undefined;
    const variant = product?.variants.find((one) => one.id === id);
    if (!variant) throw shopNotFound('Variant');
    return variant;
  }

  async search(input: z.input<typeof ShopProductSearch>): Promise<ShopPage<ShopProduct>> {
    const { text, first, after } = parseShopInput(ShopProductSearch, input);
    const { skip } = readCursor(after);
    const filter = text.trim() ? { filter: { name: { contains: text.trim() } } } : {};
    const List = z.object({ products: z.object({ totalItems: z.int(), items: z.array(Product) }) });
    const { products } = await this.#client.shop(List, MANY, {
      options: { skip, take: first, sort: { id: 'ASC' }, ...filter },
    });
    const next = skip + products.items.length;
    return {
      items: products.items.map(productOf),
      ...(products.items.length > 0 && next < products.totalItems ? { next: writeCursor({ skip: next }) } : {}),
    };
  }
}
