import { z } from 'zod';
import { hasVisible, isBroken } from '../../kernel/text.ts';
import { ownTexts } from '../../kernel/own-texts.ts';
import { says } from '../../kernel/problems.ts';
import { conversationTexts as t } from './texts.ts';

/** Longest message, in characters as people count them (code points). */
export const MAX_MESSAGE_CHARACTERS = 2000;

const codePoints = (text: string) => [...text].length;

/**
 * A text that a person sends: kept as written. Refused are only texts that say nothing, are too long, or
 * cannot be stored at all (half of a surrogate pair, the NUL character).
 */
export const messageText = z
  .string()
  .refine(hasVisible, says(t.emptyMessage))
  .refine(
    (text) => codePoints(text) <= MAX_MESSAGE_CHARACTERS,
    says(ownTexts.atMostCharacters({ most: MAX_MESSAGE_CHARACTERS })),
  )
  .refine((text) => !isBroken(text), says(ownTexts.brokenText));

/** The beginning of a text for lists, without cutting a character in two. */
export function preview(text: string, characters = 120): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const all = [...flat];
  return all.length <= characters ? flat : `${all.slice(0, characters - 1).join('')}…`;
}
