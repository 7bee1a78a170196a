import type { FirstTexts, MoreTexts } from './texts.ts';

/** The words until the first message of a language; each language is a chunk of its own. */
export const loadTexts = (locale: 'zh-CN' | 'en'): Promise<FirstTexts> =>
  (locale === 'en' ? import('./en.ts') : import('./zh-cn.ts')).then(({ texts }) => texts);

/** The other words of a language. */
export const loadMoreTexts = (locale: 'zh-CN' | 'en'): Promise<MoreTexts> =>
  (locale === 'en' ? import('./more-en.ts') : import('./more-zh-cn.ts')).then(({ texts }) => texts);
