/** @module What stands for a person where there is no picture of them: initials on a colour of their own. */

const HUES = 8;

/** The same name gets the same colour everywhere: a number below eight. */
export function hueOf(name: string): number {
  let hash = 7;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return hash % HUES;
}

/** One Han character, or the initials of the first and the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? '?')];
  if (/\p{Script=Han}/u.test(words[0] ?? '')) return first.at(-1) ?? '?';
  const last = words.length > 1 ? [...(words.at(-1) ?? '')][0] : '';
  return `${first[0]}${last ?? ''}`.toUpperCase();
}
