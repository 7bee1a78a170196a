/**
 * @module Names of fields and values for generic pages: what the description says, else the domain's dictionary, else
 * the name itself in words.
 */
import type { Language, LocalText } from '../kit/language.ts';
import { terms } from '../desk/terms.ts';
import { fieldNames } from './field-names.ts';
import { namesByField, valueNames } from './value-names.ts';

/** `lastMessageAt` → `Last message at`. */
export function inWords(name: string): string {
  const spaced = name
    .replace(/[_.]/g, ' ')
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** What the desk calls something; read from its name until the desk has said so. */
export const titled = (title: LocalText | undefined, name: string, language: Language): string =>
  title ? language.of(title) : inWords(name);

export function fieldName(
  field: { readonly name: string; readonly title?: LocalText | undefined },
  language: Language,
): string {
  if (field.title) return language.of(field.title);
  const stem = field.name.replace(/Ids?$/, '');
  const names = language.words(fieldNames);
  return names[field.name] ?? names[stem] ?? inWords(stem || field.name);
}

/** A code as people say it: `QUEUED` → `Waiting`. The same code may mean different things in different fields. */
export function valueName(
  value: unknown,
  language: Language,
  field = '',
  words: Readonly<Record<string, LocalText>> = {},
): string {
  const code = String(value);
  const told = words[code];
  if (told) return language.of(told);
  const named = language.words(namesByField)[field]?.[code];
  if (named) return named;
  const own = language.words(valueNames)[code];
  if (own) return own;
  const known = Object.values(
    language.words(terms) as unknown as Readonly<Record<string, Readonly<Record<string, string>>>>,
  ).find((names) => code in names);
  return known?.[code] ?? (/^[A-Z]{2,}(_[A-Z]+)*$/.test(code) ? inWords(code) : code);
}
