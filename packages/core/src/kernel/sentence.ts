/**
 * @module The sentence of what is said, in a reader's language: numbers, plurals, money and time as that language and
 * the reader's time zone have them.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import { formatMoney } from './currency.ts';
import type { Words } from './entity.ts';
import type { DeclaredText, Place, Said } from './said.ts';

/** Who reads. */
export interface Reader {
  /** A BCP 47 tag: `en`, `zh-CN`, `fr`. */
  readonly language: string;
  /** Of the reader, an IANA name; UTC where it is not known. */
  readonly timeZone?: string | undefined;
}

/** The sentence of a language beyond the two of the sources, by its key. */
export type Sentences = ReadonlyMap<string, string>;

/** Languages of a text, and the language in which it is there: English where the reader's has none. */
function written(text: DeclaredText, { language }: Reader, more: Sentences | undefined): readonly [string, string] {
  const own = text.key === undefined ? undefined : more?.get(text.key);
  if (own !== undefined) return [own, language];
  const source = sourceOf(language);
  return [text[source ?? 'en'], source ? language : 'en'];
}

/** Which of the two languages of the sources a language is. */
export const sourceOf = (language: string): keyof Words | undefined => {
  const [primary] = language.toLowerCase().split('-');
  return primary === 'en' || primary === 'zh' ? primary : undefined;
};

const formats = new Map<string, IntlMessageFormat>();

function formatOf(message: string, language: string): IntlMessageFormat {
  const key = `${language} ${message}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true })));
  return format;
}

/** What stands in a place, as the reader's language writes it; a number stays one, for plurals and number places. */
function place(value: Place, reader: Reader, more: Sentences | undefined): string | number {
  if (typeof value !== 'object') return value;
  if ('text' in value) return sentence(value, reader, more);
  if ('amount' in value) return formatMoney(value, reader.language);
  if ('instant' in value) return moment(value.instant, reader);
  return value[sourceOf(reader.language) ?? 'en'];
}

const moment = (instant: string, { language, timeZone = 'UTC' }: Reader): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(instant));

/** What is said, as a sentence for its reader. */
export function sentence({ text, params = {} }: Said, reader: Reader, more?: Sentences): string {
  const [message, language] = written(text, reader, more);
  // What somebody else wrote may have braces of its own.
  if (text.key === undefined) return message;
  const places = Object.entries(params).map(([name, value]) => [name, place(value, { ...reader, language }, more)]);
  return String(formatOf(message, language).format(Object.fromEntries(places)));
}

/** For logs and errors, which engineers read. */
export const sayEnglish = (said: Said): string => sentence(said, { language: 'en' });

/** What is said in both languages of the sources, for rows that keep it for readers of either. */
export const inWords = (said: Said): Words => ({
  en: sayEnglish(said),
  zh: sentence(said, { language: 'zh-CN' }),
});
