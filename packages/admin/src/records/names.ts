/**
 * @module Names of fields and values for generic pages: what the desk says, else the name itself in words.
 */
import type { Language, LocalText } from '../kit/language.ts';

/** What has no plural, or is one already. */
const ONE_FORM = /(?:[^s]s|knowledge|staff|data)$/i;

/** Many of what an entity is called: `Use of a marked term` → `Uses of a marked term`. Other languages say it as one. */
export function manyOf(one: LocalText): LocalText {
  const { en } = one;
  const [, head = en, rest = ''] = /^(.+?)( (?:of|with|that|in|for) .*)?$/.exec(en) ?? [];
  const many = ONE_FORM.test(head)
    ? head
    : /[^aeiou]y$/i.test(head)
      ? `${head.slice(0, -1)}ies`
      : `${head}${/(?:ss|x|ch|sh)$/i.test(head) ? 'es' : 's'}`;
  return { ...one, en: many + rest };
}

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

/** A field as the desk calls it; read from its name where the desk says nothing. */
export const fieldName = (
  { name, title }: { readonly name: string; readonly title?: LocalText | undefined },
  language: Language,
): string => titled(title, name.replace(/Ids?$/, '') || name, language);

/** A code as people say it: `QUEUED` → `Waiting`. `set` is the name of its set, where the desk says one. */
export function valueName(value: unknown, language: Language, set?: string): string {
  const code = String(value);
  const named = set ? language.code(set, code) : code;
  return named === code && /^[A-Z]{2,}(_[A-Z]+)*$/.test(code) ? inWords(code) : named;
}
