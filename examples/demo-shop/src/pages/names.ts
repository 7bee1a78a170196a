/**
 * @module What goods and their options are called in Chinese; what is not in the list keeps its own name.
 */
import { readFileSync } from 'node:fs';
import type { ShopOption } from '@shopdesk/core';
import type { Locale } from './texts.ts';

interface Names {
  readonly products: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
}

const chinese = JSON.parse(readFileSync(new URL('../../data/names.zh-CN.json', import.meta.url), 'utf8')) as Names;

const named = (names: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(names, name) ? (names[name] ?? name) : name;

export const productName = (locale: Locale, title: string): string =>
  locale === 'en' ? title : named(chinese.products, title);

/** One option as people read it. */
export function optionName(locale: Locale, { name, value }: ShopOption): ShopOption {
  if (locale === 'en') return { name: name.charAt(0).toUpperCase() + name.slice(1), value };
  return { name: named(chinese.options, name), value: named(chinese.values, value) };
}

/** All options of a variant in one line. */
export const optionLine = (locale: Locale, options: readonly ShopOption[]): string =>
  options.map((option) => optionName(locale, option).value).join(locale === 'en' ? ', ' : '、');
