/**
 * @module Words in a language of the desk beside English and Chinese. Until it is learnt (`learn.ts`), and where its file
 * lacks a word, it is English.
 */
import type { Spoken } from '@shopdesk/core/spoken';

/** What has been learnt, by language. */
export const speakers: Record<string, Spoken | undefined> = {};

/** The words of a part in a language, from its English; words in Chinese stay as they are. */
export const said = <T>(locale: string, key: string, words: T): T => speakers[locale]?.words(key, words) ?? words;

/** Of words in two languages the reader's; a title of ours also in another language. */
export const titled = (locale: string, words?: { readonly en: string; readonly zh: string }): string =>
  (words && (locale === 'zh-CN' ? words.zh : said(locale, `title.${words.en}`, words.en))) ?? '';
