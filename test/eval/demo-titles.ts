/**
 * @module The titles of all goods of the demo shop, in both languages.
 */
import { readFileSync } from 'node:fs';

const data = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../examples/demo-shop/data/${name}`, import.meta.url), 'utf8'));

export function demoTitles(): { readonly text: string; readonly language: 'zh' | 'en' }[] {
  const { products } = data('names.zh-CN.json') as { readonly products: Readonly<Record<string, string>> };
  return Object.entries(products).flatMap(([en, zh]) => [
    { text: en, language: 'en' as const },
    { text: zh, language: 'zh' as const },
    { text: `How much is the ${en}?`, language: 'en' as const },
    { text: `请问${zh}有货吗`, language: 'zh' as const },
  ]);
}
