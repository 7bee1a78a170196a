/**
 * @module The words of the panel and of the chat in languages beside English and Chinese: what a file may have, what is
 * wrong with one, and what each page is served. Which words there are say the builds, each in its `words.json`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placesIn, type LanguageFile, type Words } from '@shopdesk/core';
import type { AssetFolders } from '../http/asset-folder.ts';

/** A word of a page in the languages of the sources. */
export interface PageWord extends Words {
  /** How many places `{0}`, `{1}` … its message may have. */
  readonly places?: number;
  /** Those that it must have, because the English has them. */
  readonly needs?: readonly number[];
  /** How the English is made, where a number alone does not say it. */
  readonly code?: string;
}

/** Before the keys of a page's words, and where the page lies. */
const PAGES = [
  ['panel.', 'admin'],
  ['widget.', 'widget'],
] as const satisfies readonly (readonly [string, keyof AssetFolders])[];

const isOfPage = (key: string): boolean => PAGES.some(([before]) => key.startsWith(before));

/** A file without the words of pages: what the desk itself says. */
export const deskWords = ({ language, words }: LanguageFile): LanguageFile => ({
  language,
  words: Object.fromEntries(Object.entries(words).filter(([key]) => !isOfPage(key))),
});

/** Every word of the pages that are served, by its key: `panel.kit.close`. */
export type PageCatalogue = ReadonlyMap<string, PageWord>;

/** The words of the built pages; none of a page whose package is not installed. */
export function pageCatalogue(assets: AssetFolders): PageCatalogue {
  return new Map(
    PAGES.flatMap(([before, part]) => {
      const folder = assets[part];
      const file = folder === undefined ? '' : join(folder, 'words.json');
      if (!existsSync(file)) return [];
      const words = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, PageWord>>;
      return Object.entries(words).map(([key, word]) => [before + key, word] as const);
    }),
  );
}

/** What is wrong with the words of pages in a file. Those of a page that is not installed nobody reads here. */
export function pageWordProblems(files: readonly LanguageFile[], catalogue: PageCatalogue): string[] {
  const known = PAGES.filter(([before]) => [...catalogue.keys()].some((key) => key.startsWith(before)));
  return files.flatMap(({ language, words }) =>
    Object.entries(words).flatMap(([key, said]) => {
      if (!known.some(([before]) => key.startsWith(before))) return [];
      const word = catalogue.get(key);
      if (!word) return [`the language ${language} has words for ${key}, which nothing of this desk is called`];
      const problem = placesProblem(word, said);
      return problem ? [`the text ${key} in ${language} ${problem}: ${said}`] : [];
    }),
  );
}

const listed = (places: readonly string[]): string => places.map((name) => `{${name}}`).join(', ') || 'none';

function placesProblem({ places = 0, needs = [] }: PageWord, said: string): string | undefined {
  const own = placesIn(said);
  if (own instanceof Error) return `is no ICU message (${own.message})`;
  const allowed = Array.from({ length: places }, (_, index) => String(index));
  const isRight = own.every((name) => allowed.includes(name)) && needs.every((place) => own.includes(String(place)));
  return isRight ? undefined : `has the places ${listed(own)}, where the English has ${listed(needs.map(String))}`;
}

/** What a page loads: the words of one language by the keys that the page itself uses. */
export function servedWords({ words }: LanguageFile, part: 'admin' | 'widget'): Readonly<Record<string, string>> {
  const before = PAGES.find(([, page]) => page === part)?.[0] ?? '';
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, said]) =>
      key.startsWith(before) && said.trim() ? [[key.slice(before.length), said]] : [],
    ),
  );
}
