/**
 * @module Finding what was said: words and pairs of Han characters, folded so that case, width and traditional or
 * simplified writing make no difference.
 */
import { z } from 'zod';
import { defineView, pageOf } from '../../kernel/action.ts';
import { foldText } from '../../language/fold.ts';
import { clip } from '../../kernel/clip.ts';
import { Message } from './entities.ts';
import { MAX_MESSAGE_CHARACTERS } from './text.ts';

/**
 * A character of a text adds itself and the pair that it ends, so that the longest message is found by any part of it.
 */
const MAX_TERMS = 2 * MAX_MESSAGE_CHARACTERS;
/** Longest word that is looked up, in UTF-16 units. */
const LONGEST_WORD = 40;
const PIECE = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;
const HAN = /^\p{Script=Han}/u;

function termsOf(piece: string): string[] {
  if (!HAN.test(piece)) return [clip(piece, LONGEST_WORD)];
  const characters = [...piece];
  return [...characters.slice(1).map((character, index) => `${characters[index]}${character}`), ...characters];
}

/** The distinct terms of a text, piece by piece: words, Han pairs and Han characters. */
export function searchTerms(text: string): string[] {
  const pieces = foldText(text)
    .split(/(\p{Script=Han}+)/u)
    .flatMap((part) => part.match(PIECE) ?? []);
  return [...new Set(pieces.flatMap(termsOf))].slice(0, MAX_TERMS);
}

/** Terms that a message must have: of Han writing the pairs, a single character only when it stands alone. */
function wantedTerms(text: string): string[] {
  const terms = searchTerms(text);
  const pairs = terms.filter((term) => HAN.test(term) && [...term].length === 2);
  return terms
    .filter((term) => !HAN.test(term) || [...term].length === 2 || !pairs.some((pair) => pair.includes(term)))
    .slice(0, 12);
}

/** Messages that contain all words of a text, newest first. */
export const searchMessages = defineView({
  title: { en: 'Search messages', zh: '搜索消息' },
  allow: { staff: 'conversation.read' },
  input: z.object({
    text: z.string().trim().min(1).max(200),
    storeId: z.string().optional(),
  }),
  output: pageOf(Message, [['at', 'desc']]),
  run: async (ctx, { text, storeId }, page) => {
    const terms = wantedTerms(text);
    if (terms.length === 0) return [];
    const where = [...terms.map((term) => ({ terms: { has: term } })), ...(storeId ? [{ storeId }] : [])];
    return ctx.find(Message, { where, ...page });
  },
});
