/**
 * @module The languages in which a desk speaks. English and Chinese stand where something is declared; any other is a
 * file with the words of everything by its key, given to the desk. What it lacks is said in English.
 */
import { wordsByKey, type Speakers } from './declared-words.ts';
import type { Denial } from './denial.ts';
import type { Words } from './entity.ts';
import { sentenceProblem, type Place, type Said } from './said.ts';
import { sentence, sourceOf, type Reader, type Sentences } from './sentence.ts';

/** A language of a desk beside English and Chinese. */
export interface LanguageFile {
  /** A BCP 47 tag: `fr`, `pt-BR`. */
  readonly language: string;
  /** The words by the keys of what is declared (see `Languages.catalogue`); those of texts are ICU messages. */
  readonly words: Readonly<Record<string, string>>;
}

/** The languages of the sources, as readers ask for them. */
export const SOURCE_LANGUAGES: readonly string[] = ['en', 'zh-CN'];

/** A text with its key, as a program may say it by itself. */
export interface ToldText {
  /** In the reader's language. */
  readonly message: string;
  /** Of the text; null where somebody else wrote it, as the clause of a policy. */
  readonly key: string | null;
  /** What stands in the places of the text. */
  readonly params: Readonly<Record<string, unknown>> | null;
}

/** A denial as its reader is told it. */
export interface ToldDenial extends ToldText {
  readonly code: Denial['code'];
  readonly fields?: readonly (ToldText & { readonly path: string })[];
  readonly details?: Denial['details'];
}

export class Languages {
  /** Every language of the desk, the two of the sources first. */
  readonly all: readonly string[];
  readonly #sentences: ReadonlyMap<string, Sentences>;
  readonly #speakers: Speakers;
  #declared: ReadonlyMap<string, Words> | undefined;
  #keys: ReadonlyMap<Words, string> | undefined;

  constructor(speakers: Speakers, files: readonly LanguageFile[] = []) {
    this.#speakers = speakers;
    this.#sentences = new Map(files.map(({ language, words }) => [language, new Map(Object.entries(words))]));
    this.all = [...SOURCE_LANGUAGES, ...files.map(({ language }) => language)];
  }

  /** The language of the desk that a BCP 47 tag asks for, also by its first part: `fr` for `fr-CA`. */
  match(tag: string): string | undefined {
    const primary = (of: string) => of.toLowerCase().split('-')[0];
    return (
      this.all.find((language) => language.toLowerCase() === tag.toLowerCase()) ??
      this.all.find((language) => primary(language) === primary(tag))
    );
  }

  /** Everything that has words, by its key, with the words of the sources: what a file of a language fills in. */
  get catalogue(): ReadonlyMap<string, Words> {
    return (this.#declared ??= wordsByKey(this.#speakers));
  }

  /** The keys for which a language has no words, and says English. */
  missing(language: string): string[] {
    const words = this.#sentences.get(language);
    return words || sourceOf(language) === undefined
      ? [...this.catalogue.keys()].filter((key) => !words?.get(key)?.trim())
      : [];
  }

  /** What is said, as a sentence. */
  say(said: Said, reader: Reader): string {
    return sentence(said, reader, this.#sentences.get(reader.language));
  }

  /** Declared words of a field, a code, a permission or an action in a language. */
  word(words: Words, language: string): string {
    const sentences = this.#sentences.get(language);
    const key = sentences && this.#keyOf(words);
    const own = key === undefined ? undefined : sentences?.get(key);
    return own ?? words[sourceOf(language) ?? 'en'];
  }

  #keyOf(words: Words): string | undefined {
    this.#keys ??= new Map([...this.catalogue].map(([key, declared]) => [declared, key]));
    return this.#keys.get(words);
  }

  /**
   * A description for a program, in which declared words have those of its reader's language beside the two of the
   * sources: `{ en: 'Reason', zh: '原因', fr: 'Motif' }`.
   */
  spoken<T>(description: T, language: string): T {
    return sourceOf(language) ? description : (this.#spoken(description, language) as T);
  }

  /** Words without what is declared beside them, in those languages. */
  named(words: Words, language: string): Words {
    const { en, zh } = words;
    return sourceOf(language) ? { en, zh } : { en, zh, [language]: this.word(words, language) };
  }

  #spoken(part: unknown, language: string): unknown {
    if (part === null || typeof part !== 'object') return part;
    if (Array.isArray(part)) return part.map((item) => this.#spoken(item, language));
    const inside = Object.fromEntries(Object.entries(part).map(([name, one]) => [name, this.#spoken(one, language)]));
    return this.#keyOf(part as Words) === undefined
      ? inside
      : { ...inside, [language]: this.word(part as Words, language) };
  }

  /** A denial as its reader is told it. */
  tell({ code, text, fields, details }: Denial, reader: Reader): ToldDenial {
    const told = (said: Said): ToldText => ({ message: this.say(said, reader), ...keyed(said) });
    return {
      code,
      ...told(text),
      ...(fields ? { fields: fields.map(({ path, text: wrong }) => ({ path, ...told(wrong) })) } : {}),
      ...(details ? { details } : {}),
    };
  }
}

type Keyed = Pick<ToldText, 'key' | 'params'>;

const keyed = ({ text: { key }, params }: Said): Keyed => ({
  key: key ?? null,
  params: params ? Object.fromEntries(Object.entries(params).map(([name, value]) => [name, plain(value)])) : null,
});

/** What stands in a place, as JSON: a text within a text by its key. */
const plain = (value: Place): unknown =>
  typeof value === 'object' && 'text' in value ? (value.text.key === undefined ? value.text : keyed(value)) : value;

/** What is wrong with the files of languages: tags, keys that nothing has, sentences with other places. */
export function languageProblems(speakers: Speakers, files: readonly LanguageFile[]): string[] {
  if (files.length === 0) return [];
  const declared = wordsByKey(speakers);
  const taken = new Set(SOURCE_LANGUAGES);
  return files.flatMap(({ language, words }) => {
    if (!isTag(language)) return [`${language} is no tag of a language (BCP 47)`];
    if (taken.has(language)) return [`the language ${language} is there already`];
    taken.add(language);
    return Object.entries(words).flatMap(([key, said]) => {
      const source = declared.get(key);
      if (!source) return [`the language ${language} has words for ${key}, which nothing of this desk is called`];
      const problem = 'key' in source ? sentenceProblem(source, said) : undefined;
      return problem ? [`the text ${key} in ${language} ${problem}: ${said}`] : [];
    });
  });
}

const isTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
};
