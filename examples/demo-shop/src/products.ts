/**
 * @module What the shop sells.
 */
import { money, shopNotFound, ShopError, type ShopPage, type ShopProduct, type ShopVariant } from '@shopdesk/core';
import type { Category } from './categories.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Database } from './database.ts';
import { CURRENCY } from './store-file.ts';

interface VariantRow {
  readonly id: string;
  readonly product_id: string;
  readonly title: string;
  readonly options: string;
  readonly price: number;
  readonly available: number;
}

interface ProductRow {
  readonly id: string;
  readonly position: number;
  readonly title: string;
  readonly category: string;
}

const VARIANTS = `SELECT variants.id, product_id, title, options, price, available
  FROM variants JOIN products ON products.id = product_id`;

/** The options of a variant or a line as they are stored. */
export const optionsOf = (json: string): { name: string; value: string }[] =>
  (JSON.parse(json) as [string, string][]).map(([name, value]) => ({ name, value }));

const variantOf = (row: VariantRow): ShopVariant => ({
  id: row.id,
  productId: row.product_id,
  title: row.title,
  options: optionsOf(row.options),
  price: money(row.price, CURRENCY),
  available: row.available === 1,
});

/** Where a product's picture is. */
export const pictureUrl = (baseUrl: string, productId: string): string =>
  `${baseUrl}/pictures/${encodeURIComponent(productId)}.svg`;

/** Reads products; `baseUrl` is where the shop front is. */
export class Products {
  readonly #db: Database;
  readonly #baseUrl: () => string;

  constructor(db: Database, baseUrl: () => string) {
    this.#db = db;
    this.#baseUrl = baseUrl;
  }

  #productOf({ id, title, category }: ProductRow): ShopProduct {
    const rows = this.#db.all<VariantRow>(`${VARIANTS} WHERE product_id = ? ORDER BY variants.position`, id);
    const base = this.#baseUrl();
    return {
      id,
      title,
      category,
      url: `${base}/products/${encodeURIComponent(id)}`,
      imageUrl: pictureUrl(base, id),
      variants: rows.map(variantOf),
    };
  }

  product(id: string): ShopProduct {
    const row = this.#db.get<ProductRow>('SELECT id, position, title, category FROM products WHERE id = ?', id);
    if (!row) throw shopNotFound('Product');
    return this.#productOf(row);
  }

  variant(id: string): ShopVariant {
    const row = this.#db.get<VariantRow>(`${VARIANTS} WHERE variants.id = ?`, id);
    if (!row) throw shopNotFound('Variant');
    return variantOf(row);
  }

  /** Products all of whose words are in the title, the category or an option. */
  search({ text, first, after }: { text: string; first: number; after?: string | undefined }): ShopPage<ShopProduct> {
    const from = after === undefined ? -1 : readCursor(after, 1)[0];
    if (typeof from !== 'number') throw new ShopError('INVALID', 'Not valid: after');
    const found = this.#matching(text).filter(({ position }) => position > from);
    const page = found.slice(0, first);
    const last = page.at(-1);
    const items = page.map((row) => this.#productOf(row));
    return found.length > first && last ? { items, next: writeCursor([last.position]) } : { items };
  }

  /** The shop front's list: one shelf or all, with words in any language that `titleOf` knows. */
  list({
    text,
    category,
    also,
  }: {
    text: string;
    category?: Category;
    also: (title: string) => string;
  }): ShopProduct[] {
    return this.#matching(text, also)
      .filter((row) => category === undefined || row.category === category)
      .map((row) => this.#productOf(row));
  }

  #matching(text: string, also: (title: string) => string = () => ''): ProductRow[] {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = this.#db.all<ProductRow & { options: string }>(
      `SELECT products.id, products.position, title, category, group_concat(options, ' ') AS options
       FROM products LEFT JOIN variants ON variants.product_id = products.id GROUP BY products.id ORDER BY products.position`,
    );
    return rows.filter(({ title, category, options }) => {
      const hay = `${title} ${also(title)} ${category} ${options}`.toLowerCase();
      return words.every((word) => hay.includes(word));
    });
  }
}
