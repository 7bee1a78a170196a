import type { ServiceTexts } from './service-texts.ts';

/** The words of self-service in a language. */
export const loadServiceTexts = (locale: string): Promise<ServiceTexts> =>
  (locale === 'en' ? import('./service-en.ts') : import('./service-zh-cn.ts')).then(({ texts }) => texts);
