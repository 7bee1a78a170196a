/**
 * @module The reader's language: words from typed catalogues, numbers and times from Intl. A new one is made on each
 * switch.
 */
import { createContext } from '@lit/context';
import { formatMoney } from '@shopdesk/core/currency';
import { deadlineText } from '@shopdesk/core/deadline';
import { deskNow } from './clock.ts';

/** The languages of the sources: stores, staff and what rows keep in two languages have these. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Each language is named in itself. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { 'zh-CN': '简体中文', en: 'English' };

/** The language of a customer or a store; its code where we have no texts in it. */
export const languageName = (locale: string): string =>
  (LANGUAGE_NAMES as Readonly<Record<string, string>>)[locale] ?? locale;

/** One text in both languages, as descriptions of the desk carry it. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

/** Words of a feature by language; a key missing in one of them does not compile. */
export interface Texts<T> {
  /** Under which the file of a third language has them: `panel.kit.close`. Without one they stay English there. */
  readonly key?: string;
  readonly en: T;
  readonly zh: T;
}

/** Words in a language of the desk beside the two, loaded by those who read it: see `speech.ts`. */
export interface Speech {
  words<T>(texts: Texts<T>): T;
  title(english: string): string | undefined;
}

/** What codes are called in one language, by the name of their set: `{ Channel: { EMAIL: 'E-mail' } }`. */
export type CodeNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface MoneyValue {
  readonly amount: number;
  readonly currency: string;
}

const DAY = 24 * 60 * 60_000;

export class Language {
  readonly locale: string;
  readonly codes: CodeNames | undefined;
  readonly speech: Speech | undefined;
  readonly #formats = new Map<string, Intl.DateTimeFormat>();
  readonly #numbers = new Map<string, Intl.NumberFormat>();
  readonly #zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

  /**
   * @param codes as the desk says them, those of third-party features too; undefined until it has answered
   * @param speech for another language than the two of the sources
   */
  constructor(locale: string, codes?: CodeNames, speech?: Speech) {
    this.locale = locale;
    this.codes = codes;
    this.speech = speech;
  }

  /** Under which texts in several languages have this one: `zh`, `en`, `fr`. */
  get key(): string {
    return this.source === 'zh' ? 'zh' : this.locale;
  }

  /** The language of the sources that stands in where something is there in no other. */
  get source(): 'zh' | 'en' {
    return this.locale === 'zh-CN' ? 'zh' : 'en';
  }

  words<T>(texts: Texts<T>): T {
    return texts[this.key as 'en'] ?? this.speech?.words(texts) ?? texts.en;
  }

  of(text: LocalText): string {
    return text[this.key as 'en'] || this.speech?.title(text.en) || text.en || text.zh;
  }

  /** The languages in which the desk can be read, each named in itself. */
  get offered(): Readonly<Record<string, string>> {
    return { ...LANGUAGE_NAMES, ...this.names('DeskLanguage') };
  }

  /** What a code is called; the code itself where the desk knows it no more, nothing until the desk has answered. */
  code(set: string, code: string): string {
    return this.codes ? (this.codes[set]?.[code] ?? code) : '';
  }

  /** What the codes of a set are called; none until the desk has answered. */
  names(set: string): Readonly<Record<string, string>> {
    return this.codes?.[set] ?? {};
  }

  /** The codes of a set to choose from: all of them, or some. */
  choices<K extends string = string>(
    set: string,
    some?: readonly K[],
  ): { readonly value: K; readonly label: string }[] {
    return (some ?? (Object.keys(this.names(set)) as K[])).map((value) => ({
      value,
      label: this.code(set, value),
    }));
  }

  number(value: number): string {
    return this.#numberFormat({}).format(value);
  }

  money({ amount, currency }: MoneyValue): string {
    return formatMoney({ amount, currency }, this.locale);
  }

  /** Intl's lists of this kind have nothing between the words in Chinese. */
  list(items: readonly string[]): string {
    return items.join(this.key === 'zh' ? '、' : ', ');
  }

  /** Clauses one after another. */
  clauses(items: readonly string[]): string {
    return items.join(this.key === 'zh' ? '；' : '; ');
  }

  /** Time of day today, day and time in the same year, else with the year. */
  moment(instant: string, now: number = deskNow()): string {
    const at = new Date(instant);
    const today = new Date(now);
    if (at.toDateString() === today.toDateString()) return this.time(instant);
    const sameYear = at.getFullYear() === today.getFullYear();
    return this.#date({
      month: 'short',
      day: 'numeric',
      ...(sameYear ? { hour: 'numeric', minute: '2-digit' } : { year: 'numeric' }),
    }).format(at);
  }

  /** The last minute before a deadline, in the zone of its store; the zone is named where the reader's is another. */
  deadline(instant: string, zone: string | undefined, now: number = deskNow()): string {
    return deadlineText(instant, { locale: this.locale, zone: zone ?? this.#zone, readerZone: this.#zone, now });
  }

  time(instant: string): string {
    return this.#date({ timeStyle: 'short' }).format(new Date(instant));
  }

  day(instant: string): string {
    return this.#date({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' }).format(new Date(instant));
  }

  /** Day and time; seconds are for the audit trail only, see {@link exact}. */
  full(instant: string): string {
    return this.date(instant, { dateStyle: 'medium', timeStyle: 'short' });
  }

  /** To the second, where it matters which of two things came first. */
  exact(instant: string): string {
    return this.date(instant, { dateStyle: 'medium', timeStyle: 'medium' });
  }

  /** Written in another way, as a day alone or in the zone of a store. */
  date(instant: string | number, options: Intl.DateTimeFormatOptions): string {
    return this.#date(options).format(new Date(instant));
  }

  weekday(monday1: number): string {
    // 1 January 2024 was a Monday.
    return this.#date({ weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, monday1)));
  }

  /** `0:42`, `12:05`, `3:10:00`; whole days in words. */
  elapsed(milliseconds: number): string {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    if (milliseconds >= DAY)
      return this.#numberFormat({ style: 'unit', unit: 'day', unitDisplay: 'short' }).format(
        Math.floor(milliseconds / DAY),
      );
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const shown = parts[0] === 0 ? parts.slice(1) : parts;
    return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
  }

  size(bytes: number): string {
    const mega = bytes >= 1024 * 1024;
    const value = mega ? bytes / 1024 / 1024 : Math.max(1, bytes / 1024);
    return `${new Intl.NumberFormat(this.locale, { maximumFractionDigits: mega ? 1 : 0 }).format(value)} ${mega ? 'MB' : 'KB'}`;
  }

  #date(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = JSON.stringify(options);
    const known = this.#formats.get(key) ?? new Intl.DateTimeFormat(this.locale, options);
    this.#formats.set(key, known);
    return known;
  }

  #numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = JSON.stringify(options);
    const known = this.#numbers.get(key) ?? new Intl.NumberFormat(this.locale, options);
    this.#numbers.set(key, known);
    return known;
  }
}

export const languageContext = createContext<Language>(Symbol('desk-language'));

const primary = (tag: string): string | undefined => tag.toLowerCase().split('-')[0];

/** The first of the reader's languages that the desk speaks, else English. */
export const preferredLocale = (wanted: readonly string[], offered: readonly string[] = LOCALES): string =>
  wanted.flatMap((tag) => offered.filter((one) => primary(one) === primary(tag)))[0] ?? 'en';
