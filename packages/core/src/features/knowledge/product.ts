/**
 * @module What an agent must know of a product (R-PRE-02, R-PRE-03): facts by category, how complete they are, and a
 * version that an answer can cite.
 */
import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import type { Actor } from '../../kernel/actor.ts';
import { codes } from '../../kernel/codes.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { defineEntity, mark, named, ref, type RowOf, type Visibility } from '../../kernel/entity.ts';
import { clip } from '../../kernel/clip.ts';
import { ShopProduct, type Shop } from '../../ports/shop.ts';
import { Store } from '../access/index.ts';
import { refuseShopError, shopOf } from '../orders/index.ts';
import { knowledgeTexts as t } from './texts.ts';

/** R-PRE-03. */
export const factName = codes('ProductFactName', {
  COMPOSITION: { en: 'Composition', zh: '成分材质' },
  EFFICACY: { en: 'Effect', zh: '功效' },
  SUITABLE_FOR: { en: 'Suitable for', zh: '适用人群' },
  USAGE: { en: 'How to use', zh: '使用方法' },
  CAUTIONS: { en: 'Cautions', zh: '注意事项' },
  FUNCTION: { en: 'Function', zh: '功能' },
  FEATURES: { en: 'Features', zh: '特点' },
  PARAMETERS: { en: 'Parameters', zh: '参数' },
  SIZE: { en: 'Size and specification', zh: '尺寸规格' },
  PRICE: { en: 'Price and promotion', zh: '价格与优惠' },
  PROS: { en: 'Strengths', zh: '优点' },
  CONS: { en: 'Weaknesses', zh: '不足' },
});
export type ProductFactName = z.output<typeof factName>;
export const PRODUCT_FACTS = factName.options;

/** The kind of goods, on which depends what has to be known of them. */
const schemaName = codes('ProductSchema', {
  GENERAL: { en: 'General', zh: '通用' },
  COSMETICS: { en: 'Cosmetics', zh: '美妆' },
  CLOTHING: { en: 'Clothing', zh: '服饰' },
  ELECTRONICS: { en: 'Electronics', zh: '电子' },
  FOOD: { en: 'Food', zh: '食品' },
  HOME: { en: 'Home', zh: '家居' },
});
type ProductSchema = z.output<typeof schemaName>;
export const PRODUCT_SCHEMAS = schemaName.options;

/** Which facts are asked of a product of each category. */
export const MANDATORY_FACTS: Readonly<Record<ProductSchema, readonly ProductFactName[]>> = {
  GENERAL: ['FUNCTION', 'FEATURES', 'USAGE', 'SIZE'],
  COSMETICS: ['COMPOSITION', 'EFFICACY', 'SUITABLE_FOR', 'USAGE', 'CAUTIONS'],
  CLOTHING: ['COMPOSITION', 'SIZE', 'SUITABLE_FOR', 'CAUTIONS'],
  ELECTRONICS: ['FUNCTION', 'PARAMETERS', 'USAGE', 'CAUTIONS', 'SIZE'],
  FOOD: ['COMPOSITION', 'USAGE', 'CAUTIONS', 'SIZE'],
  HOME: ['COMPOSITION', 'FUNCTION', 'SIZE', 'CAUTIONS'],
};

const said = z.string().trim().max(1000);
const Fact = named(
  'ProductFact',
  z.object({ name: factName, text: mark(z.object({ zh: said, en: said }), { typeName: 'ProductFactText' }) }),
);
type Fact = z.output<typeof Fact>;

function visible(actor: Actor): Visibility {
  if (actor.kind !== 'staff' || !actor.permissions.has('article.read')) return 'none';
  return actor.storeIds ? { storeId: { in: actor.storeIds } } : 'all';
}

export const ProductKnowledge = defineEntity({
  name: 'ProductKnowledge',
  plural: 'ProductKnowledges',
  title: { en: 'Product knowledge', zh: '商品知识' },
  schema: z.object({
    storeId: ref('Store'),
    /** The shop's id of the product. */
    productId: z.string().max(200),
    title: z.string().max(300),
    category: schemaName,
    facts: z.array(Fact).max(PRODUCT_FACTS.length),
    /** Mandatory facts that nobody has written (R-PRE-03). */
    missing: z.array(factName),
    /** Share of the mandatory facts that are there, in per cent. */
    completeness: z.int(),
    /** Rises with every change; what is put into a reply cites it. */
    edition: z.int(),
  }),
  index: [['storeId', 'completeness']],
  unique: [{ name: 'product_knowledge', fields: ['storeId', 'productId'] }],
  audited: ['facts', 'category', 'completeness'],
  visible,
  list: {
    filters: ['storeId', 'productId', 'title', 'category', 'completeness'],
    orders: [[['completeness', 'asc']], [['updatedAt', 'desc']]],
  },
});
type ProductRow = RowOf<typeof ProductKnowledge>;

const isSaid = ({ text }: Fact) => text.zh !== '' || text.en !== '';

/** What is missing of a category, and how complete the rest is. */
export function completenessOf(
  category: ProductSchema,
  facts: readonly Fact[],
): Pick<ProductRow, 'missing' | 'completeness'> {
  const mandatory = MANDATORY_FACTS[category];
  const missing = mandatory.filter((name) => !facts.some((fact) => fact.name === name && isSaid(fact)));
  return { missing, completeness: Math.round(((mandatory.length - missing.length) / mandatory.length) * 100) };
}

