import type { DeskOptions } from '../launcher/options.ts';
import { said } from './languages.ts';
import type { FirstTexts, MoreTexts } from './texts.ts';

/** The words until the first message of a language; each language is a chunk of its own. */
export async function loadTexts(locale: string, options: DeskOptions): Promise<FirstTexts> {
  if (locale === 'zh-CN') return (await import('./zh-cn.ts')).texts;
  if (locale !== 'en') await (await import('./learn.ts')).learn(locale, options);
  return { ...said(locale, 'first', (await import('./en.ts')).texts), locale };
}

/** The other words of a language. */
export const loadMoreTexts = (locale: string): Promise<MoreTexts> =>
  (locale === 'zh-CN' ? import('./more-zh-cn.ts') : import('./more-en.ts')).then(({ texts }) =>
    said(locale, 'more', texts),
  );
