import { z } from 'zod';

/** Longest message, in characters as people count them (code points). */
export const MAX_MESSAGE_CHARACTERS = 2000;

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const codePoints = (text: string) => [...text].length;

/**
 * A text that a person sends: kept as written. Refused are only texts that say nothing, are too long, or
 * cannot be stored at all (half of a surrogate pair, the NUL character).
 */
export const messageText = z
  .string()
  .refine((text) => text.trim().length > 0, 'The message is empty.')
  .refine((text) => codePoints(text) <= MAX_MESSAGE_CHARACTERS, `At most ${MAX_MESSAGE_CHARACTERS} characters.`)
  .refine((text) => !LONE_SURROGATE.test(text) && !text.includes('\u0000'), 'The text has a broken character.');

const EMOJI_ONLY = /^[\p{Extended_Pictographic}\p{Emoji_Component}\s]+$/u;

/** Whether a text is only emoji, which is no answer to a question (R-CH-15). Digits are emoji components, so they do not count. */
export const isEmojiOnly = (text: string): boolean => EMOJI_ONLY.test(text) && /\p{Extended_Pictographic}/u.test(text) && !/[0-9#*]/.test(text);

/** The beginning of a text for lists, without cutting a character in two. */
export function preview(text: string, characters = 120): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const all = [...flat];
  return all.length <= characters ? flat : `${all.slice(0, characters - 1).join('')}…`;
}

/** A file's name without path, control, bidirectional and zero-width characters, which disguise what it is. */
export function safeFileName(name: string): string {
  const clean = name
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^.*[\\/]/, '')
    .replace(/^[.\s]+/, '')
    .trim();
  return [...clean].slice(0, 150).join('') || 'file';
}
