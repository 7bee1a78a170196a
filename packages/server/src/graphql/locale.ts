import { LOCALES, type Locale } from '@shopdesk/core';

/** The reader's language: header `x-desk-locale`, else the first of ours in `Accept-Language`, else English. */
export function localeOf(headers: Pick<Headers, 'get'>): Locale {
  const chosen = headers.get('x-desk-locale');
  const known = LOCALES.find((locale) => locale === chosen);
  return known ?? preferred(headers.get('accept-language') ?? '');
}

function preferred(acceptLanguage: string): Locale {
  const ranges = acceptLanguage.slice(0, 200).toLowerCase().split(',');
  const wanted = ranges
    .map((range) => ({ language: range.trim().slice(0, 2), quality: Number(/;\s*q=([\d.]+)/.exec(range)?.[1] ?? 1) }))
    .filter(({ language, quality }) => quality > 0 && (language === 'zh' || language === 'en'))
    .toSorted((a, b) => b.quality - a.quality)[0];
  return wanted?.language === 'zh' ? 'zh-CN' : 'en';
}