/** Writes what is known of a product; the shop must sell it. */
export const setProductKnowledge = defineAction({
  title: { en: 'Write product knowledge', zh: '编辑商品知识' },
  allow: { staff: 'article.write', system: true },
  input: z.object({
    storeId: z.string(),
    productId: z.string().min(1).max(200),
    category: schemaName,
    facts: z.array(Fact).max(PRODUCT_FACTS.length),
  }),
  output: one(ProductKnowledge),
  check: (_ctx, { facts }) => {
    const names = facts.map(({ name }) => name);
    return new Set(names).size < names.length
      ? deny('VALIDATION_FAILED', { fields: [{ path: 'facts', text: t.eachFactOnce }] })
      : undefined;
  },
  run: async (ctx, { storeId, productId, category, facts }) => {
    const { shop } = await shopOf(ctx, storeId);
    const { title } = await shop.product(productId).catch(refuseShopError);
    const kept = facts.filter(isSaid);
    const values = { title: clip(title, 300), category, facts: kept, ...completenessOf(category, kept) };
    const row = await ctx.first(ProductKnowledge, { storeId, productId });
    if (row) return ctx.update(ProductKnowledge, row, { ...values, edition: row.edition + 1 });
    return ctx.insert(ProductKnowledge, { storeId, productId, ...values, edition: 1 });
  },
});

const Sheet = named(
  'ProductSheet',
  z.object({
    product: ShopProduct,
    knowledge: mark(
      z.object({
        category: schemaName,
        facts: z.array(Fact),
        missing: z.array(factName),
        completeness: z.int(),
        edition: z.int(),
      }),
      { typeName: 'ProductSheetKnowledge' },
    ).nullable(),
  }),
);

const isLink = (text: string) => /^https?:\/\//i.test(text);
const NAMED = /[?&](?:id|product|productId|sku|item)=([^&#]+)/i;
const LAST = /^https?:\/\/[^/?#]+\/(?:[^?#]*\/)?([^/?#]+)\/?(?:[?#]|$)/i;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A half-copied link is taken as it is.
    return text;
  }
}

/** What shops write into the query for a product, and the last part of the path. */
const wordsOfLink = (link: string): string[] =>
  [NAMED.exec(link)?.[1], LAST.exec(link)?.[1]]
    .filter((word) => word !== undefined)
    .map((word) => clip(decoded(word).replace(/\.html?$/, ''), 200))
    .filter(Boolean);

/** Products by a link: by the id or the name that it holds, and among several the one that has this very address. */
async function productsOfLink(shop: Shop, link: string, first: number): Promise<ShopProduct[]> {
  for (const word of wordsOfLink(link)) {
    const direct = await shop.product(word).catch(() => undefined);
    if (direct) return [direct];
    const { items } = await shop
      .searchProducts({ text: clip(word.replace(/[-_+]+/g, ' '), 200), first })
      .catch(refuseShopError);
    const same = items.filter(({ url }) => url === link);
    if (same.length > 0 || items.length > 0) return same.length > 0 ? same : [...items];
  }
  return [];
}

async function productsFor(shop: Shop, text: string, first: number): Promise<ShopProduct[]> {
  if (isLink(text)) return productsOfLink(shop, text, first);
  const { items } = await shop.searchProducts({ text, first }).catch(refuseShopError);
  return [...items];
}

/** Which facts are asked of each category, for those who write them. */
export const productSchemas = defineView({
  title: { en: 'Product schemas', zh: '商品资料要求' },
  allow: { staff: 'article.read' },
  input: z.object({}),
  output: value(
    'ProductSchemas',
    z.object({
      schemas: z.array(named('ProductSchemaFacts', z.object({ category: schemaName, mandatory: z.array(factName) }))),
    }),
  ),
  run: () => ({
    schemas: PRODUCT_SCHEMAS.map((category) => ({ category, mandatory: [...MANDATORY_FACTS[category]] })),
  }),
});

/** Products of the shop by name, number or link, each with what the desk knows of it (R-PRE-02). */
export const productSheets = defineView({
  title: { en: 'Look products up', zh: '查询商品资料' },
  allow: { staff: 'article.read' },
  input: z.object({
    storeId: z.string(),
    text: z.string().trim().min(1).max(2000),
    first: z.int().min(1).max(20).default(5),
  }),
  output: value('ProductSheets', z.object({ sheets: z.array(Sheet) })),
  run: async (ctx: ReadContext, { storeId, text, first }) => {
    await ctx.get(Store, storeId);
    const { shop } = await shopOf(ctx, storeId);
    const products = (await productsFor(shop, isLink(text) ? text : clip(text, 200), first)).slice(0, first);
    const known =
      products.length === 0
        ? []
        : await ctx.find(ProductKnowledge, {
            where: { storeId, productId: { in: products.map(({ id }) => id) } },
            limit: first,
          });
    return {
      sheets: products.map((product) => {
        const row = known.find(({ productId }) => productId === product.id);
        return {
          product,
          knowledge: row
            ? {
                category: row.category,
                facts: row.facts,
                missing: row.missing,
                completeness: row.completeness,
                edition: row.edition,
              }
            : null,
        };
      }),
    };
  },
});
