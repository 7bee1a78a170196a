/**
 * @module What the desk says to people is declared as a text with a key and places for what varies; whoever says it
 * names the text and what stands in its places. The sentence is made where somebody reads it, in their language.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Words } from './entity.ts';
import type { Money } from './money.ts';

/**
 * A text in the two languages of the sources, each an ICU message: `{name}` is a place, `{count, number}` a number as
 * the language writes it, `{count, plural, one {# item} other {# items}}` depends on it (a branch names no places).
 */
export interface DeclaredText extends Words {
  /** Under which a language finds its sentence: `aftersales.onlyLeft`. Absent where somebody else wrote the words. */
  readonly key?: string;
}

/** A point in time, written in the reader's language and time zone. */
export interface Moment {
  /** A UTC instant, ISO 8601. */
  readonly instant: string;
}

/** What stands in a place of a text. Numbers, money and time are written as the reader's language has them. */
export type Place = string | number | Money | Moment | Said | Words;

/** What stands in the places of a text, by their names. */
export type Places = Readonly<Record<string, Place>>;

/** Something that is said: a text, and what stands in its places. */
export interface Said {
  readonly text: DeclaredText;
  readonly params?: Places;
}

/** A name in braces; a branch of a plural is no name. */
type Name<S extends string> = S extends `${string}${' ' | '#'}${string}` | '' ? never : S;

/** The names of the places of an ICU message. */
export type PlacesOf<S extends string> = S extends `${string}{${infer Rest}`
  ? Rest extends `${infer Inside}}${infer After}`
    ? (Inside extends `${infer First},${string}` ? Name<First> : Name<Inside>) | PlacesOf<After>
    : never
  : never;

/** A declared text: said as it is where it has no places, else a function of what stands in them. */
export type Sayable<E extends string = string> = [PlacesOf<E>] extends [never]
  ? Said
  : ((params: { readonly [P in PlacesOf<E>]: Place }) => Said) & Pick<Said, 'text'>;

/** The texts of a feature by their names. */
export type Texts = Readonly<Record<string, Pick<Said, 'text'>>>;

/**
 * Declares the texts of a feature, which lists them in its `texts`: each has the key `feature.name`. The compiler asks
 * whoever says one for its places; the desk refuses to start when the languages name different ones.
 */
export function texts<const D extends Readonly<Record<string, Words>>>(
  feature: string,
  declared: D,
): { readonly [K in keyof D]: Sayable<D[K]['en']> } {
  const sayable = Object.entries(declared).map(([name, { en, zh }]) => {
    const text: DeclaredText = { key: `${feature}.${name}`, en, zh };
    const say = Object.assign((params: Places): Said => ({ text, params }), { text });
    return [name, en.includes('{') ? say : { text }];
  });
  return Object.fromEntries(sayable) as { readonly [K in keyof D]: Sayable<D[K]['en']> };
}

/** Words that somebody else wrote: a clause of a policy, the reason of a shop. They have no key and no places. */
export const quoted = ({ en, zh }: Words): Said => ({ text: { en, zh } });

/** A text from outside the desk that is of one language, whatever the reader's is. */
export const verbatim = (text: string): Said => quoted({ en: text, zh: text });

const parsed = new Map<string, readonly string[] | Error>();

/** The names of the places of an ICU message, in the order of the alphabet; an error where it is none. */
export function placesIn(message: string): readonly string[] | Error {
  let places = parsed.get(message);
  if (!places) parsed.set(message, (places = parse(message)));
  return places;
}

function parse(message: string): readonly string[] | Error {
  try {
    return [
      ...new Set(namesIn(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst())),
    ].toSorted();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

type Node = ReturnType<IntlMessageFormat['getAst']>[number];

/** A literal (0), `#` (7) and a tag (8) have no value of their own. */
const isPlace = ({ type }: Node): boolean => type >= 1 && type <= 6;

function namesIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    const inside = 'options' in node ? Object.values(node.options).flatMap(({ value }) => namesIn(value)) : [];
    return [...('value' in node && isPlace(node) ? [String(node.value)] : []), ...inside];
  });
}

/** What is wrong with the sentence of a language for a text. */
export function sentenceProblem({ en }: Words, sentence: string): string | undefined {
  const [own, wanted] = [placesIn(sentence), placesIn(en)];
  if (own instanceof Error) return `is no ICU message (${own.message})`;
  if (wanted instanceof Error || own.join() === wanted.join()) return undefined;
  return `has the places ${own.join(', ') || 'none'}, where the English has ${wanted.join(', ') || 'none'}`;
}

interface Telling {
  readonly name: string;
  readonly texts: Texts;
}

/** What is wrong with the texts of features: words, places, and keys that are not theirs. */
export function textProblems(features: readonly Telling[]): string[] {
  return features.flatMap(({ name, texts: told }) =>
    Object.values(told).flatMap(({ text }) => {
      const { key = '', en, zh } = text;
      if (!key.startsWith(`${name}.`))
        return [`the text ${key} is listed by ${name}: its key begins with the feature’s name`];
      if (!en.trim() || !zh.trim()) return [`the text ${key} has no words in both languages`];
      return [en, zh].flatMap((sentence) => {
        const problem = sentenceProblem(text, sentence);
        return problem ? [`the text ${key} ${problem}: ${sentence}`] : [];
      });
    }),
  );
}
