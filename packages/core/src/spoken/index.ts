/**
 * @module Words of a page (the panel, the chat) in a third language: a file of ICU messages by the key of each word.
 * Only browsers of people who read such a language load it.
 */
import { IntlMessageFormat } from 'intl-messageformat';

/** Messages by key, as the desk serves them for one page: `kit.close`. */
export type Messages = Readonly<Record<string, string>>;

/** Under this come titles that stand beside what they name, by their English. */
export const TITLE = 'title.';

/** What stands in a place: a number stays one, for plurals. */
const place = (value: unknown): string | number =>
  typeof value === 'number' ? value : Array.isArray(value) ? value.join(', ') : String(value ?? '');

export class Spoken {
  readonly language: string;
  readonly #messages: Messages;
  readonly #made = new WeakMap<object, unknown>();

  constructor(language: string, messages: Messages) {
    this.language = language;
    this.#messages = messages;
  }

  /**
   * Words in this language, those that it lacks in English. A function becomes one that puts what it is given into the
   * places `{0}`, `{1}` … of its message.
   */
  words<T>(key: string, english: T): T {
    return this.#in(key, english) as T;
  }

  /** A title, by its English. */
  title(english: string): string | undefined {
    const key = TITLE + english;
    return key in this.#messages ? this.#say(key, []) : undefined;
  }

  #in(key: string, english: unknown): unknown {
    if (typeof english === 'string') return key in this.#messages ? this.#say(key, []) : english;
    if (typeof english === 'function')
      return key in this.#messages ? (...given: unknown[]) => this.#say(key, given) : english;
    if (typeof english !== 'object' || english === null) return english;
    let made = this.#made.get(english);
    if (!made) {
      const parts = Object.entries(english).map(([name, part]) => [name, this.#in(`${key}.${name}`, part)] as const);
      made = Array.isArray(english) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
      this.#made.set(english, made);
    }
    return made;
  }

  #say(key: string, given: readonly unknown[]): string {
    const format = new IntlMessageFormat(this.#messages[key] ?? '', this.language, undefined, { ignoreTag: true });
    return String(format.format(Object.fromEntries(given.map((value, index) => [String(index), place(value)]))));
  }
}
