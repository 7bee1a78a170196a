/**
 * @module What the desk is told in the language that it asks for, in the very words of the shop's own pages. Without one
 * it is told what stands in the shop's books.
 */
import type { ShopOption, ShopOrder, ShopPage, ShopProduct, ShopVariant } from '@shopdesk/core';
import { optionName, productName } from './pages/names.ts';
import { textsOf, type Locale } from './pages/texts.ts';

/** The language of a request; undefined: any will do. */
export function localeOf({ headers }: Request): Locale | undefined {
  const asked = headers.get('accept-language') ?? '';
  return /^zh\b/i.test(asked) ? 'zh-CN' : /^en\b/i.test(asked) ? 'en' : undefined;
}

const named = <T extends { readonly title: string; readonly options: readonly ShopOption[] }>(
  locale: Locale,
  item: T,
): T => ({
  ...item,
  title: productName(locale, item.title),
  options: item.options.map((option) => optionName(locale, option)),
});

const orderIn = (locale: Locale, order: ShopOrder): ShopOrder => {
  const statusText = textsOf(locale).status[order.shopStatus];
  return { ...order, lines: order.lines.map((line) => named(locale, line)), ...(statusText ? { statusText } : {}) };
};

const variantIn = (locale: Locale, variant: ShopVariant): ShopVariant => named(locale, variant);

const productIn = (locale: Locale, product: ShopProduct): ShopProduct => ({
  ...product,
  title: productName(locale, product.title),
  variants: product.variants.map((variant) => variantIn(locale, variant)),
});

/** Says an answer in a language; undefined leaves it as it is. */
const inLanguage =
  <T>(say: (locale: Locale, item: T) => T) =>
  (locale: Locale | undefined, item: T): T =>
    locale ? say(locale, item) : item;

const paged =
  <T>(say: (locale: Locale, item: T) => T) =>
  (locale: Locale, page: ShopPage<T>): ShopPage<T> => ({ ...page, items: page.items.map((item) => say(locale, item)) });

export const sayOrder = inLanguage(orderIn);
export const sayOrders = inLanguage(paged(orderIn));
export const sayProduct = inLanguage(productIn);
export const sayProducts = inLanguage(paged(productIn));
export const sayVariant = inLanguage(variantIn);
