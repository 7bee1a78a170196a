import { loadMoreTexts } from '../texts/load-texts.ts';
import type { MoreTexts } from '../texts/texts.ts';

/** The words that only some parts of the window need, loaded with the first of them. */
export class MoreWords {
  readonly #texts = new Map<string, MoreTexts>();

  /** Those of a language; until they have come those of another, if any, are better than none. */
  of(locale: string): MoreTexts | undefined {
    return this.#texts.get(locale) ?? this.#texts.values().next().value;
  }

  async load(locale: string): Promise<this> {
    if (!this.#texts.has(locale)) this.#texts.set(locale, await loadMoreTexts(locale));
    return this;
  }
}
