import type { Languages } from '@shopdesk/core';

/** The reader's language: header `x-desk-locale`, else the best of the desk's in `Accept-Language`, else English. */
export function localeOf(headers: Pick<Headers, 'get'>, languages: Languages): string {
  const chosen = headers.get('x-desk-locale');
  const known = languages.all.find((language) => language === chosen);
  return known ?? preferred(headers.get('accept-language') ?? '', languages);
}

function preferred(acceptLanguage: string, languages: Languages): string {
  const wanted = acceptLanguage
    .slice(0, 200)
    .split(',')
    .map((range) => ({
      language: languages.match((range.split(';')[0] as string).trim()),
      quality: Number(/;\s*q=([\d.]+)/i.exec(range)?.[1] ?? 1),
    }))
    .filter(({ language, quality }) => quality > 0 && language !== undefined)
    .toSorted((a, b) => b.quality - a.quality)[0];
  return wanted?.language ?? 'en';
}
