import { z } from 'zod';
import { BROKEN_TEXT, hasVisible, isBroken } from '../../kernel/text.ts';

/** Longest message, in characters as people count them (code points). */
export const MAX_MESSAGE_CHARACTERS = 2000;

const codePoints = (text: string) => [...text].length;

/**
 * A text that a person sends: kept as written. Refused are only texts that say nothing, are too long, or
 * cannot be stored at all (half of a surrogate pair, the NUL character).
 */
export const messageText = z
  .string()
  .refine(hasVisible, 'The message is empty.')
  .refine((text) => codePoints(text) <= MAX_MESSAGE_CHARACTERS, `At most ${MAX_MESSAGE_CHARACTERS} characters.`)
  .refine((text) => !isBroken(text), BROKEN_TEXT);

/** The beginning of a text for lists, without cutting a character in two. */
export function preview(text: string, characters = 120): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const all = [...flat];
  return all.length <= characters ? flat : `${all.slice(0, characters - 1).join('')}…`;
}
