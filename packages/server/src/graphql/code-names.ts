/**
 * @module What the codes of a desk are called in one language, for programs that show them to people.
 */
import { codeNames as namesIn, type Desk } from '@shopdesk/core';
import type { Viewer } from './viewer.ts';

type Names = ReturnType<typeof namesIn>;

/** The codes of a desk never change. */
const known = new WeakMap<Desk, Map<string, Names>>();

/** The word of each code in the reader's language, by the name of its set. */
export function codeNames({ desk, locale }: Pick<Viewer, 'desk' | 'locale'>): Names {
  const byLanguage = known.get(desk) ?? new Map<string, Names>();
  known.set(desk, byLanguage);
  let names = byLanguage.get(locale);
  if (!names) byLanguage.set(locale, (names = { ...namesIn(desk, locale), DeskLanguage: namesOf(desk.languages.all) }));
  return names;
}

/** Each language as it calls itself. */
const namesOf = (languages: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    languages.map((tag) => [tag, new Intl.DisplayNames(tag, { type: 'language' }).of(SCRIPTS[tag] ?? tag) ?? tag]),
  );

/** Chinese is named by the script that it is written in, not by a country. */
const SCRIPTS: Readonly<Record<string, string>> = { 'zh-CN': 'zh-Hans' };
